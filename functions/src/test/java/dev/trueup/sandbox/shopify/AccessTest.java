package dev.trueup.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final String GRANT =
      "grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret";
  private static final String SHOP = "{ shop { name } }";

  private final TestingTime time = new TestingTime();

  @AutoClose
  private final TestingClient client =
      new TestingClient(
          SimulatedShopify.builder(TestingSeed.small())
              .clock(time)
              .scopes("read_products", "read_inventory"));

  @Test
  void grantsATokenForADay() {
    JsonNode grant = TestingClient.read(client.grant(GRANT).body());
    String token = grant.path("access_token").asText();

    assertThat(grant.path("expires_in").asInt()).isEqualTo(86_399);
    assertThat(grant.path("scope").asText()).isEqualTo("read_inventory,read_products");
    assertThat(status(token)).isEqualTo(200);
    time.pass(Duration.ofDays(1));
    assertThat(status(token)).isEqualTo(401);
  }

  @Test
  void refusesAnIssuedTokenAfterItWasMadeInvalid() {
    String token = TestingClient.read(client.grant(GRANT).body()).path("access_token").asText();
    client.store().expireTokens();

    HttpResponse<String> refused = client.post("2026-10", token, SHOP, Map.of());
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(TestingClient.read(refused.body()).path("errors").asText())
        .startsWith("[API] Invalid API key or access token");
    assertThat(status("shpat_sandbox")).isEqualTo(200);
  }

  @Test
  void refusesTheGrantAsShopifyDoes() {
    assertThat(client.grant(GRANT.replace("sandbox-secret", "x")).body())
        .contains("invalid_client");
    assertThat(client.grant("grant_type=password").body()).contains("unsupported_grant_type");
    client.store().refuseGrants(Optional.of("shop_not_permitted"));
    assertThat(client.grant(GRANT).body()).contains("shop_not_permitted");
    client.store().refuseGrants(Optional.of("app_not_installed"));
    HttpResponse<String> refused = client.grant(GRANT);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("app_not_installed");
  }

  @Test
  void fallsForwardToTheServedVersionAndSaysSo() {
    HttpResponse<String> old = client.post("2025-01", "shpat_sandbox", SHOP, Map.of());

    assertThat(old.statusCode()).isEqualTo(200);
    assertThat(old.headers().firstValue("X-Shopify-API-Version")).contains("2026-10");
    assertThat(old.headers().firstValue("X-Request-Id")).isPresent();
  }

  @Test
  void hasNothingAtOtherPathsAndLaterVersions() {
    assertThat(client.post("2027-01", "shpat_sandbox", SHOP, Map.of()).statusCode()).isEqualTo(404);
    assertThat(client.get(client.store().url() + "/admin/products.json").statusCode())
        .isEqualTo(404);
  }

  @Test
  void readsOnlyJson() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(client.api("2026-10").toString()))
            .header("X-Shopify-Access-Token", "shpat_sandbox")
            .header("Content-Type", "application/graphql")
            .POST(HttpRequest.BodyPublishers.ofString(SHOP));

    assertThat(client.send(request).statusCode()).isEqualTo(415);
  }

  @Test
  void reportsADeniedFieldBesideTheOthers() {
    JsonNode answer =
        client.query("{ locations(first: 5) { nodes { id isActive } } productsCount { count } }");

    JsonNode error = answer.at("/errors/0");
    assertThat(error.at("/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
    assertThat(error.at("/extensions/requiredAccess").asText())
        .isEqualTo("`read_locations` access scope.");
    assertThat(error.path("path"))
        .extracting(JsonNode::asText)
        .containsExactly("locations", "nodes", "0", "isActive");
  }

  @Test
  void letsReadInventorySeeTheIdsOfLocations() {
    JsonNode answer = client.query("{ locations(first: 5) { nodes { id } } }");

    assertThat(answer.at("/data/locations/nodes")).hasSize(1);
  }

  @Test
  void deniesWritesToAnAppThatMayOnlyRead() {
    JsonNode answer =
        client.query(
            "mutation { inventoryItemUpdate(id: \"gid://shopify/InventoryItem/52300000000000\","
                + " input: {tracked: false}) { userErrors { message } } }");

    assertThat(answer.at("/errors/0/extensions/requiredAccess").asText())
        .isEqualTo("`write_inventory` access scope.");
    assertThat(client.store().state().at("/0/tracked").asBoolean()).isTrue();
  }

  private int status(String token) {
    return client.post("2026-10", token, SHOP, Map.of()).statusCode();
  }
}
