package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedProduct;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What a [SimulatedShopify] is made of.
public final class SimulatedShopifyBuilder {
  final List<SeedProduct> seed;
  final List<StoreLocation> locations = new ArrayList<>();
  final Set<String> bundles = new HashSet<>();
  Plan plan = Plan.STANDARD;
  AccessScopes scopes = AccessScopes.ALL;
  String shop = "sandbox.myshopify.com";
  String currencyCode = "EUR";
  String clientId = "sandbox-client";
  String clientSecret = "sandbox-secret";
  String staticToken = "shpat_sandbox";
  String servedVersion = "2026-10";
  int port;
  LongSupplier nanos = System::nanoTime;
  InstantSource clock = InstantSource.system();
  Optional<Path> data = Optional.empty();

  SimulatedShopifyBuilder(List<SeedProduct> seed) {
    this.seed = List.copyOf(seed);
  }

  public SimulatedShopifyBuilder plan(Plan plan) {
    this.plan = plan;
    return this;
  }

  /// Active locations of the merchant, in this order; the first holds the stock of the seed.
  /// Without any there is one, `Main`.
  public SimulatedShopifyBuilder locations(String... names) {
    for (String name : names) {
      addLocation(name, true, null);
    }
    return this;
  }

  /// A location that was switched off.
  public SimulatedShopifyBuilder inactiveLocation(String name) {
    return addLocation(name, false, null);
  }

  /// A location that belongs to a fulfilment service.
  public SimulatedShopifyBuilder fulfillmentService(String name, String handle) {
    return addLocation(name, true, handle);
  }

  private SimulatedShopifyBuilder addLocation(
      String name, boolean active, @Nullable String fulfillmentService) {
    locations.add(new StoreLocation(locations.size(), name, active, fulfillmentService));
    return this;
  }

  /// The item of this SKU refuses every change of its stock, as the parent of a bundle does.
  public SimulatedShopifyBuilder bundle(String sku) {
    bundles.add(sku);
    return this;
  }

  /// What the app is granted instead of everything; a write scope implies the read scope.
  public SimulatedShopifyBuilder scopes(String... granted) {
    scopes = new AccessScopes(Set.of(granted));
    return this;
  }

  public SimulatedShopifyBuilder shop(String domain) {
    shop = domain;
    return this;
  }

  public SimulatedShopifyBuilder currency(String code) {
    currencyCode = code;
    return this;
  }

  public SimulatedShopifyBuilder client(String id, String secret) {
    clientId = id;
    clientSecret = secret;
    return this;
  }

  /// A token that is accepted without having been issued, as an admin-created app has.
  public SimulatedShopifyBuilder staticToken(String token) {
    staticToken = token;
    return this;
  }

  /// The version that answers; requests for older ones fall forward to it.
  public SimulatedShopifyBuilder servedVersion(String version) {
    servedVersion = version;
    return this;
  }

  /// A fixed port instead of a free one.
  public SimulatedShopifyBuilder port(int port) {
    this.port = port;
    return this;
  }

  /// The clock of the points, in nanoseconds from anywhere.
  public SimulatedShopifyBuilder nanos(LongSupplier nanos) {
    this.nanos = nanos;
    return this;
  }

  /// The clock of tokens, idempotency keys and `updatedAt`.
  public SimulatedShopifyBuilder clock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /// Keeps the store in `shopify.jsonl` of this directory; started again with the same seed and
  /// locations, it goes on where it was.
  public SimulatedShopifyBuilder data(Path directory) {
    data = Optional.of(directory);
    return this;
  }

  public SimulatedShopify start() {
    if (locations.isEmpty()) {
      locations("Main");
    }
    return new SimulatedShopify(this);
  }
}
