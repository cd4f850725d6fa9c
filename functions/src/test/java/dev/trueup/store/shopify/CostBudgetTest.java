package dev.trueup.store.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CostBudgetTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final CostBudget budget = new CostBudget();

  private static Instant after(long millis) {
    return START.plusMillis(millis);
  }

  private static Cost cost(double requested, double actual, double available) {
    return new Cost(requested, actual, available, 2000, 100);
  }

  private CostBudget.Reservation reserve(double points, Instant now) {
    return budget.tryReserve(points, now).orElseThrow();
  }

  /// A first answer, after which the bucket holds these points.
  private void known(double available) {
    budget.settle(reserve(10, START), cost(10, 10, available), START);
  }

  @Test
  void grantsAnythingBeforeTheFirstAnswer() {
    assertThat(budget.known()).isFalse();
    assertThat(budget.waitFor(5000, START)).isZero();
    assertThat(budget.tryReserve(5000, START)).isPresent();
  }

  @Test
  void waitsExactlyUntilTheBucketHoldsTheCost() {
    known(4);

    assertThat(budget.tryReserve(10, START)).isEmpty();
    assertThat(budget.waitFor(10, START)).isEqualTo(Duration.ofMillis(60));
    assertThat(budget.tryReserve(10, after(59))).isEmpty();
    assertThat(budget.tryReserve(10, after(60))).isPresent();
    assertThat(budget.available(after(60))).isCloseTo(0, within(1e-9));
  }

  @Test
  void givesBackWhatARequestDidNotUse() {
    known(1000);
    var reading = reserve(200, START);
    assertThat(budget.available(START)).isEqualTo(800);

    budget.settle(reading, cost(200, 30, 970), START);

    assertThat(budget.available(START)).isEqualTo(970);
  }

  @Test
  void takesOffEverythingThatMayNotHaveBeenInTheAnswer() {
    known(1000);
    var first = reserve(10, START);
    var second = reserve(20, START);
    var third = reserve(40, START);

    budget.settle(second, cost(20, 20, 980), START);

    assertThat(budget.available(START)).isEqualTo(980 - 10 - 40);
    budget.settle(third, cost(40, 40, 930), START);
    assertThat(budget.available(START)).isEqualTo(930 - 10 - 20);
    budget.settle(first, cost(10, 10, 990), START);
    assertThat(budget.available(START)).isEqualTo(900);
  }

  @Test
  void ignoresWhatALateAnswerSaysOfTheBucket() {
    known(1000);
    var slow = reserve(100, START);
    budget.settle(reserve(10, after(100)), cost(10, 10, 500), after(100));
    assertThat(budget.available(after(100))).isEqualTo(400);

    budget.settle(slow, cost(100, 25, 1900), after(100));

    assertThat(budget.available(after(100))).isEqualTo(475);
  }

  @Test
  void followsTheBucketDownWhenSomebodyElseUsesIt() {
    known(1000);

    budget.settle(reserve(10, after(1000)), cost(10, 10, 300), after(1000));

    assertThat(budget.available(after(1000))).isEqualTo(300);
  }

  @Test
  void neverHoldsMoreThanTheMaximumLessWhatIsInFlight() {
    known(1990);
    var inFlight = reserve(50, after(1000));

    assertThat(budget.available(after(60_000))).isEqualTo(1950);
    budget.settle(inFlight, cost(50, 50, 2000), after(60_000));
    assertThat(budget.available(after(120_000))).isEqualTo(2000);
  }

  @Test
  void countsTheCostOfAnUnansweredRequest() {
    known(1000);
    budget.settleUnanswered(reserve(300, START));

    assertThat(budget.available(START)).isEqualTo(700);
    assertThat(budget.available(after(1000))).isEqualTo(800);
  }

  @Test
  void knowsNothingAfterAnUnansweredFirstRequest() {
    budget.settleUnanswered(reserve(10, START));

    assertThat(budget.known()).isFalse();
    known(500);
    assertThat(budget.available(START)).isEqualTo(500);
  }

  @Test
  void holdsEverybodyBackAfterAThrottledRequest() {
    known(1000);

    budget.throttled(reserve(10, START), cost(10, 0, 3), START);

    assertThat(budget.available(START)).isEqualTo(3);
    assertThat(budget.waitFor(10, START)).isEqualTo(Duration.ofSeconds(1));
    assertThat(budget.waitFor(250, START)).isEqualTo(Duration.ofMillis(2470));
    assertThat(budget.tryReserve(10, after(999))).isEmpty();
    assertThat(budget.tryReserve(10, after(1000))).isPresent();
  }

  @Test
  void learnsTheRateOfAnotherPlan() {
    known(0);
    assertThat(budget.restoreRate()).contains(100.0);

    budget.settle(reserve(0, START), new Cost(10, 10, 0, 20_000, 1000), START);

    assertThat(budget.restoreRate()).contains(1000.0);
    assertThat(budget.waitFor(10, START)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void letsARequestDearerThanTheBucketGoWhenItIsFull() {
    known(1900);

    assertThat(budget.waitFor(5000, START)).isEqualTo(Duration.ofSeconds(1));
    assertThat(budget.tryReserve(5000, after(1000))).isPresent();
  }
}
