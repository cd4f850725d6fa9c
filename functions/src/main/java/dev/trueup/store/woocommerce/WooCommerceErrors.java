package dev.trueup.store.woocommerce;

import static dev.trueup.store.StoreException.Kind.FORBIDDEN;
import static dev.trueup.store.StoreException.Kind.NOT_FOUND;
import static dev.trueup.store.StoreException.Kind.REJECTED;
import static dev.trueup.store.StoreException.Kind.THROTTLED;
import static dev.trueup.store.StoreException.Kind.UNAUTHORIZED;
import static dev.trueup.store.StoreException.Kind.UNAVAILABLE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;
import dev.trueup.store.StoreException.Kind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what an answer other than 2xx means: a kind for the engine, a sentence for a person.
/// WooCommerce's messages are in the shop's language, so they are quoted and only the codes are
/// read.
final class WooCommerceErrors {
  private static final String AUTHENTICATION_ERROR = "woocommerce_rest_authentication_error";

  private final WooCommerceSettings settings;
  private final InstantSource clock;

  WooCommerceErrors(WooCommerceSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// @param body the answer, or null when it is not JSON
  StoreException of(boolean write, int status, HttpHeaders headers, @Nullable JsonNode body) {
    if (status / 100 == 3) {
      return exception(REJECTED, status, redirect(headers), null);
    }
    Optional<Duration> retryAfter = RetryAfter.in(headers, clock.instant());
    if (status == 429) {
      return exception(
          THROTTLED, status, "asks to send requests more slowly", retryAfter.orElse(null));
    }
    if (status >= 500 || status == 408) {
      return exception(UNAVAILABLE, status, "is not well" + quoted(body), retryAfter.orElse(null));
    }
    return body == null ? webPage(status) : refusal(write, status, Refusal.of(body));
  }

  /// A success that is not JSON.
  StoreException notData(int status) {
    return exception(
        UNAVAILABLE,
        status,
        "answered with a web page instead of data: a firewall, a maintenance page or a PHP message"
            + " stands in front of its REST API",
        null);
  }

  private StoreException webPage(int status) {
    return switch (status) {
      case 404 ->
          of(
              NOT_FOUND,
              status,
              "has no WordPress REST API at "
                  + settings.url()
                  + "/wp-json/: check WOOCOMMERCE_URL, and that WordPress → Settings → Permalinks"
                  + " is not “Plain”");
      case 401 ->
          of(
              UNAUTHORIZED,
              status,
              "asks for a password before its REST API is reached (a staging site?), which"
                  + " WOOCOMMERCE_KEY and WOOCOMMERCE_SECRET do not open");
      case 403 ->
          of(
              FORBIDDEN,
              status,
              "answered with a web page instead of data: a firewall or a security plugin keeps"
                  + " Trueup from its REST API");
      default -> of(REJECTED, status, "answered with a web page instead of data");
    };
  }

  private StoreException refusal(boolean write, int status, Refusal refusal) {
    return switch (status) {
      case 401 -> unauthorized(write, refusal);
      case 403 ->
          of(
              FORBIDDEN,
              status,
              "does not let the user of WOOCOMMERCE_KEY do this (it must belong to an"
                  + " administrator or shop manager)"
                  + refusal.quoted());
      case 404 -> of(NOT_FOUND, status, notFound(refusal));
      default -> of(REJECTED, status, "refuses the request" + refusal.quoted());
    };
  }

  private static String notFound(Refusal refusal) {
    return refusal.is("rest_no_route")
        ? "does not know the WooCommerce REST API (wc/v3) or this part of it: check that"
            + " WooCommerce is active at WOOCOMMERCE_URL"
        : "does not have what was asked for" + refusal.quoted();
  }

  /// A key that may not write is answered like a wrong secret; as every write follows a read, the
  /// request tells which it is.
  private StoreException unauthorized(boolean write, Refusal refusal) {
    if (refusal.is("woocommerce_rest_cannot_view")) {
      return of(
          UNAUTHORIZED,
          401,
          "does not know the consumer key: check WOOCOMMERCE_KEY, and that its web server passes"
              + " the Authorization header on");
    }
    if (!refusal.is(AUTHENTICATION_ERROR)) {
      return of(
          UNAUTHORIZED,
          401,
          "does not accept WOOCOMMERCE_KEY and WOOCOMMERCE_SECRET" + refusal.quoted());
    }
    return write
        ? of(
            FORBIDDEN,
            401,
            "does not let WOOCOMMERCE_KEY write: give the key the permission “Read/Write”"
                + refusal.quoted())
        : of(
            UNAUTHORIZED,
            401,
            "does not accept WOOCOMMERCE_SECRET for this WOOCOMMERCE_KEY, or the key may not read"
                + refusal.quoted());
  }

  /// Not followed: the credentials would go wherever it points.
  private String redirect(HttpHeaders headers) {
    String target = headers.firstValue("location").orElse("").replaceFirst("[?#].*", "");
    int api = target.indexOf("/wp-json");
    if (api > 0) {
      return "redirects elsewhere: set WOOCOMMERCE_URL to " + target.substring(0, api);
    }
    return "redirects to "
        + (target.isEmpty() ? "an unnamed address" : target)
        + ": check WOOCOMMERCE_URL";
  }

  private static String quoted(@Nullable JsonNode body) {
    return body == null ? "" : Refusal.of(body).quoted();
  }

  private StoreException of(Kind kind, int status, String what) {
    return exception(kind, status, what, null);
  }

  private StoreException exception(
      Kind kind, int status, String what, @Nullable Duration retryAfter) {
    String sentence = settings.shop() + " " + what + " (status " + status + ").";
    return new StoreException(
        Platform.WOOCOMMERCE, kind, settings.redacted(sentence), retryAfter, null);
  }
}
