package dev.trueup.store.woocommerce;

import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// Text as WordPress gives it: with HTML entities, and in messages with tags.
final class WebText {
  private static final int LONGEST_MESSAGE = 300;

  private WebText() {}

  /// WooCommerce stores names with `&`, `<` and `>` as entities (`A &amp; B`).
  static String decoded(String text) {
    return Parser.unescapeEntities(text, false).strip();
  }

  /// A message of the shop as plain text, short enough to be quoted.
  static String message(String html) {
    String text = Jsoup.parse(html).text();
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
  }
}
