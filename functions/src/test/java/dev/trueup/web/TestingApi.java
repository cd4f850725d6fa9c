package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.catalog.Platform;
import dev.trueup.plan.InventoryRules;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.plan.TestingLabels;
import dev.trueup.run.InMemoryLedger;
import dev.trueup.run.PlanValidity;
import dev.trueup.run.Stores;
import dev.trueup.store.InMemoryStore;
import dev.trueup.store.TestingShop;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/// The API over two stores and a ledger in memory; the workflow goes on while the API waits.
final class TestingApi {
  static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  static final List<Rules> RESOURCES = List.of(new InventoryRules(), new TestingLabels());

  final InMemoryLedger ledger = new InMemoryLedger();
  final InMemoryStore woocommerce = new InMemoryStore(Platform.WOOCOMMERCE);
  final InMemoryStore shopify = new InMemoryStore(Platform.SHOPIFY);
  final TestingShop wooShop = new TestingShop(woocommerce);
  final TestingShop shopifyShop = new TestingShop(shopify);
  final SimulatedWorkflow workflow;
  final Api api;
  final Site site;
  private Instant now = START;

  TestingApi() {
    this(Policies.DEFAULTS);
  }

  TestingApi(Policies defaults) {
    this(defaults, false);
  }

  TestingApi(Policies defaults, boolean fourEyes) {
    var stores = new Stores(Map.of(Platform.WOOCOMMERCE, wooShop, Platform.SHOPIFY, shopifyShop));
    var access =
        new Access(
            List.of(
                AccessKey.of("Vera", Role.VIEWER, "viewer-key"),
                AccessKey.of("Oskar", Role.OPERATOR, "operator-key"),
                AccessKey.of("Ada", Role.APPROVER, "approver-key")),
            fourEyes);
    workflow = new SimulatedWorkflow(ledger, stores, RESOURCES, () -> now);
    api =
        new Api(
            stores,
            ledger,
            workflow,
            RESOURCES,
            defaults,
            PlanValidity.DEFAULT,
            access,
            () -> now,
            new Random(1),
            this::pass);
    site =
        new Site(
            new Site.Parts(
                stores,
                ledger,
                workflow,
                RESOURCES,
                defaults,
                PlanValidity.DEFAULT,
                access,
                new SiteSettings("secret", ""),
                Optional.empty()),
            () -> now,
            new Random(2));
  }

  void pass(Duration time) {
    now = now.plus(time);
    workflow.step();
  }

  Response get(String path) {
    return send("GET", path, "", Map.of());
  }

  Response post(String path, String body) {
    return send("POST", path, body, Map.of());
  }

  /// Sends a request with the approver's key; a header given replaces one that is sent anyway.
  Response send(String method, String target, String body, Map<String, String> headers) {
    var all = new LinkedHashMap<String, String>();
    all.put("authorization", "Bearer approver-key");
    all.put("content-type", "application/json");
    all.putAll(headers);
    String[] parts = target.split("\\?", 2);
    return api.answer(
        new Request(method, parts[0], query(parts.length == 1 ? "" : parts[1]), all, body));
  }

  private static Map<String, String> query(String text) {
    var query = new LinkedHashMap<String, String>();
    for (String parameter : text.isEmpty() ? new String[0] : text.split("&")) {
      String[] pair = parameter.split("=", 2);
      query.put(pair[0], pair.length == 1 ? "" : pair[1]);
    }
    return query;
  }

  /// Compares and waits for the answer.
  JsonNode compared(String resource, String body) {
    Response response =
        send("POST", "/api/" + resource + "/compare", body, Map.of("prefer", "wait=20"));
    if (response.status() != 200) {
      throw new AssertionError(response.status() + " " + response.body());
    }
    return json(response);
  }

  static JsonNode json(Response response) {
    return Json.read(response.body());
  }

  /// An expected answer.
  ///
  /// @param values what stands for `%1$s`, `%2$s`…
  static JsonNode resource(String name, String... values) throws IOException {
    try (InputStream file = TestingApi.class.getResourceAsStream("/web/" + name)) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
      for (int i = 0; i < values.length; i++) {
        text = text.replace("%" + (i + 1) + "$s", values[i]);
      }
      return Json.read(text);
    }
  }
}
