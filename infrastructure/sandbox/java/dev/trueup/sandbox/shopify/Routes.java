package dev.trueup.sandbox.shopify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The paths of the store.
///
/// @param onRequest told the operation's name of every API request before it is executed
record Routes(
    String servedVersion,
    GraphqlEndpoint graphql,
    TokenEndpoint tokens,
    ControlEndpoint control,
    StoreControl store,
    BulkOperations bulkOperations,
    RequestLog log,
    LongSupplier nanos,
    Consumer<String> onRequest)
    implements HttpFront.Site {
  private static final System.Logger LOG = System.getLogger(Routes.class.getName());
  private static final Pattern API =
      Pattern.compile("/admin/api/([0-9]{4}-[0-9]{2})/graphql\\.json");

  @Override
  public Optional<Path> file(String pathAndQuery) {
    return bulkOperations.file(pathAndQuery);
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
    if (version.matches()
        && request.method().equals("POST")
        && version.group(1).compareTo(servedVersion) <= 0) {
      return graphql(request);
    }
    return switch (request.method() + " " + request.path()) {
      case "POST /admin/oauth/access_token" -> tokens.answer(request.contentType(), request.body());
      case "POST /sandbox/control" -> control.answer(request.body());
      case "GET /sandbox/state" -> Reply.json(200, store.state());
      default -> Reply.json(404, Map.of("errors", "Not Found"));
    };
  }

  private Reply graphql(HttpFront.Request request) {
    long arrived = nanos.getAsLong();
    String operation = GraphqlEndpoint.operationName(request.body());
    onRequest.accept(operation);
    GraphqlEndpoint.Outcome outcome =
        graphql.answer(request.token(), request.contentType(), request.body(), operation);
    boolean dropped = outcome.reply().delivery() == Reply.Delivery.DROPPED;
    log.add(
        new ShopifyRequest(
            operation,
            outcome.requestedCost(),
            outcome.actualCost(),
            outcome.throttled(),
            dropped ? 0 : outcome.reply().status(),
            arrived,
            Duration.ofNanos(nanos.getAsLong() - arrived)));
    return outcome.reply().and("X-Shopify-API-Version", servedVersion);
  }
}
