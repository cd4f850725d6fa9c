package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// An error as WordPress reports it: `{code, message, data: {status, …}}`. The codes and sentences
/// are those of the recorded answers, and of WooCommerce's source where none was recorded.
final class Refusal extends RuntimeException {
  private final transient ObjectNode error;
  private final int status;

  Refusal(int status, String code, String message) {
    this(status, code, message, Json.object());
  }

  Refusal(int status, String code, String message, ObjectNode more) {
    super(message);
    this.status = status;
    this.error = Json.object().put("code", code).put("message", message);
    error.putObject("data").put("status", status).setAll(more);
  }

  static Refusal noRoute() {
    return new Refusal(
        404, "rest_no_route", "No route was found matching the URL and request method.");
  }

  static Refusal invalidJson() {
    return new Refusal(
        400,
        "rest_invalid_json",
        "Invalid JSON body passed.",
        Json.object().put("json_error_code", 4).put("json_error_message", "Syntax error"));
  }

  /// @param postType `product` or `product_variation`
  static Refusal invalidId(int status, String postType) {
    return new Refusal(status, "woocommerce_rest_" + postType + "_invalid_id", "Invalid ID.");
  }

  static Refusal variationThroughProducts() {
    return new Refusal(
        404,
        "woocommerce_rest_invalid_product_id",
        "To manipulate product variations you should use the"
            + " /products/&lt;product_id&gt;/variations/&lt;id&gt; endpoint.");
  }

  static Refusal duplicateSku(int holder, String uniqueSku) {
    return new Refusal(
        400,
        "product_invalid_sku",
        "Invalid or duplicated SKU.",
        Json.object().put("resource_id", holder).put("unique_sku", uniqueSku));
  }

  static Refusal skuHeldByTrash(String sku) {
    return new Refusal(
        400,
        "woocommerce_rest_product_not_created",
        "The SKU (" + sku + ") you are trying to insert is already present in the lookup table");
  }

  static Refusal batchTooLarge() {
    return new Refusal(
        413,
        "woocommerce_rest_request_entity_too_large",
        "Unable to accept more than 100 items for this request.");
  }

  /// Something the real shop can do and this one cannot.
  static Refusal notSimulated(String what) {
    return new Refusal(501, "sandbox_not_simulated", what + " is not simulated.");
  }

  ObjectNode error() {
    return error;
  }

  Answer answer() {
    return new Answer(status, error, java.util.Map.of());
  }

  /// This refusal in the place of a batch item.
  ObjectNode asItem(com.fasterxml.jackson.databind.JsonNode id) {
    ObjectNode item = Json.object();
    item.set("id", id);
    item.set("error", error);
    return item;
  }
}
