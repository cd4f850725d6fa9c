package dev.trueup.sandbox.woocommerce;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Takes a request to the API over the wire: listeners, latency, faults, the effect, the answer.
final class Server implements HttpHandler {
  private static final System.Logger LOG = System.getLogger(Server.class.getName());
  private static final String JSON = "application/json; charset=UTF-8";
  private static final String HTML = "text/html; charset=UTF-8";

  private final Api api;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private final Traffic traffic;
  private final Faults faults;
  private final List<Consumer<ReceivedRequest>> listeners = new CopyOnWriteArrayList<>();
  private volatile Latency latency = Latency.NONE;

  Server(Api api, Catalogue catalogue, InstantSource clock, Traffic traffic, Faults faults) {
    this.api = api;
    this.catalogue = catalogue;
    this.clock = clock;
    this.traffic = traffic;
    this.faults = faults;
  }

  void listen(Consumer<ReceivedRequest> listener) {
    listeners.add(listener);
  }

  void slowDown(Latency to) {
    latency = to;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiRequest request = ApiRequest.read(exchange);
      ReceivedRequest received = traffic.begin(request, clock.instant());
      try {
        serve(exchange, request, received);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } finally {
        traffic.effectDone(received);
        traffic.end();
      }
    }
  }

  private void serve(HttpExchange exchange, ApiRequest request, ReceivedRequest received)
      throws IOException, InterruptedException {
    listeners.forEach(listener -> listener.accept(received));
    Seen seen;
    synchronized (catalogue) {
      seen = Seen.of(catalogue, received.written());
    }
    Optional<Fault> fault = faults.next(request.method(), request.path());
    pause(latency.of(request.size(), received.inFlight()));
    if (fault.isPresent() && !fault.orElseThrow().afterEffect()) {
      traffic.effectDone(received);
      fail(exchange, fault.orElseThrow(), Optional.empty());
      return;
    }
    Answer answer = answer(request, seen);
    traffic.effectDone(received);
    if (fault.isPresent()) {
      fail(exchange, fault.orElseThrow(), Optional.of(answer));
    } else {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      send(exchange, answer.status(), JSON, Json.write(answer.body()));
    }
  }

  /// A failure of the simulation itself is told, and is not what a client has to cope with.
  private Answer answer(ApiRequest request, Seen seen) {
    try {
      return api.answer(request, seen);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, request.method() + " " + request.path(), e);
      return new Refusal(500, "sandbox_failed", e.toString()).answer();
    }
  }

  private static void fail(HttpExchange exchange, Fault fault, Optional<Answer> answer)
      throws IOException, InterruptedException {
    pause(fault.delay());
    String json = answer.map(Answer::body).map(Json::write).orElse("[{\"id\":1,\"name\":\"half");
    switch (fault.kind()) {
      case DROP, HANG -> {}
      case GARBAGE ->
          send(exchange, 200, JSON, "<br />\n<b>Warning</b>:  Undefined variable $x\n" + json);
      case HTML -> send(exchange, 200, HTML, HtmlPage.maintenance());
      case TRUNCATE -> truncate(exchange, json);
      case STATUS -> {
        Map<String, String> headers =
            fault.header().map(value -> Map.of("Retry-After", value)).orElse(Map.of());
        headers.forEach(exchange.getResponseHeaders()::set);
        send(exchange, fault.status(), HTML, HtmlPage.error(fault.status()));
      }
    }
  }

  private static void truncate(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
    exchange.getResponseBody().flush();
  }

  static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
    if (!head) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private static void pause(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      Thread.sleep(time);
    }
  }
}
