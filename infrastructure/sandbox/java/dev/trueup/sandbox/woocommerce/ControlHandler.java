package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/// `POST /sandbox/control` and `GET /sandbox/state`: what [SimulatedWooCommerce] offers as methods,
/// for those outside this process. Not part of the API, needs no key.
final class ControlHandler implements HttpHandler {
  private final SimulatedWooCommerce shop;

  ControlHandler(SimulatedWooCommerce shop) {
    this.shop = shop;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ApiRequest request = ApiRequest.read(exchange);
      switch (request.method() + " " + request.path()) {
        case "GET /sandbox/state" -> send(exchange, 200, shop.state());
        case "POST /sandbox/control" -> control(exchange, request.body());
        default -> send(exchange, 404, Json.object().put("error", "there is no such address"));
      }
    }
  }

  private void control(HttpExchange exchange, String body) throws IOException {
    try {
      JsonNode commands = Json.MAPPER.readTree(body);
      for (var command : commands.properties()) {
        obey(command.getKey(), command.getValue());
      }
      send(exchange, 200, Json.object().put("done", commands.size()));
    } catch (IllegalArgumentException | JsonProcessingException e) {
      send(exchange, 400, Json.object().put("error", String.valueOf(e.getMessage())));
    } catch (Refusal e) {
      send(exchange, 400, e.error());
    }
  }

  private void obey(String name, JsonNode node) {
    switch (name) {
      case "sell" -> {
        ControlArguments order = new ControlArguments(node, "sku", "quantity");
        shop.sell(order.text("sku"), order.whole("quantity", 1));
      }
      case "restock" -> {
        ControlArguments order = new ControlArguments(node, "sku", "quantity");
        shop.restock(order.text("sku"), order.whole("quantity", 1));
      }
      case "set" -> {
        ControlArguments change = new ControlArguments(node, "sku", "fields");
        shop.set(change.text("sku"), change.object("fields"));
      }
      case "remove" -> shop.remove(new ControlArguments(node, "sku").text("sku"));
      case "fault" -> shop.fault(fault(node));
      case "clear" -> shop.clearFaults();
      case "latency" -> shop.latency(latency(node));
      default -> throw new IllegalArgumentException("there is no command '" + name + "'");
    }
  }

  private static Fault fault(JsonNode node) {
    ControlArguments fault =
        new ControlArguments(
            node,
            "kind",
            "status",
            "every",
            "times",
            "afterEffect",
            "delayMillis",
            "method",
            "path",
            "retryAfter");
    return new Fault(
        Fault.Kind.valueOf(fault.text("kind").toUpperCase(Locale.ROOT)),
        fault.whole("status", 503),
        fault.whole("every", 1),
        fault.whole("times", Integer.MAX_VALUE),
        fault.flag("afterEffect"),
        Duration.ofMillis(fault.whole("delayMillis", 0)),
        fault.text("method", ""),
        fault.text("path", ""),
        fault.text("retryAfter", ""));
  }

  private static Latency latency(JsonNode node) {
    ControlArguments latency = new ControlArguments(node, "baseMillis", "perItemMillis", "growth");
    return new Latency(
        latency.millis("baseMillis"), latency.millis("perItemMillis"), latency.number("growth"));
  }

  private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    Server.send(exchange, status, "application/json; charset=UTF-8", Json.write(body));
  }
}
