package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;

/// A product or variation that cannot be understood; the message is a sentence that names it.
final class MalformedItemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_ID = 40;

  MalformedItemException(JsonNode item, String what) {
    super("WooCommerce's item " + id(item) + " cannot be read: " + what + ".");
  }

  private static String id(JsonNode item) {
    String id = item.path("id").toString();
    return id.isEmpty() ? "without id" : id.substring(0, Math.min(id.length(), LONGEST_ID));
  }
}
