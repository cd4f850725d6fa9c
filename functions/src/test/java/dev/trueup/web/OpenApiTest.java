package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.restricted;
import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.plan.Action;
import dev.trueup.run.Audit;
import dev.trueup.run.RunStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
  private static final String GUARDS = "\"guards\":{\"changedShare\":1}";

  private final TestingApi api = new TestingApi();
  private final JsonNode description = json(api.get("/api/openapi.json"));

  @Test
  void describesEveryRouteAndNoOther() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .forEachEntry((path, methods) ->
            methods.forEachEntry((method, _) -> described.add(method + " " + path)));

    assertThat(described)
        .isEqualTo(
            api.api.routes().stream()
                .map(route -> route.method().toLowerCase(Locale.ROOT) + " " + route.template())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void saysWhichRoleEachRouteTakes() {
    for (Route route : api.api.routes()) {
      String method = route.method().toLowerCase(Locale.ROOT);
      assertThat(
              description
                  .path("paths")
                  .path(route.template())
                  .path(method)
                  .path("description")
                  .asText())
          .isEqualTo("Needs the role " + route.needs().code() + ".");
    }
  }

  @Test
  void refersToNothingThatIsMissing() {
    for (String reference : description.findValuesAsText("$ref")) {
      assertThat(description.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void namesExactlyWhatIsAnswered() {
    api.woocommerce.put(stock("w1", "A", "Apple", 1), stock("w2", "B", "Bread", 1));
    api.woocommerce.put(restricted(stock("w3", "C", "Cheese", 1), "not now"));
    api.shopify.put(stock("s1", "A", "Apple", 2), stock("s2", "B", "Bread", 2));
    api.shopify.put(stock("s3", "C", "Cheese", 2));
    JsonNode compared =
        api.compared("inventory", "{\"sourceOfTruth\":\"woocommerce\"," + GUARDS + "}");
    matches("Compared", compared);
    JsonNode run = compared.path("run");
    JsonNode links = run.path("links");
    matches("Run", run);
    Response approved =
        api.post(
            links.path("self").asText() + "/approve",
            "{\"digest\":\"%s\",\"select\":{\"exclude\":[2]}}"
                .formatted(run.path("digest").asText()));
    matches("Run", json(approved));
    api.workflow.runAll();
    matches("ItemPage", json(api.get(links.path("items").asText() + "?limit=1")));
    matches("RunPage", json(api.get("/api/runs")));
    matches("AuditPage", json(api.get("/api/audit?limit=3")));
    matches("AuditVerdict", json(api.get("/api/audit/verify")));
    matches("Connections", json(api.get("/api/connections")));
    matches(
        "Synced",
        json(
            api.post(
                "/api/inventory/sync",
                "{\"sourceOfTruth\":\"woocommerce\",\"products\":[\"B\",\"C\",\"Z\"]}")));
    matches("Problem", json(api.get("/api/nothing")));
    matches("Problem", json(api.get("/api/runs?limit=x")));
  }

  @Test
  void knowsEveryWord() {
    assertThat(words("/components/schemas/Run/properties/status"))
        .isEqualTo(Stream.of(RunStatus.values()).map(RunStatus::code).collect(Collectors.toSet()));
    assertThat(words("/components/schemas/Item/properties/action"))
        .isEqualTo(Stream.of(Action.values()).map(Action::code).collect(Collectors.toSet()));
    assertThat(words("/components/schemas/AuditEntry/properties/what"))
        .isEqualTo(
            Stream.of(Audit.What.values()).map(Audit.What::code).collect(Collectors.toSet()));
    JsonNode refusal =
        json(
            api.get(
                "/api/runs/"
                    + api.compared("inventory", "{\"sourceOfTruth\":\"shopify\"}")
                        .at("/run/id")
                        .asText()
                    + "/items?status=x"));
    String statuses = refusal.path("detail").asText().replace("status is one of ", "");
    assertThat(words("/paths/~1api~1runs~1{id}~1items/get/parameters/1/schema"))
        .isEqualTo(Set.of(statuses.split(", ")));
  }

  @Test
  void takesExactlyThePoliciesItDescribes() {
    Set<String> taken = new HashSet<>(PolicyReader.KEYS);
    taken.addAll(List.of("sourceOfTruth", "replace", "yields"));

    assertThat(names(description.at("/components/schemas/CompareRequest/properties")))
        .isEqualTo(taken);
  }

  private Set<String> words(String place) {
    return description
        .at(place)
        .path("enum")
        .valueStream()
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  /// Whether a value has what a schema requires and nothing it does not know.
  private void matches(String schema, JsonNode value) {
    check(Json.object().put("$ref", "#/components/schemas/" + schema), value, schema);
  }

  private void check(JsonNode schema, JsonNode value, String where) {
    JsonNode known = resolved(schema);
    if (known.has("oneOf")) {
      assertThat(known.path("oneOf").valueStream().filter(each -> fits(each, value)))
          .as(where)
          .isNotEmpty();
    } else if (known.has("anyOf")) {
      inventory(value, where);
    } else if (value.isArray()) {
      value.forEach(each -> check(known.path("items"), each, where + "[]"));
    } else if (value.isObject()) {
      object(known, value, where);
    }
  }

  private boolean fits(JsonNode schema, JsonNode value) {
    JsonNode known = resolved(schema);
    return value.isObject()
        ? names(known.path("properties")).containsAll(names(value))
        : !known.has("properties");
  }

  private void object(JsonNode schema, JsonNode value, String where) {
    Set<String> properties = names(schema.path("properties"));
    assertThat(names(value)).as(where).isSubsetOf(properties);
    assertThat(names(value)).as(where).containsAll(required(schema));
    value.forEachEntry(
        (name, inner) -> check(schema.path("properties").path(name), inner, where + "." + name));
  }

  private void inventory(JsonNode item, String where) {
    JsonNode plain = description.at("/components/schemas/Item");
    JsonNode more = description.at("/components/schemas/InventoryDifference");
    Set<String> properties = new HashSet<>(names(plain.path("properties")));
    properties.addAll(names(more.path("properties")));
    assertThat(names(item)).as(where).isSubsetOf(properties);
    assertThat(names(item)).as(where).containsAll(required(plain)).containsAll(required(more));
  }

  private JsonNode resolved(JsonNode schema) {
    return schema.has("$ref") ? description.at(schema.path("$ref").asText().substring(1)) : schema;
  }

  private static List<String> required(JsonNode schema) {
    return schema.path("required").valueStream().map(JsonNode::asText).toList();
  }

  private static Set<String> names(JsonNode object) {
    return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
