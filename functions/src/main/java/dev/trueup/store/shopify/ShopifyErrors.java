package dev.trueup.store.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Says what went wrong in a sentence: which store, what it said, what to change. Statuses and
/// codes as of shopify.dev, "API response status and error codes" and "Client credentials grant".
final class ShopifyErrors {
  private static final int LONGEST_QUOTE = 300;
  private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(2);

  private final ShopifySettings settings;

  ShopifyErrors(ShopifySettings settings) {
    this.settings = settings;
  }

  private String store() {
    return "The Shopify store " + settings.host();
  }

  private String address() {
    return settings.url() == null ? "SHOPIFY_SHOP" : "SHOPIFY_SHOP and SHOPIFY_URL";
  }

  private String credentials() {
    return settings.accessToken() == null
        ? "SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET"
        : "SHOPIFY_ACCESS_TOKEN";
  }

  /// @param sentence without the store, which is put before it
  StoreException of(Kind kind, String sentence) {
    return of(kind, sentence, "", null, null);
  }

  private StoreException of(
      Kind kind,
      String sentence,
      String requestId,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    String id = requestId.isEmpty() ? "" : " (X-Request-Id " + requestId + ")";
    String message = settings.redact(store() + " " + sentence + id) + ".";
    return new StoreException(Platform.SHOPIFY, kind, message, retryAfter, cause);
  }

  /// The store never got the request.
  StoreException unreachable(String why, Throwable cause) {
    return of(
        Kind.UNAVAILABLE,
        "cannot be reached at %s (%s): check %s and the network"
            .formatted(settings.at("").getAuthority(), why, address()),
        "",
        null,
        cause);
  }

  /// The request was on its way and no whole answer came back.
  StoreException noAnswer(String why, Throwable cause) {
    return of(Kind.UNAVAILABLE, "gave no complete answer: " + why, "", null, cause);
  }

  /// The next request would have to wait too long.
  StoreException noTime(Duration wait) {
    return of(
        Kind.THROTTLED,
        "asks to slow down: no request could be sent in the time there was",
        "",
        wait.isZero() ? DEFAULT_RETRY_AFTER : wait,
        null);
  }

  StoreException tooLate() {
    return of(Kind.UNAVAILABLE, "was not asked: the time for this was up");
  }

  /// A 200 whose body is not the API's JSON.
  StoreException notJson(ShopifyHttp.Received reply) {
    String sentence =
        reply.looksLikeJson()
            ? "answered with JSON that ends too early"
            : "answered with something else than JSON: check that its Admin API is what %s leads to"
                .formatted(address());
    return of(Kind.UNAVAILABLE, sentence, reply.requestId(), null, null);
  }

  StoreException noData(String requestId) {
    return of(Kind.UNAVAILABLE, "answered without data", requestId, null, null);
  }

  /// An answer whose HTTP status is not 200.
  StoreException status(ShopifyHttp.Received reply) {
    return switch (reply.status()) {
      case 401 -> answered(reply, Kind.UNAUTHORIZED, "does not accept " + credentials());
      case 402 -> answered(reply, Kind.FORBIDDEN, "is frozen: its owner has to settle its plan");
      case 403 ->
          answered(
              reply,
              Kind.FORBIDDEN,
              "forbids this to the app of %s: check its access scopes, and whether its IP allowlist in the Dev Dashboard has this machine's address"
                  .formatted(credentials()));
      case 404 -> answered(reply, Kind.NOT_FOUND, "does not exist: check " + address());
      case 423 ->
          answered(reply, Kind.FORBIDDEN, "is locked: its owner has to ask Shopify's support why");
      case 429 -> throttled(reply);
      case 430 ->
          answered(
              reply, Kind.FORBIDDEN, "rejects requests from this machine for security reasons");
      default -> otherStatus(reply);
    };
  }

  private StoreException otherStatus(ShopifyHttp.Received reply) {
    if (reply.status() >= 500) {
      return answered(reply, Kind.UNAVAILABLE, "is not well");
    }
    if (reply.status() >= 300 && reply.status() < 400) {
      return answered(
          reply,
          Kind.REJECTED,
          "redirects to %s: set SHOPIFY_SHOP to the shop's own myshopify.com name"
              .formatted(reply.redirectHost()));
    }
    return answered(reply, Kind.REJECTED, "did not take the request");
  }

  private StoreException throttled(ShopifyHttp.Received reply) {
    return of(
        Kind.THROTTLED,
        "asks to slow down (HTTP 429)",
        reply.requestId(),
        reply.retryAfter().orElse(DEFAULT_RETRY_AFTER),
        null);
  }

  private StoreException answered(ShopifyHttp.Received reply, Kind kind, String sentence) {
    return of(
        kind,
        sentence + " (HTTP " + reply.status() + ")",
        reply.requestId(),
        reply.retryAfter().orElse(null),
        null);
  }

  /// The client credentials grant was refused. Shopify answers it with JSON or with a page, so the
  /// reason is looked for in the text.
  StoreException grant(ShopifyHttp.Received reply) {
    String body = reply.body();
    if (body.contains("shop_not_permitted")) {
      return answered(
          reply,
          Kind.FORBIDDEN,
          "is not in the organisation of the app of SHOPIFY_CLIENT_ID: create the app in the Dev"
              + " Dashboard of the store's own organisation, or use SHOPIFY_ACCESS_TOKEN"
              + " (shop_not_permitted)");
    }
    if (body.contains("app_not_installed")) {
      return answered(
          reply,
          Kind.FORBIDDEN,
          "does not have the app of SHOPIFY_CLIENT_ID: install it from the Dev Dashboard; an app"
              + " made in the store's admin needs SHOPIFY_ACCESS_TOKEN instead"
              + " (app_not_installed)");
    }
    if (body.contains("invalid_client") || body.contains("application_cannot_be_found")) {
      return answered(
          reply, Kind.UNAUTHORIZED, "does not accept " + credentials() + " (invalid_client)");
    }
    return reply.status() == 200 ? notJson(reply) : status(reply);
  }

  /// The first top-level error of a GraphQL answer: `{message, path, extensions {code}}`.
  StoreException graphql(JsonNode error, String requestId) {
    JsonNode extensions = error.path("extensions");
    String said = quote(error.path("message").asText());
    return switch (extensions.path("code").asText()) {
      case "ACCESS_DENIED" ->
          of(Kind.FORBIDDEN, denied(extensions, error, said), requestId, null, null);
      case "THROTTLED" ->
          of(Kind.THROTTLED, "asks to slow down", requestId, DEFAULT_RETRY_AFTER, null);
      case "MAX_COST_EXCEEDED" ->
          of(
              Kind.REJECTED,
              "finds the request too large, please report this: " + said,
              requestId,
              null,
              null);
      case "INTERNAL_SERVER_ERROR", "TIMEOUT" ->
          of(Kind.UNAVAILABLE, "had an error of its own: " + said, requestId, null, null);
      case "RESOURCE_NOT_FOUND" ->
          of(Kind.NOT_FOUND, "does not have it: " + said, requestId, null, null);
      default -> of(Kind.REJECTED, "did not take the request: " + said, requestId, null, null);
    };
  }

  private static String denied(JsonNode extensions, JsonNode error, String said) {
    String needed = quote(extensions.path("requiredAccess").asText());
    String what = error.path("path").path(0).asText("this");
    return "denies %s: in the Dev Dashboard give the app %s, then install it again. It said: %s"
        .formatted(what, needed.isEmpty() ? "the access scope it lacks" : needed, said);
  }

  private static String quote(String said) {
    String line = said.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
  }
}
