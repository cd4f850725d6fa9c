package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.zip.CRC32;

/// Where a list goes on: opaque to clients, good only for the list that gave it.
final class Cursor {
  private static final int SUM_DIGITS = 8;

  private Cursor() {}

  /// @param list which list, and what it is narrowed to
  static String of(String list, String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((sum(list, place) + place).getBytes(UTF_8));
  }

  /// @throws ProblemException when the cursor is not one that this list gave
  static String place(String list, String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (text.length() > SUM_DIGITS) {
        String place = text.substring(SUM_DIGITS);
        if (text.startsWith(sum(list, place))) {
          return place;
        }
      }
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
    throw unknown();
  }

  static ProblemException unknown() {
    return Problem.of(400, "this cursor was not given by this list: start without one")
        .with("field", "cursor")
        .exception();
  }

  private static String sum(String list, String place) {
    var sum = new CRC32();
    sum.update((list + "\n" + place).getBytes(UTF_8));
    return "%08x".formatted(sum.getValue());
  }
}
