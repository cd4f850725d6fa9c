package dev.trueup.sandbox.shopify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a page ended. Opaque to clients: the text looks as Shopify's does and means nothing to
/// them.
///
/// @param sortedAt the value of the sort key, or the epoch when pages are sorted by id
record Cursor(long number, Instant sortedAt) {
  private static final Pattern FORM =
      Pattern.compile("\\{\"last_id\":([0-9]{1,18}),\"last_value\":\"([^\"]{1,40})\"}");

  static Cursor at(long number) {
    return new Cursor(number, Instant.EPOCH);
  }

  /// @throws ApiException when the text is no cursor of this store
  static Cursor parse(String text) {
    try {
      String json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      Matcher matcher = FORM.matcher(json);
      if (matcher.matches()) {
        return new Cursor(Long.parseLong(matcher.group(1)), Instant.parse(matcher.group(2)));
      }
    } catch (IllegalArgumentException | DateTimeParseException _) {
      // falls through to the refusal
    }
    throw new ApiException("BAD_REQUEST", "Invalid cursor for current pagination sort.");
  }

  String text() {
    String json = "{\"last_id\":" + number + ",\"last_value\":\"" + sortedAt + "\"}";
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
