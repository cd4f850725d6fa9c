package dev.trueup.store.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AdaptiveLimitTest {
  private static final Duration QUICK = Duration.ofMillis(100);

  private final AdaptiveLimit limit = new AdaptiveLimit();
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");

  /// As many requests as there are places, answered together.
  private void round(Duration latency) {
    for (AdaptiveLimit.Sent sent : fill()) {
      limit.answered(sent, sent.at().plus(latency));
      limit.leave();
    }
    now = now.plus(latency);
  }

  private List<AdaptiveLimit.Sent> fill() {
    int places = 0;
    while (limit.tryEnter(now)) {
      places++;
    }
    var sent = new ArrayList<AdaptiveLimit.Sent>();
    for (int i = 0; i < places; i++) {
      sent.add(limit.send("read", now));
    }
    return sent;
  }

  @Test
  void beginsWithOne() {
    assertThat(fill()).hasSize(1);
    assertThat(limit.tryEnter(now)).isFalse();
  }

  @Test
  void goesUpOneByOneWhileMoreGetsDone() {
    for (int level = 1; level < AdaptiveLimit.MOST; level++) {
      assertThat(limit.limit()).isEqualTo(level);
      round(QUICK);
    }
    round(QUICK);
    round(QUICK);

    assertThat(limit.limit()).isEqualTo(AdaptiveLimit.MOST);
  }

  @Test
  void fallsByAFifthWhereMoreRequestsOnlyTakeLonger() {
    for (int level = 1; level <= 9; level++) {
      round(QUICK);
    }
    assertThat(limit.limit()).isEqualTo(10);

    round(QUICK.multipliedBy(2));

    assertThat(limit.limit()).isEqualTo(8);
  }

  @Test
  void staysAroundTheLevelAtWhichMostGetsDone() {
    var levels = new ArrayList<Integer>();
    for (int i = 0; i < 100; i++) {
      levels.add(limit.limit());
      int others = limit.limit() - 1;
      round(Duration.ofMillis(100 + 4L * others * others));
    }

    // n / (1 + 0.04 (n - 1)²) is highest at 5
    assertThat(levels.subList(10, 100)).allMatch(level -> level >= 4 && level <= 6);
  }

  @Test
  void goesDownToOneWhereTwoTakeTwiceAsLong() {
    var levels = new ArrayList<Integer>();
    for (int i = 0; i < 20; i++) {
      levels.add(limit.limit());
      round(QUICK.multipliedBy(limit.limit()));
    }

    assertThat(levels.subList(2, 20)).containsOnly(1, 2);
  }

  @Test
  void comparesRequestsWithOthersOfTheirKindOnly() {
    for (int level = 1; level < 8; level++) {
      var sent = fill();
      for (int i = 0; i < level; i++) {
        boolean write = i % 2 == 0;
        var other = new AdaptiveLimit.Sent("write", now, sent.get(i).round(), true);
        limit.answered(write ? other : sent.get(i), now.plusMillis(write ? 2_000 : 20));
        limit.leave();
      }
    }

    assertThat(limit.limit()).isEqualTo(8);
  }

  @Test
  void doesNotGrowWhileItIsNotUsed() {
    round(QUICK);
    for (int i = 0; i < 50; i++) {
      assertThat(limit.tryEnter(now)).isTrue();
      limit.answered(limit.send("read", now), now.plus(QUICK));
      limit.leave();
    }

    assertThat(limit.limit()).isEqualTo(2);
  }

  @Test
  void halvesOnceForRequestsThatWereOnTheirWayTogether() {
    for (int level = 1; level < 8; level++) {
      round(QUICK);
    }
    for (AdaptiveLimit.Sent sent : fill()) {
      limit.overloaded(sent, Duration.ZERO, now);
      limit.leave();
    }

    assertThat(limit.limit()).isEqualTo(4);
  }

  @Test
  void neverFallsBelowOne() {
    for (int i = 0; i < 5; i++) {
      limit.overloaded(limit.send("read", now), Duration.ZERO, now);
    }

    assertThat(limit.limit()).isEqualTo(1);
    assertThat(fill()).hasSize(1);
  }

  @Test
  void letsNobodyInUntilTheTimeTheShopAskedForIsOver() {
    limit.overloaded(limit.send("read", now), Duration.ofSeconds(30), now);
    limit.overloaded(limit.send("read", now), Duration.ofSeconds(10), now);

    assertThat(limit.tryEnter(now.plusSeconds(29))).isFalse();
    assertThat(limit.held(now.plusSeconds(29))).isEqualTo(Duration.ofSeconds(1));
    assertThat(limit.tryEnter(now.plusSeconds(30))).isTrue();
  }

  @Test
  void waitsTwoMinutesAtMost() {
    limit.overloaded(limit.send("read", now), Duration.ofDays(1), now);

    assertThat(limit.held(now)).isEqualTo(Duration.ofMinutes(2));
  }
}
