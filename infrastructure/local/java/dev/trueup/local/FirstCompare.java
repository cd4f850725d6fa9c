package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares once when everything is up, through the API as everybody, and prints the plan and where
/// to approve it.
final class FirstCompare {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DIFFERENCES = Path.of("differences.csv");

  private final String address;
  private final String key;
  private final Options options;

  FirstCompare(String address, String key, Options options) {
    this.address = address;
    this.key = key;
    this.options = options;
  }

  void print() throws IOException, InterruptedException {
    approve(compare());
  }

  /// Compares, and prints what would change.
  ///
  /// @return the run; a missing node when there is none
  JsonNode compare() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            request("/api/inventory/compare")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=20")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"sourceOfTruth\":\"woocommerce\",\"yields\":true}")));
    JsonNode body = JSON.readTree(answer.body());
    System.out.println();
    String error = body.path("run").path("error").asText("");
    if (answer.statusCode() == 200 && !error.isEmpty()) {
      System.out.println("The first comparison failed: " + error);
    } else if (answer.statusCode() == 200) {
      System.out.println(PlanText.of(body.path("run"), body.path("items")));
      csv(body.path("run"));
    } else if (answer.statusCode() == 202) {
      System.out.println(
          "The first comparison goes on: GET " + body.path("links").path("self").asText());
    } else {
      System.out.println("No first comparison: " + body.path("detail").asText());
    }
    System.out.println();
    return body.path("run");
  }

  private void approve(JsonNode run) {
    System.out.println("  export KEY=" + key);
    if (run.path("status").asText().equals("awaiting-approval")) {
      System.out.println(
          """
            Approve it with
              curl -X POST %s/api/runs/%s/approve -H "Authorization: Bearer $KEY" \\
                -H 'Content-Type: application/json' -d '{"digest":"%s","select":"all"}'
          """
              .formatted(address, run.path("id").asText(), run.path("digest").asText())
              .stripTrailing());
    }
    System.out.println();
  }

  /// Two exports were given to be compared: their differences are wanted as a file.
  private void csv(JsonNode run) throws IOException, InterruptedException {
    if (options.wooCommerceCsv() == null && options.shopifyCsv() == null) {
      return;
    }
    HttpResponse<String> answer = send(request(run.path("links").path("csv").asText()).GET());
    Files.writeString(DIFFERENCES, answer.body());
    System.out.println("The differences are in " + DIFFERENCES.toAbsolutePath() + ".");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + key);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
