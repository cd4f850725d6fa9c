package dev.trueup.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A limit on a plan, measured. A tripped guard stops the plan until a person overrides it by name.
///
/// @param value what was measured, in the unit of the limit
/// @param sentence what it means for a merchant
/// @param overriddenBy who overrode it, or null
public record Guard(
    String name,
    BigDecimal limit,
    BigDecimal value,
    boolean tripped,
    String sentence,
    @Nullable String overriddenBy) {
  private static final String SOURCE_EMPTY = "source-empty";
  private static final String SOURCE_SHRUNK = "source-shrunk";

  public Guard overridden(String by) {
    return new Guard(name, limit, value, tripped, sentence, by);
  }

  /// Whether it measures the source, and not what would be written.
  public boolean isAboutSource() {
    return name.equals(SOURCE_EMPTY) || name.equals(SOURCE_SHRUNK);
  }

  /// Whether it stops the plan.
  public boolean blocks() {
    return tripped && overriddenBy == null;
  }

  /// Measures a plan.
  ///
  /// @param lastSourceRead how many records the source had in the last run of this pair and
  ///   resource; empty for the first
  public static List<Guard> measure(Tally tally, Limits limits, Optional<Integer> lastSourceRead) {
    return List.of(
        share(
            "changed-share",
            tally.differences(),
            tally.matched(),
            limits.changedShare(),
            "changed"),
        share("zeroed-share", tally.zeroed(), tally.matched(), limits.zeroedShare(), "set to zero"),
        sourceEmpty(tally),
        sourceShrunk(tally, limits.sourceShrink(), lastSourceRead));
  }

  private static Guard share(
      String name, int part, int whole, BigDecimal limit, String participle) {
    BigDecimal value = ratio(part, whole);
    return new Guard(
        name,
        limit,
        value,
        value.compareTo(limit) > 0,
        "%d of %d matched items would be %s".formatted(part, whole, participle),
        null);
  }

  private static Guard sourceEmpty(Tally tally) {
    boolean empty = tally.sourceRead() == 0 && tally.destinationRead() > 0;
    return new Guard(
        SOURCE_EMPTY,
        BigDecimal.ONE,
        BigDecimal.valueOf(tally.sourceRead()),
        empty,
        empty ? "the source has no records at all" : "the source is not empty",
        null);
  }

  private static Guard sourceShrunk(Tally tally, BigDecimal limit, Optional<Integer> last) {
    int before = last.orElse(tally.sourceRead());
    BigDecimal value = ratio(Math.max(before - tally.sourceRead(), 0), before);
    return new Guard(
        SOURCE_SHRUNK,
        limit,
        value,
        value.compareTo(limit) > 0,
        "the source has %d records, %d in the last run".formatted(tally.sourceRead(), before),
        null);
  }

  private static BigDecimal ratio(int part, int whole) {
    return part == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part)
            .divide(
                BigDecimal.valueOf(Math.max(whole, 1)), new MathContext(4, RoundingMode.HALF_UP));
  }
}
