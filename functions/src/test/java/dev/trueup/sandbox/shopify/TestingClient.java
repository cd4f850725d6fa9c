package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plain client of the simulated API.
final class TestingClient implements AutoCloseable {
  private final HttpClient http = HttpClient.newHttpClient();
  private final SimulatedShopify store;

  TestingClient(SimulatedShopify store) {
    this.store = store;
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
    String body = Json.write(Map.of("query", document, "variables", variables));
    return send(
        HttpRequest.newBuilder(api("2026-10"))
            .header("Content-Type", "application/json")
            .header("X-Shopify-Access-Token", store.staticToken())
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> control(String body) {
    return send(
        HttpRequest.newBuilder(store.url().resolve("/sandbox/control"))
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  URI api(String version) {
    return store.url().resolve("/admin/api/" + version + "/graphql.json");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode read(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
