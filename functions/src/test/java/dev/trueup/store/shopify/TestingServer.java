package dev.trueup.store.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A web server on loopback that answers as a test says, and remembers what it was asked.
final class TestingServer implements AutoCloseable {
  /// In an answer it stands for the address of this server.
  static final String HERE = "http://HERE";

  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param promised bytes more than are sent, as when the connection breaks
  record Answer(int status, String body, Map<String, String> headers, int promised) {
    static Answer of(int status, String body) {
      return new Answer(status, body, Map.of(), 0);
    }

    /// A GraphQL answer with a full bucket; single quotes stand for double ones.
    static Answer graphql(String members) {
      return of(
          200,
          ("{"
                  + members
                  + ",'extensions':{'cost':{'requestedQueryCost':10,'actualQueryCost':10,"
                  + "'throttleStatus':{'maximumAvailable':2000.0,'currentlyAvailable':1990,"
                  + "'restoreRate':100.0}}}}")
              .replace('\'', '"'));
    }

    Answer with(String header, String value) {
      return new Answer(status, body, Map.of(header, value), promised);
    }

    Answer cutShort() {
      return new Answer(status, body, headers, 100);
    }
  }

  /// @param token empty without that header
  record Request(String path, String token, String body) {
    boolean isGrant() {
      return path.equals("/admin/oauth/access_token");
    }

    boolean asks(String field) {
      return body.contains(field + "(");
    }

    JsonNode variables() {
      try {
        return JSON.readTree(body).path("variables");
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  TestingServer(Function<Request, Answer> answers) {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(threads);
    http.createContext("/", exchange -> handle(exchange, answers));
    http.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  private void handle(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
    try (exchange) {
      var request =
          new Request(
              exchange.getRequestURI().getPath(),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"))
                  .orElse(""),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      requests.add(request);
      Answer answer = answers.apply(request);
      byte[] body = answer.body().replace(HERE, url().toString()).getBytes(StandardCharsets.UTF_8);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      int length = body.length + answer.promised();
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
