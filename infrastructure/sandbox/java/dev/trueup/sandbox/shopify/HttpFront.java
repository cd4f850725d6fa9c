package dev.trueup.sandbox.shopify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The HTTP server of the store, on loopback, one virtual thread per request.
final class HttpFront implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  HttpFront(int port, Site site) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on port " + port, e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, site));
    server.start();
  }

  /// A request, read whole.
  record Request(
      String method, String path, String contentType, @Nullable String token, String body) {}

  /// What answers requests.
  interface Site {
    /// The file at a path, or empty; asked first for GET requests.
    Optional<Path> file(String pathAndQuery);

    Reply answer(Request request);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void handle(HttpExchange exchange, Site site) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      Optional<Path> file =
          exchange.getRequestMethod().equals("GET") ? site.file(uri.toString()) : Optional.empty();
      if (file.isPresent()) {
        exchange.getResponseHeaders().set("Content-Type", "application/jsonl");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
          Files.copy(file.get(), out);
        }
        return;
      }
      String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
      send(
          exchange,
          site.answer(
              new Request(
                  exchange.getRequestMethod(),
                  uri.getPath(),
                  contentType == null ? "" : contentType,
                  exchange.getRequestHeaders().getFirst("X-Shopify-Access-Token"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.delivery() == Reply.Delivery.DROPPED) {
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    boolean whole = reply.delivery() == Reply.Delivery.WHOLE;
    OutputStream out = exchange.getResponseBody();
    out.write(body, 0, whole ? body.length : body.length / 2);
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
