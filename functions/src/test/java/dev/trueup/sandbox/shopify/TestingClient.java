package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plain client of a simulated store; closes both.
final class TestingClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatedShopify store;

  TestingClient(SimulatedShopifyBuilder store) {
    this.store = store.start();
  }

  SimulatedShopify store() {
    return store;
  }

  JsonNode query(String document) {
    return query(document, Map.of());
  }

  /// The whole answer to a query with the static token.
  JsonNode query(String document, Map<String, ? extends @Nullable Object> variables) {
    HttpResponse<String> response = post(document, variables);
    if (response.statusCode() != 200) {
      throw new IllegalStateException(response.statusCode() + " " + response.body());
    }
    return read(response.body());
  }

  HttpResponse<String> post(String document, Map<String, ? extends @Nullable Object> variables) {
    return post("2026-10", store.staticToken(), document, variables);
  }

  HttpResponse<String> post(
      String version,
      String token,
      String document,
      Map<String, ? extends @Nullable Object> variables) {
    String body = Json.write(Map.of("query", document, "variables", variables));
    return send(
        HttpRequest.newBuilder(api(version))
            .header("Content-Type", "application/json")
            .header("X-Shopify-Access-Token", token)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> control(String body) {
    return send(
        HttpRequest.newBuilder(URI.create(store.url() + "/sandbox/control"))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String address) {
    return send(HttpRequest.newBuilder(URI.create(address)));
  }

  HttpResponse<String> grant(String form) {
    return send(
        HttpRequest.newBuilder(URI.create(store.url() + "/admin/oauth/access_token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  URI api(String version) {
    return URI.create(store.url() + "/admin/api/" + version + "/graphql.json");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode read(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
    store.close();
  }
}
