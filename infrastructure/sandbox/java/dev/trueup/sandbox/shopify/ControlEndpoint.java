package dev.trueup.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `POST /sandbox/control`: what [SimulatedShopify] offers as methods, for those outside this
/// process. The body is an object of commands, such as `{"sell": {"sku": "CUP-1", "quantity": 2}}`.
/// Not part of the API, needs no token; a command or a key that is not known is an error.
final class ControlEndpoint {
  private final SimulatedShopify store;

  ControlEndpoint(SimulatedShopify store) {
    this.store = store;
  }

  private record Move(String sku, @Nullable Integer quantity, @Nullable String location) {
    int units() {
      return quantity == null ? 1 : quantity;
    }
  }

  private record Change(
      String sku,
      @Nullable Integer quantity,
      @Nullable Boolean tracked,
      @Nullable Boolean active,
      @Nullable String location) {}

  private record Removal(String sku) {}

  private record FaultOrder(
      String kind,
      @Nullable Integer status,
      @Nullable Integer every,
      @Nullable Integer times,
      boolean afterEffect,
      long delayMillis,
      @Nullable String operation) {
    Fault fault() {
      return new Fault(
          Fault.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
          status == null ? 503 : status,
          every == null ? 1 : every,
          times == null ? Integer.MAX_VALUE : times,
          afterEffect,
          Duration.ofMillis(delayMillis),
          Pattern.compile(operation == null ? "" : operation));
    }
  }

  private record Hold(boolean hold) {}

  private record Grants(@Nullable String refusedWith) {}

  Reply answer(String body) {
    try {
      JsonNode commands = Json.MAPPER.readTree(body);
      for (var command : commands.properties()) {
        obey(command.getKey(), command.getValue());
      }
      return Reply.json(200, Map.of("done", commands.size()));
    } catch (IllegalArgumentException | JsonProcessingException e) {
      return Reply.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private void obey(String command, JsonNode arguments) throws JsonProcessingException {
    switch (command) {
      case "sell" -> {
        Move move = read(arguments, Move.class);
        store.sell(move.sku(), move.units(), Optional.ofNullable(move.location()));
      }
      case "restock" -> {
        Move move = read(arguments, Move.class);
        store.restock(move.sku(), move.units(), Optional.ofNullable(move.location()));
      }
      case "set" -> set(read(arguments, Change.class));
      case "remove" -> store.remove(read(arguments, Removal.class).sku());
      case "fault" -> store.fault(read(arguments, FaultOrder.class).fault());
      case "clear" -> store.clearFaults();
      case "plan" -> store.plan(Plan.valueOf(arguments.asText().toUpperCase(Locale.ROOT)));
      case "expireTokens" -> store.expireTokens();
      case "grants" ->
          store.refuseGrants(Optional.ofNullable(read(arguments, Grants.class).refusedWith()));
      case "bulk" -> store.holdBulkOperations(read(arguments, Hold.class).hold());
      default -> throw new IllegalArgumentException("there is no command '" + command + "'");
    }
  }

  private void set(Change change) {
    Optional<String> location = Optional.ofNullable(change.location());
    if (change.quantity() != null) {
      store.set(change.sku(), change.quantity(), location);
    }
    if (change.active() != null) {
      store.setActive(change.sku(), change.active(), location);
    }
    if (change.tracked() != null) {
      store.setTracked(change.sku(), change.tracked());
    }
  }

  private static <T> T read(JsonNode arguments, Class<T> type) throws JsonProcessingException {
    return Json.MAPPER.treeToValue(arguments, type);
  }
}
