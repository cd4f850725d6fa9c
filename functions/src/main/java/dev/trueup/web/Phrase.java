package dev.trueup.web;

import dev.trueup.catalog.Platform;
import dev.trueup.plan.Guard;
import dev.trueup.run.Run;
import dev.trueup.run.RunStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers, times and states as people read them.
final class Phrase {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Phrase() {}

  static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number).replace("-", "−");
  }

  /// With its sign.
  static String moved(@Nullable Long number) {
    return number == null ? "" : number > 0 ? "+" + number(number) : number(number);
  }

  static String items(long number) {
    return number == 1 ? "1 item" : number(number) + " items";
  }

  static String time(@Nullable Instant time) {
    return time == null ? "" : TIME.format(time);
  }

  /// Rounded as a person would.
  static String length(Duration length) {
    long seconds = Math.max(length.toSeconds(), 1);
    if (seconds < 90) {
      return seconds + " s";
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 90 ? minutes + " min" : "%d h %d min".formatted(minutes / 60, minutes % 60);
  }

  static String platform(Platform platform) {
    return platform.displayName();
  }

  static String resource(String name) {
    return name.isEmpty() ? "" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  static String status(Run run) {
    return switch (run.status()) {
      case COMPARING -> "Comparing";
      case IN_SYNC -> "In sync";
      case AWAITING_APPROVAL -> run.decision() == null ? "Waiting for approval" : "Starting";
      case APPLYING -> run.cancelRequested() ? "Stopping" : "Syncing";
      case PAUSED -> "Paused";
      case VERIFYING -> "Checking";
      case SUCCEEDED -> "Succeeded";
      case COMPLETED_WITH_ERRORS -> "Completed with errors";
      case REJECTED -> "Rejected";
      case EXPIRED -> "Expired";
      case CANCELLED -> "Cancelled";
      case FAILED -> "Failed";
    };
  }

  static String tone(RunStatus status) {
    return switch (status) {
      case COMPARING, APPLYING, VERIFYING -> "busy";
      case AWAITING_APPROVAL, PAUSED -> "warn";
      case IN_SYNC, SUCCEEDED -> "good";
      case COMPLETED_WITH_ERRORS, FAILED -> "bad";
      case REJECTED, EXPIRED, CANCELLED -> "quiet";
    };
  }

  static String guard(Guard guard) {
    return switch (guard.name()) {
      case "changed-share" -> "Many items would change";
      case "zeroed-share" -> "Many items would be set to zero";
      case "price-move" -> "A price would move far";
      case "source-empty" -> "The source of truth is empty";
      case "source-shrunk" -> "The source of truth shrank";
      default -> guard.name();
    };
  }

  /// What was measured beside its limit.
  static String measured(Guard guard) {
    return guard.name().equals("source-empty")
        ? guard.sentence()
        : "%s: %s, the limit is %s"
            .formatted(guard.sentence(), percent(guard.value()), percent(guard.limit()));
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
  }
}
