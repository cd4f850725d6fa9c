package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/// Asks a shop by plain HTTP, with nothing of this project between.
final class TestingClient implements AutoCloseable {
  private static final JsonMapper MAPPER = new JsonMapper();

  record Reply(int status, JsonNode body, HttpResponse<String> response) {
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String credentials;

  TestingClient(SimulatedWooCommerce shop) {
    this(shop.url(), shop.key() + ":" + shop.secret());
  }

  TestingClient(String url, String credentials) {
    this.url = url;
    this.credentials = credentials;
  }

  /// A recorded answer of a real shop.
  static JsonNode recorded(String name) {
    String path = "/recorded/woocommerce/" + name + ".json";
    try (InputStream in = TestingClient.class.getResourceAsStream(path)) {
      return MAPPER.readTree(Objects.requireNonNull(in, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param path below `/wp-json/wc/v3`
  Reply get(String path) {
    return send("GET", "/wp-json/wc/v3" + path, "");
  }

  /// @param body JSON with `'` for `"`
  Reply put(String path, String body) {
    return send("PUT", "/wp-json/wc/v3" + path, body.replace('\'', '"'));
  }

  Reply post(String path, String body) {
    return send("POST", "/wp-json/wc/v3" + path, body.replace('\'', '"'));
  }

  Reply control(String body) {
    return send("POST", "/sandbox/control", body.replace('\'', '"'));
  }

  Reply send(String method, String path, String body) {
    try {
      return raw(method, path, body, "application/json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply raw(String method, String path, String body, String type) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (!credentials.isEmpty()) {
      byte[] pair = credentials.getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), parse(response), response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(HttpResponse<String> response) throws IOException {
    String type = response.headers().firstValue("Content-Type").orElse("");
    try {
      return type.startsWith("application/json")
          ? MAPPER.readTree(response.body())
          : MAPPER.missingNode();
    } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
      return MAPPER.missingNode();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
