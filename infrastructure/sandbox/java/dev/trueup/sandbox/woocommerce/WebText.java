package dev.trueup.sandbox.woocommerce;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What WordPress does to text.
final class WebText {
  private static final Pattern BARE_AMPERSAND =
      Pattern.compile("&(?!(?:#\\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]{1,30});)");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]*>");
  private static final Pattern LINE_END =
      Pattern.compile("(</(?:p|ul|ol|li|div|table|tr|h[1-6])>|<(?:ul|ol|table|tr)>)\\s*");
  private static final Pattern STARTS_WITH_BLOCK =
      Pattern.compile("^\\s*<(?:p|ul|ol|li|div|table|h[1-6]|blockquote|figure|pre)\\b");

  private WebText() {}

  /// How a name is stored: `A & B < C` becomes `A &amp; B &lt; C`; entities and tags stay.
  static String encode(String text) {
    String safe = BARE_AMPERSAND.matcher(text).replaceAll("&amp;");
    StringBuilder encoded = new StringBuilder();
    Matcher tags = TAG.matcher(safe);
    int from = 0;
    while (tags.find()) {
      encoded.append(encodeAngles(safe.substring(from, tags.start()))).append(tags.group());
      from = tags.end();
    }
    return encoded.append(encodeAngles(safe.substring(from))).toString();
  }

  private static String encodeAngles(String text) {
    return text.replace("<", "&lt;").replace(">", "&gt;");
  }

  /// The plain text of a stored name.
  static String decode(String encoded) {
    return encoded
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&amp;", "&");
  }

  /// `Décor & More` becomes `decor-more`.
  static String slug(String text) {
    return Normalizer.normalize(decode(text), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9_]+", "-")
        .replaceAll("^-+|-+$", "");
  }

  /// A description as shown: paragraphs around bare text, a line end after each block. It is
  /// answered so to whoever reads, and raw to whoever has just written.
  static String paragraphs(String html) {
    if (html.isBlank()) {
      return "";
    }
    String blocks =
        STARTS_WITH_BLOCK.matcher(html).find()
            ? html
            : "<p>" + html.strip().replaceAll("\\n\\s*\\n", "</p><p>") + "</p>";
    String lines = LINE_END.matcher(blocks).replaceAll("$1\n");
    return lines.endsWith("\n") ? lines : lines + "\n";
  }
}
