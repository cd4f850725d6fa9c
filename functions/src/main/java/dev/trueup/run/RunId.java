package dev.trueup.run;

import java.time.Instant;
import java.util.random.RandomGenerator;

/// Ids that sort by time: ten characters of milliseconds and ten of randomness, in Crockford's base
/// 32.
public final class RunId {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 20;

  private RunId() {}

  public static String at(Instant time, RandomGenerator random) {
    var id = new StringBuilder(LENGTH);
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(DIGITS.charAt((int) (time.toEpochMilli() >>> shift) & 31));
    }
    for (int i = 0; i < 10; i++) {
      id.append(DIGITS.charAt(random.nextInt(32)));
    }
    return id.toString();
  }

  /// Whether a text from outside can be a run id at all.
  public static boolean plausible(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
  }
}
