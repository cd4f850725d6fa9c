package dev.trueup.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/// What the adapter is measured by: a fixed number of threads that send the same requests (read a
/// hundred products, then write them) and nothing else.
record FixedWriters(String url, String key, String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIELDS =
      "id,type,sku,manage_stock,stock_quantity,stock_status,backorders,name";

  /// @param batches ids of products
  /// @return how many seconds it took
  double write(List<List<String>> batches, int threads) throws Exception {
    long start = System.nanoTime();
    try (var http = HttpClient.newHttpClient();
        var executor = Executors.newFixedThreadPool(threads)) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (List<String> ids : batches) {
        tasks.add(() -> write(http, ids));
      }
      for (Future<Void> done : executor.invokeAll(tasks)) {
        done.get();
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private Void write(HttpClient http, List<String> ids) throws IOException, InterruptedException {
    String query = "?per_page=100&_fields=" + FIELDS + "&include=" + String.join("%2C", ids);
    send(http, request(query).GET().build());
    String rows = ids.stream().map(FixedWriters::row).collect(Collectors.joining(","));
    send(
        http,
        request("/batch")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"update\":[" + rows + "]}"))
            .build());
    return null;
  }

  private static String row(String id) {
    ObjectNode row = JSON.createObjectNode();
    return row.put("id", Long.parseLong(id)).put("inventory_delta", 1).toString();
  }

  private HttpRequest.Builder request(String rest) {
    byte[] pair = (key + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(URI.create(url + "/wp-json/wc/v3/products" + rest))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static void send(HttpClient http, HttpRequest request)
      throws IOException, InterruptedException {
    int status = http.send(request, BodyHandlers.ofString()).statusCode();
    if (status != 200) {
      throw new IOException("status " + status);
    }
  }
}
