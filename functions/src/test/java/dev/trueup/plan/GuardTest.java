package dev.trueup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GuardTest {
  @Test
  void tripsWhenMoreThanTheShareOfMatchedItemsWouldChange() {
    assertThat(guard("changed-share", tally(100, 30, 0), Optional.empty()).tripped()).isFalse();
    Guard tripped = guard("changed-share", tally(100, 31, 0), Optional.empty());
    assertThat(tripped.tripped()).isTrue();
    assertThat(tripped.value()).isEqualByComparingTo(new BigDecimal("0.31"));
    assertThat(tripped.sentence()).isEqualTo("31 of 100 matched items would be changed");
  }

  @Test
  void tripsWhenMoreThanTheShareWouldBeSetToZero() {
    assertThat(guard("zeroed-share", tally(100, 10, 10), Optional.empty()).tripped()).isFalse();
    assertThat(guard("zeroed-share", tally(100, 11, 11), Optional.empty()).tripped()).isTrue();
  }

  @Test
  void tripsWhenTheSourceIsEmptyAndTheDestinationIsNot() {
    Tally empty = new Tally(0, 5, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0);
    assertThat(guard("source-empty", empty, Optional.empty()).tripped()).isTrue();
    assertThat(guard("source-empty", tally(1, 0, 0), Optional.empty()).tripped()).isFalse();
  }

  @Test
  void tripsWhenTheSourceShrankSinceTheLastRun() {
    assertThat(guard("source-shrunk", tally(80, 0, 0), Optional.of(100)).tripped()).isFalse();
    assertThat(guard("source-shrunk", tally(79, 0, 0), Optional.of(100)).tripped()).isTrue();
    assertThat(guard("source-shrunk", tally(79, 0, 0), Optional.empty()).tripped()).isFalse();
  }

  @Test
  void stopsBlockingWhenAPersonOverridesIt() {
    Guard tripped = guard("changed-share", tally(10, 9, 0), Optional.empty());
    assertThat(tripped.blocks()).isTrue();
    assertThat(tripped.overridden("ada").blocks()).isFalse();
  }

  private static Tally tally(int matched, int differences, int zeroed) {
    return new Tally(matched, matched, matched, 0, 0, 0, 0, 0, 0, 0, differences, 0, zeroed);
  }

  private static Guard guard(String name, Tally tally, Optional<Integer> last) {
    return Guard.measure(tally, Limits.DEFAULTS, last).stream()
        .filter(guard -> guard.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
