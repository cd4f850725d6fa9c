package dev.trueup.sandbox.woocommerce;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The shop's two clocks: its own zone, and GMT. Whole seconds since 1970 are what is kept.
record SiteTime(ZoneId zone) {
  private static final DateTimeFormatter WALL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  String local(long second) {
    return WALL.format(wall(second, false));
  }

  String gmt(long second) {
    return WALL.format(wall(second, true));
  }

  /// Hours ahead of GMT.
  double offsetHours(Instant now) {
    return zone.getRules().getOffset(now).getTotalSeconds() / 3600.0;
  }

  /// The reading of one of the two clocks at a moment: what the database column holds.
  LocalDateTime wall(long second, boolean gmt) {
    ZoneId clock = gmt ? ZoneOffset.UTC : zone;
    return LocalDateTime.ofInstant(Instant.ofEpochSecond(second), clock);
  }

  /// What `modified_after` and its kin are compared with. A bare time is taken as it is; one with
  /// an offset is turned into the shop's own time, **even when it is then compared with GMT**.
  LocalDateTime asked(String moment) {
    String iso = moment.replace(' ', 'T').toUpperCase(Locale.ROOT);
    boolean bare = iso.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+");
    LocalDateTime wall =
        bare
            ? LocalDateTime.parse(iso)
            : OffsetDateTime.parse(iso).atZoneSameInstant(zone).toLocalDateTime();
    return wall.truncatedTo(ChronoUnit.SECONDS);
  }
}
