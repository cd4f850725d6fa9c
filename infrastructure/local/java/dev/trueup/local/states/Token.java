package dev.trueup.local.states;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A task token: the name of one task attempt of one execution. The same attempt has the same token
/// after a restart, so that tokens kept elsewhere stay good.
record Token(String execution, String scope, int step, int attempt) {
  private static final Pattern FORM =
      Pattern.compile("trueup:([^:]+):([0-9./]*):([0-9]{1,9}):([0-9]{1,9})");

  String encode() {
    String text = "trueup:" + execution + ":" + scope + ":" + step + ":" + attempt;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Optional<Token> decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      Matcher matcher = FORM.matcher(new String(bytes, StandardCharsets.UTF_8));
      return matcher.matches()
          ? Optional.of(
              new Token(
                  matcher.group(1),
                  matcher.group(2),
                  Integer.parseInt(matcher.group(3)),
                  Integer.parseInt(matcher.group(4))))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
