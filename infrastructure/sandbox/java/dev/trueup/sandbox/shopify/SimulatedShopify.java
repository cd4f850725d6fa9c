package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.trueup.sandbox.SeedProduct;
import graphql.schema.GraphQLSchema;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A Shopify store that runs here: the Admin GraphQL API of version 2026-10 over HTTP on loopback,
/// with its token, its points, its limits and its errors, stricter than the real one where the real
/// one is lenient. Facts come from recorded answers of versions 2026-04 and later.
public final class SimulatedShopify implements AutoCloseable {
  private final ShopSettings settings;
  private final String clientSecret;
  private final String staticToken;
  private final StoreState state;
  private final StoreControl control;
  private final PointBucket bucket;
  private final AccessTokens tokens;
  private final BulkOperations bulkOperations;
  private final Faults faults = new Faults();
  private final RequestLog requests = new RequestLog();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AdminApi api;
  private final HttpFront http;
  private volatile Consumer<String> onRequest = _ -> {};
  private volatile Runnable whileWriting = () -> {};

  SimulatedShopify(SimulatedShopifyBuilder from) {
    settings =
        new ShopSettings(
            "Trueup sandbox", from.shop, from.currencyCode, from.clientId, from.servedVersion);
    clientSecret = from.clientSecret;
    staticToken = from.staticToken;
    state = state(from);
    control = new StoreControl(state);
    bucket = new PointBucket(from.plan, from.nanos);
    tokens = new AccessTokens(staticToken, from.clock);
    bulkOperations = new BulkOperations(from.clock, this::address);
    api = new AdminApi(schema(), state, bucket);
    http =
        new HttpFront(
            from.port,
            new Routes(
                settings.servedVersion(),
                new GraphqlEndpoint(api, tokens, from.scopes, faults, this::await),
                new TokenEndpoint(from.clientId, clientSecret, from.scopes, tokens),
                new ControlEndpoint(this),
                control,
                bulkOperations,
                requests,
                from.nanos,
                operation -> onRequest.accept(operation)));
  }

  private static StoreState state(SimulatedShopifyBuilder from) {
    Instant now = from.clock.instant();
    Optional<Journal> journal =
        from.data.map(directory ->
            Journal.open(
                directory.resolve("shopify.jsonl"), SeedName.of(from.seed, from.locations), now));
    Instant seededAt = journal.map(Journal::seededAt).orElse(now);
    CatalogueSeeding seeding = new CatalogueSeeding(from.locations, from.bundles, seededAt);
    return new StoreState(seeding.seed(from.seed), from.clock, journal);
  }

  private GraphQLSchema schema() {
    ShopFields shop = new ShopFields(settings, bucket);
    NodeLookup nodes = new NodeLookup(state.catalogue(), bulkOperations);
    return AdminSchema.of(
        List.of(
            shop::addTo,
            new RootFields(state, nodes, shop)::addTo,
            new ProductFields(settings)::addTo,
            new InventoryFields(state, settings)::addTo,
            new MutationFields(state, () -> whileWriting.run())::addTo,
            new BulkFields(bulkOperations, this::api)::addTo));
  }

  public static SimulatedShopifyBuilder builder(List<SeedProduct> seed) {
    return new SimulatedShopifyBuilder(seed);
  }

  /// Where it listens, such as `http://127.0.0.1:41234`; what `SHOPIFY_URL` takes.
  public String url() {
    return address().toString();
  }

  private URI address() {
    return http.url();
  }

  private AdminApi api() {
    return api;
  }

  public String shop() {
    return settings.domain();
  }

  public String clientId() {
    return settings.clientId();
  }

  public String clientSecret() {
    return clientSecret;
  }

  public String staticToken() {
    return staticToken;
  }

  /// Every API request so far, in the order in which they were answered.
  public List<ShopifyRequest> requests() {
    return requests.all();
  }

  public long throttledRequests() {
    return requests().stream().filter(ShopifyRequest::throttled).count();
  }

  /// Forgets requests; for a test that has several acts.
  public void forgetRequests() {
    requests.forget();
  }

  /// Runs whenever an API request arrives, before it is executed, with the operation's name: the
  /// place for a sale between a read and a write.
  public void onRequest(Consumer<String> listener) {
    onRequest = listener;
  }

  /// Runs within each idempotent mutation, when its key is taken and nothing is written yet.
  public void whileWriting(Runnable listener) {
    whileWriting = listener;
  }

  /// An order of so many at the first location: fewer available, more committed.
  public void sell(String sku, int quantity) {
    sell(sku, quantity, Optional.empty());
  }

  /// An order at a location, given by its name or id.
  public void sell(String sku, int quantity, Optional<String> location) {
    control.sell(sku, quantity, location);
  }

  /// So many more available at the first location.
  public void restock(String sku, int quantity) {
    restock(sku, quantity, Optional.empty());
  }

  public void restock(String sku, int quantity, Optional<String> location) {
    control.restock(sku, quantity, location);
  }

  /// The available quantity at the first location, changed by the merchant.
  public void set(String sku, int quantity) {
    set(sku, quantity, Optional.empty());
  }

  public void set(String sku, int quantity, Optional<String> location) {
    control.set(sku, quantity, location);
  }

  public void setTracked(String sku, boolean tracked) {
    control.setTracked(sku, tracked);
  }

  /// Stocks the item at a location or no longer; the quantities stay.
  public void setActive(String sku, boolean active, Optional<String> location) {
    control.setActive(sku, active, location);
  }

  /// Deletes a variant, and its product with the last one.
  public void remove(String sku) {
    control.remove(sku);
  }

  /// Every variant: `{productId, variantId, inventoryItemId, sku, name, options, tracked,
  /// inventoryPolicy, updatedAt, price, compareAtPrice, levels: [{locationId, isActive, available,
  /// onHand, committed}]}`.
  public ArrayNode state() {
    return Json.MAPPER.valueToTree(control.state());
  }

  public void fault(Fault fault) {
    faults.add(fault);
  }

  public void clearFaults() {
    faults.clear();
  }

  /// Moves the shop to another plan, with a full bucket.
  public void plan(Plan plan) {
    bucket.changePlan(plan);
  }

  /// Makes every token of the client credentials grant invalid.
  public void expireTokens() {
    tokens.expireAll();
  }

  /// Refuses the grant from now on with this error, such as `shop_not_permitted` or
  /// `app_not_installed`; empty to grant again.
  public void refuseGrants(Optional<String> error) {
    tokens.refuseGrants(error);
  }

  /// Lets bulk operations stay `RUNNING` until they are let go.
  public void holdBulkOperations(boolean hold) {
    bulkOperations.hold(hold);
  }

  private void await(Duration duration) {
    try {
      boolean _ = closed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    http.close();
    bulkOperations.close();
    state.close();
  }
}
