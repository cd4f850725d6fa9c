package dev.trueup.store.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.store.StoreException;
import java.util.Optional;

/// What one request came to, read from its answer. Shopify tells of GraphQL problems with HTTP 200
/// and `errors`, also next to data: a field without permission is null and reported while the rest
/// is good, including a mutation that was carried out (recorded answers of 2026-04 to 2026-07). So
/// a query with any error failed, and a mutation with a payload did not.
sealed interface Attempt {
  ObjectMapper JSON = new ObjectMapper();

  record Done(Exchange exchange) implements Attempt {}

  /// Not carried out for want of points.
  record Throttled() implements Attempt {}

  /// Not carried out because the token is not accepted.
  record TokenRefused(StoreException problem) implements Attempt {}

  /// Reads an answer, and tells the lease what it cost if the answer does.
  static Attempt of(
      Operation operation, ShopifyHttp.Received reply, Pacer.Lease lease, ShopifyErrors errors) {
    if (reply.status() != 200) {
      return ofStatus(reply, errors);
    }
    Optional<JsonNode> json = parse(reply);
    Optional<Cost> cost = json.flatMap(Cost::of);
    if (cost.isPresent() && code(json.get().path("errors").path(0)).equals("THROTTLED")) {
      lease.throttled(cost.get());
      return new Throttled();
    }
    cost.ifPresent(lease::settle);
    return new Done(
        json.map(answer -> read(operation, answer, reply, errors))
            .orElseGet(() -> new Exchange.Failed(errors.notJson(reply), true, "")));
  }

  private static Attempt ofStatus(ShopifyHttp.Received reply, ShopifyErrors errors) {
    StoreException problem = errors.status(reply);
    return reply.status() == 401
        ? new TokenRefused(problem)
        : new Done(new Exchange.Failed(problem, reply.status() >= 500, ""));
  }

  private static Optional<JsonNode> parse(ShopifyHttp.Received reply) {
    try {
      return Optional.of(JSON.readTree(reply.body())).filter(JsonNode::isObject);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Exchange read(
      Operation operation, JsonNode answer, ShopifyHttp.Received reply, ShopifyErrors errors) {
    JsonNode data = answer.path("data");
    JsonNode error = answer.path("errors").path(0);
    boolean good =
        operation.isMutation()
            ? data.path(operation.field()).isObject()
            : data.isObject() && error.isMissingNode();
    if (good) {
      return new Exchange.Answered(data, reply.version(), false);
    }
    return error.isMissingNode()
        ? new Exchange.Failed(errors.noData(reply.requestId()), true, "")
        : new Exchange.Failed(
            errors.graphql(error, reply.requestId()), mayHaveRun(error), code(error));
  }

  /// An error below the mutation's own field came up after it ran; one of Shopify's own may have.
  private static boolean mayHaveRun(JsonNode error) {
    return error.path("path").size() > 1 || code(error).equals("INTERNAL_SERVER_ERROR");
  }

  private static String code(JsonNode error) {
    return error.path("extensions").path("code").asText();
  }
}
