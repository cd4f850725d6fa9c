package dev.trueup.web;

import static dev.trueup.catalog.TestingRecords.restricted;
import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.web.TestingApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.plan.TestingLabels;
import dev.trueup.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunsTest {
  private static final String WOO = "{\"sourceOfTruth\":\"woocommerce\"}";
  private static final String LOOSE =
      "{\"sourceOfTruth\":\"woocommerce\",\"guards\":{\"changedShare\":1,\"zeroedShare\":1}}";

  private final TestingApi api = new TestingApi();

  @Test
  void pagesTheHistoryNewestFirst() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      ids.addFirst(api.compared("inventory", WOO).path("run").path("id").asText());
    }

    JsonNode first = json(api.get("/api/runs?limit=2"));
    JsonNode second = json(api.get("/api/runs?limit=2&cursor=" + first.path("next").asText()));
    JsonNode third = json(api.get("/api/runs?limit=2&cursor=" + second.path("next").asText()));

    var found = new ArrayList<>(first.findValuesAsText("id"));
    found.addAll(second.findValuesAsText("id"));
    found.addAll(third.findValuesAsText("id"));
    assertThat(found).isEqualTo(ids);
    assertThat(third.has("next")).isFalse();
    assertThat(first.path("items").path(0)).isEqualTo(json(api.get("/api/runs/" + ids.getFirst())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=ten", "cursor=AAAA", "cursor=...."})
  void refusesPagesOfTheHistoryThatAreNone(String query) {
    assertThat(api.get("/api/runs?" + query).status()).isEqualTo(400);
  }

  @Test
  void takesNoCursorOfAnotherList() {
    JsonNode run = several();
    String items = run.path("links").path("items").asText();
    String cursor = json(api.get(items + "?limit=1")).path("next").asText();

    assertThat(api.get(items + "?limit=1&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(api.get(items + "?status=update&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(api.get(items + "?q=a&cursor=" + cursor).status()).isEqualTo(400);
    assertThat(api.get("/api/runs?cursor=" + cursor).status()).isEqualTo(400);
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'M' ? 'N' : 'M';
      String forged = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThat(api.get(items + "?limit=1&cursor=" + forged).status()).isEqualTo(400);
    }
  }

  @Test
  void refusesWhatIsNoStatusAndSaysWhatIs() {
    String items = several().path("links").path("items").asText();

    Response response = api.get(items + "?status=open");

    assertThat(response.status()).isEqualTo(400);
    assertThat(json(response).path("detail").asText())
        .isEqualTo(
            "status is one of all, alreadySo, ambiguous, applied, conflict, failed, in-sync,"
                + " left-out, missing-in-destination, missing-in-source, pending, refused,"
                + " selected, skipped, unknown, unpublish, update, zero");
    assertThat(api.get(items + "?limit=501").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Apple,Bread,Cheese,Dates,Eggs'",
    "status=all, 'Apple,Bread,Cheese,Dates,Eggs'",
    "status=update, 'Apple,Bread,Cheese'",
    "status=pending, 'Apple,Bread,Cheese'",
    "status=missing-in-source, Eggs",
    "status=refused, Dates",
    "status=applied, ''",
    "q=APPLE, Apple",
    "q=c-, Cheese",
    "q=s2, Bread",
    "q=e&status=pending, 'Apple,Bread,Cheese'"
  })
  void narrowsTheItems(String query, String names) {
    String items = several().path("links").path("items").asText();

    JsonNode found = json(api.get(items + (query.isEmpty() ? "" : "?" + query)));

    assertThat(names(found)).isEqualTo(names.isEmpty() ? List.of() : List.of(names.split(",")));
  }

  @Test
  void showsWhatBecameOfEachItem() {
    JsonNode run = several();
    String self = run.path("links").path("self").asText();
    api.shopify.answering((writes, outcomes) ->
        writes.stream()
            .<Outcome>map(write ->
                write.ref().id().equals("s1")
                    ? new Outcome.Conflict(write.before(), "it moved")
                    : new Outcome.Applied())
            .toList());
    approve(run, "{\"exclude\":[\"3\"]}");
    api.workflow.runAll();

    assertThat(names(json(api.get(self + "/items?status=applied")))).containsExactly("Bread");
    assertThat(names(json(api.get(self + "/items?status=selected"))))
        .containsExactly("Apple", "Bread");
    assertThat(names(json(api.get(self + "/items?status=left-out")))).containsExactly("Cheese");
    assertThat(names(json(api.get(self + "/items?status=pending")))).isEmpty();
    JsonNode conflict = json(api.get(self + "/items?status=conflict")).path("items").path(0);
    assertThat(conflict.path("outcome").asText()).isEqualTo("conflict");
    assertThat(conflict.path("error").asText()).isEqualTo("it moved");
    JsonNode closed = json(api.get(self));
    assertThat(closed.path("status").asText()).isEqualTo("completed-with-errors");
    assertThat(closed.path("outcomes").path("applied").asInt()).isEqualTo(1);
    assertThat(closed.path("outcomes").path("conflict").asInt()).isEqualTo(1);
    assertThat(closed.path("counts").path("selected").asInt()).isEqualTo(2);
  }

  @Test
  void saysWhichItemsACancelledRunLeftOut() {
    JsonNode run = several();
    String self = run.path("links").path("self").asText();
    approve(run, "\"all\"");
    api.post(self + "/cancel", "");
    api.workflow.runAll();

    JsonNode skipped = json(api.get(self + "/items?status=skipped"));

    assertThat(names(skipped)).containsExactly("Apple", "Bread", "Cheese");
    assertThat(skipped.path("items").path(0).path("error").asText())
        .isEqualTo("it was not tried: the run was cancelled");
  }

  @Test
  void printsATableThatIsSafeToOpen() {
    api.woocommerce.put(stock("w1", "=1+1", "@Sum, \"or\" not", -3));
    api.woocommerce.put(stock("w2", "-5", "+Plus", 2), stock("w3", "TAB", "\tTab\nLine", 1));
    api.shopify.put(stock("s1", "=1+1", "Sum", 4), stock("s2", "-5", "Plus", -2));
    api.shopify.put(stock("s3", "TAB", "Tab", 2));
    JsonNode run = api.compared("inventory", WOO).path("run");

    Response csv = api.get(run.path("links").path("csv").asText());

    assertThat(csv.headers())
        .containsEntry("Content-Type", "text/csv; charset=utf-8; header=present")
        .containsEntry(
            "Content-Disposition",
            "attachment; filename=\"trueup-inventory-" + run.path("id").asText() + ".csv\"")
        .doesNotContainKey("Link");
    assertThat(csv.body())
        .isEqualTo(
            """
            id,action,name,sku,matchedBy,decision,outcome,error,note,sourceId,destinationId,\
            productId,sourceQuantity,destinationQuantity,difference,sourceStatus,\
            destinationStatus,sourcePlatform,destinationPlatform,sourceProductId,\
            destinationProductId,quantity before,quantity after,status before,status after,\
            tracked before,tracked after
            1,update,"'\tTab
            Line",TAB,sku,pending,,,,w3,s3,w3,1,2,1,instock,instock,woocommerce,shopify,w3,s3,2,1,,,,
            2,update,'+Plus,'-5,sku,pending,,,,w2,s2,w2,2,-2,-4,instock,outofstock,\
            woocommerce,shopify,w2,s2,-2,2,,,,
            3,update,"'@Sum, ""or"" not",'=1+1,sku,pending,,,,w1,s1,w1,-3,4,7,outofstock,\
            instock,woocommerce,shopify,w1,s1,4,-3,,,,
            """
                .replace("\n", "\r\n")
                .replace("Tab\r\n", "Tab\n"));
  }

  @Test
  void printsTheFieldsOfAnyOtherResource() {
    api.woocommerce.put(TestingLabels.label("w1", "Sale", "=new", "red", "blue"));
    api.shopify.put(TestingLabels.label("s1", "Sale", "old", "red"));
    JsonNode run = api.compared("labels", WOO).path("run");

    assertThat(api.get(run.path("links").path("csv").asText()).body().lines().toList())
        .containsExactly(
            "id,action,name,sku,matchedBy,decision,outcome,error,note,sourceId,destinationId,"
                + "text before,text after,colours before,colours after",
            "1,update,Sale,,name,pending,,,,w1,s1,old,'=new,red,\"red, blue\"");
  }

  @Test
  void goesOnWhereATableIsTooLong() {
    for (int i = 1_000; i < 2_200; i++) {
      api.woocommerce.put(stock("w" + i, "S" + i, "Item é " + i, 1));
      api.shopify.put(stock("s" + i, "S" + i, "Item é " + i, 2));
    }
    var run = api.compared("inventory", WOO).path("run").path("id").asText();
    var runs =
        new Runs(api.ledger, new ItemPages(api.ledger), new Resources(TestingApi.RESOURCES), 1_000);

    var rows = new ArrayList<String>();
    Map<String, String> query = Map.of("status", "pending", "q", "item é");
    int pages = 0;
    while (!query.isEmpty()) {
      var request = new Request("GET", "", query, Map.of(), "");
      Response page = runs.csv(new Call(request, Map.of("id", run), "Ada"));
      rows.addAll(page.body().lines().skip(1).toList());
      pages++;
      String link = page.headers().getOrDefault("Link", "");
      assertThat(link)
          .matches("|</api/runs/\\w+/items.csv\\?status=pending&q=item\\+%C3%A9&cursor=\\S+>;.*");
      query =
          link.isEmpty()
              ? Map.of()
              : Map.of(
                  "status", "pending",
                  "q", "item é",
                  "cursor", link.replaceAll(".*cursor=([^>]+)>.*", "$1"));
    }

    assertThat(pages).isEqualTo(3);
    assertThat(rows).hasSize(1_200).doesNotHaveDuplicates();
  }

  /// Three items that can be written, one that cannot, one that only the destination has.
  private JsonNode several() {
    api.woocommerce.put(stock("w1", "A-1", "Apple", 1), stock("w2", "B-1", "Bread", 1));
    api.woocommerce.put(stock("w3", "C-1", "Cheese", 1));
    api.woocommerce.put(restricted(stock("w4", "D-1", "Dates", 1), "sold in bundles"));
    api.shopify.put(stock("s1", "A-1", "Apple", 2), stock("s2", "B-1", "Bread", 2));
    api.shopify.put(stock("s3", "C-1", "Cheese", 2), stock("s4", "D-1", "Dates", 2));
    api.shopify.put(stock("s5", "E-1", "Eggs", 2));
    return api.compared("inventory", LOOSE).path("run");
  }

  private void approve(JsonNode run, String select) {
    Response response =
        api.post(
            run.path("links").path("self").asText() + "/approve",
            "{\"digest\":\"%s\",\"select\":%s}".formatted(run.path("digest").asText(), select));
    assertThat(response.status()).isEqualTo(200);
  }

  private static List<String> names(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("name").asText()).toList();
  }
}
