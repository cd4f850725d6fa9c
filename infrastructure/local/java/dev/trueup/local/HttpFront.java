package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trueup.local.states.FunctionAnswer;
import dev.trueup.local.states.Timers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An API Gateway HTTP API with the route `$default`, on loopback: each request becomes an event
/// for one function.
///
/// Limits, from docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html: 10,240
/// bytes of request line and headers (431), 10 MB of body (413; Lambda's own 6 MB for the whole
/// event come first), 30 s for the function (503). A function that fails is a 500.
public final class HttpFront implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int MAX_HEAD_BYTES = 10_240;
  private static final int MAX_BODY_BYTES = 10 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LocalLambda lambda;
  private final Timers timers;

  private HttpFront(HttpServer server, LocalLambda lambda, Timers timers) {
    this.server = server;
    this.lambda = lambda;
    this.timers = timers;
    server.setExecutor(threads);
    server.createContext("/", this::serve);
  }

  /// Listens from now on.
  ///
  /// @param port 0 for any that is free
  /// @throws PortInUseException if something else listens there
  public static HttpFront start(int port, LocalLambda lambda, Timers timers) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      HttpFront front = new HttpFront(HttpServer.create(address, 0), lambda, timers);
      front.server.start();
      return front;
    } catch (BindException e) {
      throw new PortInUseException(port, e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      write(exchange, answer(exchange));
    }
  }

  private GatewayResponse answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    if (headBytes(exchange) > MAX_HEAD_BYTES) {
      return GatewayResponse.message(431, "Request Header Fields Too Large");
    }
    if (body.length > MAX_BODY_BYTES) {
      return GatewayResponse.message(413, "Request Entity Too Large");
    }
    JsonNode event = new GatewayEvent(exchange, body, timers.instant()).json();
    if (event.path("body").asText("").length() > LocalLambda.MAX_BYTES) {
      return GatewayResponse.message(413, "Request Entity Too Large");
    }
    return invoke(event)
        .map(HttpFront::response)
        .orElseGet(() -> GatewayResponse.message(503, "Service Unavailable"));
  }

  /// Empty when the function takes too long; it goes on all the same.
  private Optional<FunctionAnswer> invoke(JsonNode event) {
    CompletableFuture<Optional<FunctionAnswer>> answer = new CompletableFuture<>();
    Timers.Pending late =
        timers.at(timers.instant().plus(PATIENCE), () -> answer.complete(Optional.empty()));
    Thread.startVirtualThread(() -> answer.complete(Optional.of(lambda.invoke(event))));
    try {
      return answer.join();
    } finally {
      late.cancel();
    }
  }

  private static GatewayResponse response(FunctionAnswer answer) {
    try {
      return switch (answer) {
        case FunctionAnswer.Success(JsonNode payload) -> GatewayResponse.of(payload);
        case FunctionAnswer.Failure(String error, JsonNode report) -> {
          LOG.error("the function failed with {}: {}", error, report);
          yield GatewayResponse.message(500, "Internal Server Error");
        }
      };
    } catch (IllegalArgumentException e) {
      LOG.error("the function's answer is malformed: {}", e.getMessage());
      return GatewayResponse.message(500, "Internal Server Error");
    }
  }

  private static int headBytes(HttpExchange exchange) {
    int bytes = exchange.getRequestMethod().length() + exchange.getRequestURI().toString().length();
    for (var header : exchange.getRequestHeaders().entrySet()) {
      for (String value : header.getValue()) {
        bytes += header.getKey().length() + value.length();
      }
    }
    return bytes;
  }

  private static void write(HttpExchange exchange, GatewayResponse response) throws IOException {
    exchange.getResponseHeaders().putAll(response.headers());
    boolean bodiless =
        exchange.getRequestMethod().equals("HEAD")
            || response.status() == 204
            || response.status() == 304;
    byte[] body = bodiless ? new byte[0] : response.body();
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /// Stops listening; requests under way are cut off.
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
