package dev.trueup.store.shopify;

import dev.trueup.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/// Posts to the store, and tells what never arrived from what got no answer.
final class ShopifyHttp {
  private final HttpClient http;
  private final Duration timeout;
  private final ShopifyErrors errors;

  /// @param timeout for one whole answer
  ShopifyHttp(HttpClient http, Duration timeout, ShopifyErrors errors) {
    this.http = http;
    this.timeout = timeout;
    this.errors = errors;
  }

  /// What came back.
  sealed interface Reply {}

  /// An answer, whatever it says.
  record Received(int status, HttpHeaders headers, String body) implements Reply {
    String requestId() {
      return headers.firstValue("X-Request-Id").orElse("");
    }

    String version() {
      return headers.firstValue("X-Shopify-API-Version").orElse("");
    }

    Optional<Duration> retryAfter() {
      return headers
          .firstValue("Retry-After")
          .filter(text -> text.matches("\\d{1,5}(\\.\\d+)?"))
          .map(text -> Duration.ofMillis((long) (Double.parseDouble(text) * 1000)));
    }

    String redirectHost() {
      try {
        var location = URI.create(headers.firstValue("Location").orElse(""));
        return Optional.ofNullable(location.getHost()).orElse("another page");
      } catch (IllegalArgumentException _) {
        return "another page";
      }
    }

    boolean looksLikeJson() {
      return body.stripLeading().startsWith("{");
    }
  }

  /// No whole answer.
  ///
  /// @param sent whether the store may have got the request
  record NoReply(StoreException problem, boolean sent) implements Reply {}

  /// @param request an address and headers, without body and timeout
  Reply post(HttpRequest.Builder request, String body) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(
              request.timeout(timeout).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
              HttpResponse.BodyHandlers.ofString());
      return new Received(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      return noReply(e);
    }
  }

  /// Opens a file that Shopify keeps elsewhere, whose address lets anybody in who has it: no token
  /// goes there, and the address into no message.
  InputStream download(URI address) throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        http.send(
            HttpRequest.newBuilder(address).timeout(timeout).GET().build(),
            HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException("HTTP " + response.statusCode());
    }
    return response.body();
  }

  private NoReply noReply(IOException e) {
    return switch (e) {
      case HttpConnectTimeoutException _ ->
          new NoReply(errors.unreachable("connecting took too long", e), false);
      case HttpTimeoutException _ ->
          new NoReply(errors.noAnswer("none within " + timeout.toSeconds() + " s", e), true);
      case ConnectException _ ->
          new NoReply(
              errors.unreachable(unknownHost(e) ? "unknown host" : "connection refused", e), false);
      case SSLHandshakeException _ ->
          new NoReply(errors.unreachable("its certificate is not trusted", e), false);
      default -> new NoReply(errors.noAnswer("the connection broke", e), true);
    };
  }

  /// The JDK's client reports an unknown host as a failed connection with this cause.
  private static boolean unknownHost(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }
}
