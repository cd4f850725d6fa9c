package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.store.Connection;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Asks a shop who and how it is.
final class WooCommerceConnection {
  private final WooCommerceClient client;
  private final List<String> warnings = new ArrayList<>();

  WooCommerceConnection(WooCommerceClient client) {
    this.client = client;
  }

  /// @throws StoreException when products cannot be read; less than that is a warning
  Connection connect() {
    client.get(Query.of(StockItems.PRODUCTS).with("per_page", 1).with("_fields", "id"));
    JsonNode site = site();
    JsonNode system = system();
    String weightUnit = weightUnit();
    warnAboutWriting();
    warnAboutEncryption();
    String shop = client.settings().shop();
    String name = WebText.decoded(site.path("name").asText(""));
    return new Connection(
        shop,
        name.isEmpty() ? shop : name,
        system.path("environment").path("version").asText(""),
        system.path("settings").path("currency").asText(""),
        weightUnit,
        timezone(site),
        List.of(),
        List.of(),
        warnings);
  }

  private JsonNode site() {
    try {
      return client
          .getOpenly(Query.of("").with("_fields", "name,timezone_string,gmt_offset"))
          .body();
    } catch (StoreException e) {
      warnings.add("The name and time zone of the shop cannot be read: " + e.sentence());
      return MissingNode.getInstance();
    }
  }

  private JsonNode system() {
    return settings(
        Query.of("wc/v3/system_status").with("_fields", "environment,settings"),
        "version and currency");
  }

  private String weightUnit() {
    return settings(
            Query.of("wc/v3/settings/products/woocommerce_weight_unit").with("_fields", "value"),
            "weight unit")
        .path("value")
        .asText("");
  }

  /// These need the capability `manage_woocommerce`, which the key's user may lack.
  private JsonNode settings(Query query, String what) {
    try {
      return client.get(query).body();
    } catch (StoreException e) {
      if (e.retryable()) {
        throw e;
      }
      warnings.add(
          "The %s of the shop cannot be read; the key of an administrator or shop manager can: %s"
              .formatted(what, e.sentence()));
      return MissingNode.getInstance();
    }
  }

  /// An empty batch changes nothing and is refused where the key may not write.
  private void warnAboutWriting() {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    nothing.putArray("update");
    try (var shop = client.converse(Instant.MAX)) {
      shop.post(Query.of(StockItems.PRODUCTS + "/batch"), nothing, 0, Instant.MAX);
    } catch (StoreException e) {
      if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.UNAUTHORIZED) {
        warnings.add("The shop can be the source and not the destination: " + e.sentence());
      }
    }
  }

  private void warnAboutEncryption() {
    if (!client.settings().encrypted() && !client.settings().loopback()) {
      warnings.add(
          "WOOCOMMERCE_URL is not https: requests are signed, and what they carry can be read on"
              + " the way.");
    }
  }

  private static String timezone(JsonNode site) {
    String name = site.path("timezone_string").asText("");
    if (!name.isEmpty()) {
      return name;
    }
    long seconds = Math.round(site.path("gmt_offset").asDouble(0) * 3600);
    return ZoneOffset.ofTotalSeconds(Math.clamp(seconds, -64_800, 64_800)).getId();
  }
}
