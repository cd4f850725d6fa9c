package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointBucketTest {
  private final TestingTime time = new TestingTime();
  private final PointBucket bucket = new PointBucket(Plan.STANDARD, time);

  @ParameterizedTest
  @CsvSource({
    "STANDARD, 2000, 100",
    "ADVANCED, 4000, 200",
    "PLUS, 20000, 1000",
    "ENTERPRISE, 40000, 2000"
  })
  void isAsLargeAndRefillsAsFastAsThePlanSays(Plan plan, int maximum, double restoreRate) {
    assertThat(new PointBucket(plan, time).throttleStatus())
        .containsEntry("maximumAvailable", (double) maximum)
        .containsEntry("currentlyAvailable", maximum)
        .containsEntry("restoreRate", restoreRate);
  }

  @Test
  void takesNothingWhenThereIsTooLittle() {
    assertThat(bucket.tryReserve(1_500)).isTrue();
    assertThat(bucket.tryReserve(501)).isFalse();
    assertThat(available()).isEqualTo(500);
    assertThat(bucket.tryReserve(500)).isTrue();
    assertThat(available()).isZero();
  }

  @Test
  void refillsWithTimeUpToItsMaximum() {
    assertThat(bucket.tryReserve(2_000)).isTrue();
    time.pass(Duration.ofMillis(2_345));
    assertThat(available()).isEqualTo(234);
    time.pass(Duration.ofMinutes(1));
    assertThat(available()).isEqualTo(2_000);
  }

  @Test
  void keepsFractionsOfAPoint() {
    assertThat(bucket.tryReserve(2_000)).isTrue();
    for (int i = 0; i < 100; i++) {
      time.pass(Duration.ofMillis(5));
      bucket.throttleStatus();
    }
    assertThat(available()).isEqualTo(50);
  }

  @Test
  void neverHoldsMoreThanItsMaximumAfterARefund() {
    assertThat(bucket.tryReserve(100)).isTrue();
    time.pass(Duration.ofSeconds(10));
    bucket.refund(90);
    assertThat(available()).isEqualTo(2_000);
  }

  @Test
  void isFullAfterAChangeOfPlan() {
    assertThat(bucket.tryReserve(2_000)).isTrue();
    bucket.changePlan(Plan.PLUS);
    assertThat(available()).isEqualTo(20_000);
  }

  private int available() {
    return (int) bucket.throttleStatus().getOrDefault("currentlyAvailable", -1);
  }
}
