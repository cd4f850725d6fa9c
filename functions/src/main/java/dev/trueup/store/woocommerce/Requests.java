package dev.trueup.store.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.random.RandomGenerator;

/// Builds requests with credentials: by Basic where nobody can listen in (https, this machine),
/// signed elsewhere. Only `/wp-json/` addresses take a consumer key; `?rest_route=` does not.
record Requests(WooCommerceSettings settings, InstantSource clock, RandomGenerator random) {

  HttpRequest get(Query query) {
    return authorised("GET", query).GET().build();
  }

  HttpRequest getOpenly(Query query) {
    return request(address(query), query.parameters()).GET().build();
  }

  HttpRequest post(Query query, JsonNode body) {
    return authorised("POST", query)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private HttpRequest.Builder authorised(String method, Query query) {
    String address = address(query);
    if (settings.encrypted() || settings.loopback()) {
      return request(address, query.parameters()).header("Authorization", basic());
    }
    var signature = new Signature(settings, clock.instant(), nonce());
    return request(address, signature.sign(method, address, query.parameters()));
  }

  private static HttpRequest.Builder request(String address, SortedMap<String, String> parameters) {
    String encoded = Query.encoded(parameters);
    return HttpRequest.newBuilder(URI.create(encoded.isEmpty() ? address : address + "?" + encoded))
        .header("Accept", "application/json")
        .header("Cache-Control", "no-cache")
        .header("User-Agent", "Trueup");
  }

  private String address(Query query) {
    return settings.url() + "/wp-json/" + query.path();
  }

  private String basic() {
    String pair = settings.key() + ":" + settings.secret();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private String nonce() {
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    return HexFormat.of().formatHex(nonce);
  }
}
