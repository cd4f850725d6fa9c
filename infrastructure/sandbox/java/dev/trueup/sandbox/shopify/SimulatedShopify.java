package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.SeedProduct;
import graphql.schema.GraphQLSchema;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Shopify store that runs here: the Admin GraphQL API of version 2026-10 over HTTP on loopback,
/// with its token, its points, its limits and its errors, stricter than the real one where the real
/// one is lenient. Facts come from recorded answers of versions 2026-04 and later.
public final class SimulatedShopify implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SimulatedShopify.class.getName());
  private static final Pattern API =
      Pattern.compile("/admin/api/([0-9]{4}-[0-9]{2})/graphql\\.json");

  private final ShopSettings settings;
  private final String clientSecret;
  private final String staticToken;
  private final StoreState state;
  private final PointBucket bucket;
  private final AccessTokens tokens;
  private final Faults faults = new Faults();
  private final GraphqlEndpoint graphql;
  private final TokenEndpoint tokenEndpoint;
  private final LongSupplier nanos;
  private final List<ShopifyRequest> requests = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpFront http;
  private volatile Consumer<String> onRequest = _ -> {};
  private volatile Runnable whileWriting = () -> {};

  SimulatedShopify(SimulatedShopifyBuilder from) {
    settings =
        new ShopSettings(
            "Trueup sandbox", from.shop, from.currencyCode, from.clientId, from.servedVersion);
    clientSecret = from.clientSecret;
    staticToken = from.staticToken;
    nanos = from.nanos;
    state =
        new StoreState(
            new CatalogueSeeding(from.locations, from.bundles, from.clock.instant())
                .seed(from.seed),
            from.clock);
    from.data.ifPresent(directory ->
        state.keepIn(directory.resolve("shopify.jsonl"), SeedName.of(from.seed, from.locations)));
    bucket = new PointBucket(from.plan, nanos);
    tokens = new AccessTokens(staticToken, from.clock);
    tokenEndpoint = new TokenEndpoint(from.clientId, clientSecret, from.scopes, tokens);
    AdminApi api = new AdminApi(schema(new BulkOperations()), state, bucket);
    graphql = new GraphqlEndpoint(api, tokens, from.scopes, faults, this::await);
    http = new HttpFront(from.port, new Site());
  }

  private GraphQLSchema schema(BulkOperations bulkOperations) {
    ShopFields shop = new ShopFields(settings, bucket);
    NodeLookup nodes = new NodeLookup(state.catalogue(), bulkOperations);
    return AdminSchema.of(
        List.of(
            shop::addTo,
            new RootFields(state, nodes, shop)::addTo,
            new ProductFields(settings)::addTo,
            new InventoryFields(state, settings)::addTo,
            new MutationFields(state, () -> whileWriting.run())::addTo));
  }

  public static SimulatedShopifyBuilder builder(List<SeedProduct> seed) {
    return new SimulatedShopifyBuilder(seed);
  }

  /// Where it listens; what `SHOPIFY_URL` takes.
  public URI url() {
    return http.url();
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
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  public long throttledRequests() {
    return requests().stream().filter(ShopifyRequest::throttled).count();
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
    state.close();
  }

  /// The paths of the store.
  private final class Site implements HttpFront.Site {
    @Override
    public Optional<java.nio.file.Path> file(String pathAndQuery) {
      return Optional.empty();
    }

    @Override
    public Reply answer(HttpFront.Request request) {
      try {
        return routed(request);
      } catch (RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "the sandbox failed", e);
        return Reply.json(500, Map.of("errors", "The sandbox failed: " + e));
      }
    }

    private Reply routed(HttpFront.Request request) {
      Matcher version = API.matcher(request.path());
      boolean post = request.method().equals("POST");
      if (post && version.matches() && isServed(version.group(1))) {
        return graphql(request);
      }
      if (post && request.path().equals("/admin/oauth/access_token")) {
        return tokenEndpoint.answer(request.contentType(), request.body());
      }
      return Reply.json(404, Map.of("errors", "Not Found"));
    }

    private boolean isServed(String version) {
      return version.compareTo(settings.servedVersion()) <= 0;
    }

    private Reply graphql(HttpFront.Request request) {
      long arrived = nanos.getAsLong();
      String operation = GraphqlEndpoint.operationName(request.body());
      onRequest.accept(operation);
      GraphqlEndpoint.Outcome outcome =
          graphql.answer(request.token(), request.contentType(), request.body(), operation);
      Reply reply = outcome.reply();
      boolean dropped = reply.delivery() == Reply.Delivery.DROPPED;
      synchronized (requests) {
        requests.add(
            new ShopifyRequest(
                operation,
                outcome.requestedCost(),
                outcome.actualCost(),
                outcome.throttled(),
                dropped ? 0 : reply.status(),
                arrived,
                Duration.ofNanos(nanos.getAsLong() - arrived)));
      }
      return reply.and("X-Shopify-API-Version", settings.servedVersion());
    }
  }
}
