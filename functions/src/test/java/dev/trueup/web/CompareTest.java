package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class CompareTest {
  private static final String WOO = "{\"sourceOfTruth\":\"woocommerce\"}";

  private final TestingApi api = new TestingApi();

  @Test
  void acceptsARunAndTellsWhereItIs() {
    Response response = api.post("/api/inventory/compare", WOO);

    assertThat(response.status()).isEqualTo(202);
    String self = json(response).path("links").path("self").asText();
    assertThat(response.headers())
        .containsEntry("Location", self)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Content-Type", "application/json");
    assertThat(json(response).path("status").asText()).isEqualTo("comparing");
    assertThat(json(api.get(self))).isEqualTo(json(response));
  }

  @Test
  void showsEveryPartOfARun() {
    api.woocommerce.put(stock("w1", "MUG", "Mug", 5));
    api.shopify.put(stock("s1", "MUG", "Mug", 8));

    JsonNode run = api.compared("inventory", WOO).path("run");

    assertThat(run)
        .isEqualTo(
            Json.read(
                """
                {
                  "id": "%1$s",
                  "resource": "inventory",
                  "sourceOfTruth": "woocommerce",
                  "status": "awaiting-approval",
                  "digest": "%2$s",
                  "createdAt": "2026-11-22T10:00:00Z",
                  "createdBy": "Ada",
                  "closedAt": null,
                  "named": false,
                  "stores": {"woocommerce": "woocommerce.test", "shopify": "shopify.test"},
                  "policies": {
                    "conflictStrategy": "source-wins",
                    "missingInDestination": "report",
                    "missingInSource": "report",
                    "stock": {"buffer": 0, "floor": null, "cap": null, "autoStatus": true},
                    "fields": "all",
                    "filter": "all",
                    "locations": {"counted": [], "written": ""},
                    "approval": {"mode": "required", "atMost": 100},
                    "guards": {
                      "changedShare": 0.3,
                      "zeroedShare": 0.1,
                      "priceMove": 0.5,
                      "sourceShrink": 0.2
                    }
                  },
                  "read": 2,
                  "counts": {
                    "sourceRead": 1,
                    "destinationRead": 1,
                    "matched": 1,
                    "ambiguous": 0,
                    "missingInSource": 0,
                    "missingInDestination": 0,
                    "differences": 1,
                    "refused": 0,
                    "zeroed": 0,
                    "ambiguousInSource": 0,
                    "ambiguousInDestination": 0,
                    "outOfScopeInSource": 0,
                    "outOfScopeInDestination": 0,
                    "selected": 0
                  },
                  "outcomes": {
                    "applied": 0,
                    "alreadySo": 0,
                    "conflict": 0,
                    "refused": 0,
                    "failed": 0,
                    "unknown": 0,
                    "skipped": 0
                  },
                  "guards": [
                    {
                      "name": "changed-share",
                      "limit": 0.3,
                      "value": 1,
                      "tripped": true,
                      "sentence": "1 of 1 matched items would be changed"
                    },
                    {
                      "name": "zeroed-share",
                      "limit": 0.1,
                      "value": 0,
                      "tripped": false,
                      "sentence": "0 of 1 matched items would be set to zero"
                    },
                    {
                      "name": "source-empty",
                      "limit": 1,
                      "value": 1,
                      "tripped": false,
                      "sentence": "the source is not empty"
                    },
                    {
                      "name": "source-shrunk",
                      "limit": 0.2,
                      "value": 0,
                      "tripped": false,
                      "sentence": "the source has 1 records, 1 in the last run"
                    }
                  ],
                  "warnings": [],
                  "waitingFor": "an approval",
                  "links": {
                    "self": "/api/runs/%1$s",
                    "items": "/api/runs/%1$s/items",
                    "csv": "/api/runs/%1$s/items.csv",
                    "review": "/runs/%1$s"
                  }
                }
                """
                    .formatted(run.path("id").asText(), run.path("digest").asText())));
    assertThat(run.path("digest").asText()).matches("[0-9a-f]{64}");
  }
}
