package dev.trueup.local;

import static dev.trueup.catalog.TestingRecords.stock;
import static dev.trueup.plan.TestingLabels.label;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.catalog.Inventory;
import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Value;
import dev.trueup.plan.InventoryRules;
import dev.trueup.plan.TestingLabels;
import dev.trueup.run.Stores;
import dev.trueup.store.InMemoryStore;
import dev.trueup.store.Outcome;
import dev.trueup.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The workflow as it is deployed, with the functions, the table and the queue, over HTTP; only the
/// stores are maps.
@Timeout(60)
final class WorkflowTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONG = Duration.ofDays(1);
  private static final int ITEMS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final InMemoryStore source = new InMemoryStore(Platform.WOOCOMMERCE);
  private final InMemoryStore destination = new InMemoryStore(Platform.SHOPIFY);
  private @Nullable LocalRuntime runtime;

  @AfterEach
  void stop() {
    http.close();
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void carriesOutWhatWasApprovedAndIsInSyncAfterwards() throws Exception {
    start(LONG);
    JsonNode run = compared("inventory");
    assertThat(run.path("status").asText()).isEqualTo("awaiting-approval");
    assertThat(run.path("counts").path("differences").asInt()).isEqualTo(ITEMS);

    JsonNode ended = approved(run, "\"all\"");

    assertThat(ended.path("status").asText()).isEqualTo("succeeded");
    assertThat(ended.path("outcomes").path("applied").asInt()).isEqualTo(ITEMS);
    assertThat(destination.value("d3", Inventory.QUANTITY)).isEqualTo(Value.of(3));
    assertThat(compared("inventory").path("status").asText()).isEqualTo("in-sync");
  }

  @Test
  void carriesAResourceThatIsNotStockJustTheSame() throws Exception {
    source.remove("s1");
    source.put(label("l1", "Sale", "50 % off", "red"), label("l2", "New", "just in"));
    destination.put(label("m1", "sale", "half price", "red"), label("m2", "New", "just in"));
    start(LONG);

    JsonNode run = compared("labels");
    JsonNode items = get("/api/runs/" + run.path("id").asText() + "/items");
    JsonNode ended = approved(run, "\"all\"");

    assertThat(items.path("items").findValuesAsText("name")).contains("Sale");
    assertThat(ended.path("status").asText()).isEqualTo("succeeded");
    assertThat(destination.value("m1", "text")).isEqualTo(Value.of("50 % off"));
    assertThat(
            get("/api/runs/" + run.path("id").asText() + "/items").path("items").get(0).toString())
        .doesNotContain("Quantity");
  }

  @Test
  void keepsWhatMovedSinceThePlanAndSaysSo() throws Exception {
    start(LONG);
    JsonNode run = compared("inventory");
    destination.set("d4", Inventory.QUANTITY, Value.of(99));

    JsonNode ended = approved(run, "\"all\"");

    assertThat(ended.path("status").asText()).isEqualTo("completed-with-errors");
    assertThat(ended.path("outcomes").path("conflict").asInt()).isEqualTo(1);
    assertThat(destination.value("d4", Inventory.QUANTITY)).isEqualTo(Value.of(99));
  }

  @Test
  void writesNothingOfARejectedPlan() throws Exception {
    start(LONG);
    JsonNode run = compared("inventory");

    post(run, "reject", "{}");
    JsonNode ended = ended(run);

    assertThat(ended.path("status").asText()).isEqualTo("rejected");
    assertThat(destination.requests()).isEmpty();
    assertThat(compared("inventory").path("status").asText()).isEqualTo("awaiting-approval");
  }

  @Test
  void endsARunThatNobodyDecidesInTime() throws Exception {
    start(Duration.ofSeconds(1));
    JsonNode run = compared("inventory");

    assertThat(ended(run).path("status").asText()).isEqualTo("expired");
    assertThat(compared("inventory").path("status").asText()).isEqualTo("awaiting-approval");
  }

  @Test
  void marksARunWhoseStoreFailsAndFreesTheLock() throws Exception {
    start(LONG);
    source.reading(() -> {
      throw new StoreException(
          Platform.WOOCOMMERCE, StoreException.Kind.UNAVAILABLE, "the shop is down for repairs");
    });

    JsonNode run = compared("inventory");

    assertThat(run.path("status").asText()).isEqualTo("failed");
    assertThat(run.path("error").asText()).isEqualTo("the shop is down for repairs");
    source.reading(() -> {});
    assertThat(compared("inventory").path("status").asText()).isEqualTo("awaiting-approval");
  }

  @Test
  void stopsBetweenRequestsWhenARunIsCancelled() throws Exception {
    start(LONG);
    JsonNode run = compared("inventory");
    var reached = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    destination.answering(waiting(reached, goOn));

    approve(run, "\"all\"");
    reached.await();
    post(run, "cancel", "{}");
    goOn.countDown();
    JsonNode ended = ended(run);

    assertThat(ended.path("status").asText()).isEqualTo("cancelled");
    JsonNode outcomes = ended.path("outcomes");
    assertThat(outcomes.path("applied").asInt()).isPositive();
    assertThat(outcomes.path("applied").asInt() + outcomes.path("skipped").asInt())
        .isEqualTo(ITEMS);
  }

  @Test
  void holdsARunThatIsPausedUntilItIsResumed() throws Exception {
    start(LONG);
    JsonNode run = compared("inventory");
    var reached = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    destination.answering(waiting(reached, goOn));

    approve(run, "\"all\"");
    reached.await();
    assertThat(post(run, "pause", "{}").path("status").asText()).isEqualTo("paused");
    goOn.countDown();
    assertThat(post(run, "resume", "{}").path("status").asText()).isEqualTo("applying");

    JsonNode ended = ended(run);
    assertThat(ended.path("status").asText()).isEqualTo("succeeded");
    assertThat(ended.path("outcomes").path("applied").asInt()).isEqualTo(ITEMS);
  }

  @Test
  void writesNamedProductsInOneCall() throws Exception {
    start(LONG);

    JsonNode answer =
        json(
            send(
                request("/api/inventory/sync")
                    .POST(
                        body(
                            "{\"sourceOfTruth\":\"woocommerce\",\"products\":[\"SKU-2\",\"s5\"]}"))));

    assertThat(answer.path("run").path("status").asText()).isEqualTo("succeeded");
    assertThat(answer.path("results")).hasSize(2);
    assertThat(answer.path("results").findValuesAsText("success")).containsOnly("true");
    assertThat(destination.value("d2", Inventory.QUANTITY)).isEqualTo(Value.of(2));
    assertThat(destination.value("d5", Inventory.QUANTITY)).isEqualTo(Value.of(5));
    assertThat(destination.value("d6", Inventory.QUANTITY)).isEqualTo(Value.of(106));
  }

  @Test
  void goesOnAfterARestartWhereItWas(@TempDir Path data) throws Exception {
    start(LONG, data);
    JsonNode run = compared("inventory");
    running().close();

    start(LONG, data);
    JsonNode ended = approved(run, "{\"include\":[\"1\",\"2\"]}");

    assertThat(ended.path("status").asText()).isEqualTo("succeeded");
    assertThat(ended.path("outcomes").path("applied").asInt()).isEqualTo(2);
  }

  /// Holds the first request until it is told to go on.
  private static InMemoryStore.Answering waiting(CountDownLatch reached, CountDownLatch goOn) {
    return (_, outcomes) -> {
      reached.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return outcomes.stream().<Outcome>map(_ -> new Outcome.Unknown("interrupted")).toList();
      }
      return outcomes;
    };
  }

  private void start(Duration approvalTime) throws IOException {
    start(approvalTime, null);
  }

  private void start(Duration approvalTime, @Nullable Path data) throws IOException {
    for (int i = 1; i <= ITEMS; i++) {
      source.put(stock("s" + i, "SKU-" + i, "Item " + i, i));
      destination.put(stock("d" + i, "SKU-" + i, "Item " + i, 100 + i));
    }
    runtime =
        LocalRuntime.start(
            new LocalRuntime.Parts(
                0,
                data,
                new Stores(Map.of(Platform.WOOCOMMERCE, source, Platform.SHOPIFY, destination)),
                List.of(new InventoryRules(), new TestingLabels()),
                "key",
                approvalTime));
  }

  private JsonNode compared(String resource) throws Exception {
    String wish = "{\"sourceOfTruth\":\"woocommerce\",\"guards\":{\"changedShare\":1}}";
    HttpResponse<String> answer =
        send(request("/api/" + resource + "/compare").header("Prefer", "wait=20").POST(body(wish)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).path("run");
  }

  private JsonNode approved(JsonNode run, String select) throws Exception {
    approve(run, select);
    return ended(run);
  }

  private void approve(JsonNode run, String select) throws Exception {
    post(
        run,
        "approve",
        "{\"digest\":\"%s\",\"select\":%s}".formatted(run.path("digest").asText(), select));
  }

  private JsonNode ended(JsonNode run) throws Exception {
    running().ended(run.path("id").asText()).join();
    return get("/api/runs/" + run.path("id").asText());
  }

  private JsonNode post(JsonNode run, String verb, String json) throws Exception {
    HttpResponse<String> answer =
        send(request("/api/runs/" + run.path("id").asText() + "/" + verb).POST(body(json)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private JsonNode get(String path) throws Exception {
    return json(send(request(path).GET()));
  }

  private LocalRuntime running() {
    return Objects.requireNonNull(runtime);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + running().port() + path))
        .header("Authorization", "Bearer key")
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher body(String json) {
    return HttpRequest.BodyPublishers.ofString(json);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
