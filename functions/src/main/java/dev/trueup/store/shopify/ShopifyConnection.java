package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.store.Connection;
import dev.trueup.store.Connection.Location;
import dev.trueup.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the shop who it is, what the app may do, and where stock is kept.
final class ShopifyConnection {
  private static final int LOCATIONS_PER_PAGE = 250;

  private final ShopifySettings settings;
  private final ShopifyClient client;

  ShopifyConnection(ShopifySettings settings, ShopifyClient client) {
    this.settings = settings;
    this.client = client;
  }

  /// The identity is the shop's own id, which stays when its address changes.
  Connection connect() {
    Exchange.Answered answer = client.ask(Operation.CONNECTION_CHECK, Map.of());
    JsonNode shop = answer.data().path("shop");
    List<String> scopes = scopes(answer.data());
    return new Connection(
        shop.path("id").asText(),
        shop.path("name").asText(),
        answer.version(),
        shop.path("currencyCode").asText(),
        shop.path("weightUnit").asText(),
        shop.path("ianaTimezone").asText(),
        scopes,
        locations(client),
        warnings(answer.version(), shop.path("myshopifyDomain").asText(), scopes));
  }

  private static List<String> scopes(JsonNode data) {
    var scopes = new ArrayList<String>();
    data.path("currentAppInstallation")
        .path("accessScopes")
        .forEach(scope -> scopes.add(scope.path("handle").asText()));
    return scopes;
  }

  private List<String> warnings(String version, String domain, List<String> scopes) {
    var warnings = new ArrayList<String>();
    if (!version.equals(ShopifyClient.VERSION)) {
      warnings.add(
          "Shopify answered with API version %s instead of %s: update Trueup"
              .formatted(version.isEmpty() ? "unknown" : version, ShopifyClient.VERSION));
    }
    if (settings.url() == null && !domain.equals(settings.host())) {
      warnings.add("the shop calls itself %s: set SHOPIFY_SHOP to it".formatted(domain));
    }
    missing(scopes)
        .ifPresent(scope ->
            warnings.add(
                "the app lacks the scope %s: add it in the Dev Dashboard".formatted(scope)));
    return warnings;
  }

  /// A write scope includes reading (shopify.dev, access scopes).
  private static Optional<String> missing(List<String> scopes) {
    if (scopes.isEmpty()) {
      return Optional.empty();
    }
    if (!scopes.contains("read_products") && !scopes.contains("write_products")) {
      return Optional.of("read_products");
    }
    if (scopes.contains("write_inventory")) {
      return Optional.empty();
    }
    return Optional.of(
        scopes.contains("read_inventory")
            ? "write_inventory, which it needs to be changed"
            : "read_inventory, and write_inventory to be changed");
  }

  /// All locations, the deactivated ones too.
  ///
  /// @throws StoreException when there is no full answer
  static List<Location> locations(ShopifyClient client) {
    var locations = new ArrayList<Location>();
    var variables = new HashMap<String, Object>(Map.of("first", LOCATIONS_PER_PAGE));
    boolean more = true;
    while (more) {
      JsonNode page = client.ask(Operation.LOCATIONS, variables).data().path("locations");
      page.path("nodes").forEach(node -> locations.add(location(node)));
      more = page.path("pageInfo").path("hasNextPage").asBoolean();
      variables.put("after", page.path("pageInfo").path("endCursor").asText());
    }
    return locations;
  }

  private static Location location(JsonNode node) {
    return new Location(
        node.path("id").asText(), node.path("name").asText(), node.path("isActive").asBoolean());
  }
}
