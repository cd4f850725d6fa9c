package dev.trueup.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The shop itself, the installed app, and the locations. Objects that never change are maps.
final class ShopFields {
  private final ShopSettings settings;
  private final PointBucket bucket;

  ShopFields(ShopSettings settings, PointBucket bucket) {
    this.settings = settings;
    this.bucket = bucket;
  }

  void addTo(RuntimeWiring.Builder wiring) {
    TypeFields.of("Location", StoreLocation.class)
        .read("id", StoreLocation::gid)
        .read("legacyResourceId", StoreLocation::number)
        .read("name", StoreLocation::name)
        .read("isActive", StoreLocation::active)
        .read("isFulfillmentService", location -> location.fulfillmentService() != null)
        .read("fulfillmentService", ShopFields::fulfillmentService)
        .read("fulfillsOnlineOrders", StoreLocation::active)
        .read("shipsInventory", StoreLocation::active)
        .read("address", _ -> Map.of("countryCode", "DE", "city", "Berlin", "zip", "10115"))
        .read("createdAt", _ -> "2026-01-01T00:00:00Z")
        .read("updatedAt", _ -> "2026-01-01T00:00:00Z")
        .addTo(wiring);
  }

  Map<String, Object> shop() {
    return Map.of(
        "id", "gid://shopify/Shop/70000000001",
        "name", settings.name(),
        "myshopifyDomain", settings.domain(),
        "primaryDomain",
            Map.of(
                "id",
                "gid://shopify/Domain/1",
                "host",
                settings.domain(),
                "url",
                "https://" + settings.domain()),
        "currencyCode", settings.currencyCode(),
        "weightUnit", "KILOGRAMS",
        "ianaTimezone", "Europe/Berlin",
        "taxesIncluded", true,
        "plan", plan(),
        "resourceLimits",
            Map.of(
                "maxProductVariants", 2_048,
                "maxProductOptions", 3,
                "locationLimit", 200,
                "redirectLimitReached", false));
  }

  private Map<String, Object> plan() {
    Plan plan = bucket.plan();
    return Map.of(
        "publicDisplayName",
        plan.displayName(),
        "partnerDevelopment",
        false,
        "shopifyPlus",
        plan.compareTo(Plan.PLUS) >= 0);
  }

  Map<String, Object> installation(DataFetchingEnvironment env) {
    AccessScopes scopes = Objects.requireNonNull(env.getGraphQlContext().get(AccessScopes.class));
    List<Map<String, String>> handles =
        scopes.handles().stream()
            .map(handle -> Map.of("handle", handle, "description", handle.replace('_', ' ')))
            .toList();
    return Map.of(
        "id",
        "gid://shopify/AppInstallation/1",
        "accessScopes",
        handles,
        "app",
        Map.of(
            "id",
            "gid://shopify/App/1",
            "title",
            "Trueup sandbox app",
            "apiKey",
            settings.clientId(),
            "webhookApiVersion",
            settings.servedVersion()));
  }

  private static @Nullable Object fulfillmentService(StoreLocation location) {
    String service = location.fulfillmentService();
    return service == null
        ? null
        : Map.of(
            "id",
            "gid://shopify/FulfillmentService/" + location.number() + "?id=true",
            "handle",
            service,
            "serviceName",
            location.name(),
            "inventoryManagement",
            true);
  }
}
