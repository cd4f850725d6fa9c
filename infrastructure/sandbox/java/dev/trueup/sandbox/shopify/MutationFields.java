package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.StoreState.Written;
import dev.trueup.sandbox.shopify.WriteAnswer.Adjustment;
import dev.trueup.sandbox.shopify.WriteAnswer.Change;
import dev.trueup.sandbox.shopify.WriteAnswer.LevelId;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The inventory mutations and their payloads.
final class MutationFields {
  private final StoreState state;
  private final IdempotentWrite idempotent;

  MutationFields(StoreState state, Runnable whileWriting) {
    this.state = state;
    this.idempotent = new IdempotentWrite(state, whileWriting);
  }

  void addTo(RuntimeWiring.Builder wiring) {
    TypeFields.of("Mutation", StoreState.class)
        .resolve("inventorySetQuantities", (_, env) -> set(env))
        .resolve("inventoryAdjustQuantities", (_, env) -> adjust(env))
        .resolve("inventoryActivate", (_, env) -> activate(env))
        .resolve("inventoryItemUpdate", (_, env) -> update(env))
        .addTo(wiring);
    for (String payload :
        List.of("InventorySetQuantitiesPayload", "InventoryAdjustQuantitiesPayload")) {
      TypeFields.of(payload, WriteAnswer.class)
          .read("inventoryAdjustmentGroup", WriteAnswer::adjustment)
          .read("userErrors", WriteAnswer::userErrors)
          .addTo(wiring);
    }
    TypeFields.of("InventoryActivatePayload", WriteAnswer.class)
        .read("inventoryLevel", answer -> level(answer.level()))
        .read("userErrors", WriteAnswer::userErrors)
        .addTo(wiring);
    TypeFields.of("InventoryItemUpdatePayload", WriteAnswer.class)
        .read("inventoryItem", answer -> item(answer.level()))
        .read("userErrors", WriteAnswer::userErrors)
        .addTo(wiring);
    adjustment(wiring);
  }

  private void adjustment(RuntimeWiring.Builder wiring) {
    TypeFields.of("InventoryAdjustmentGroup", Adjustment.class)
        .read("id", group -> Gid.of("InventoryAdjustmentGroup", group.number()))
        .read("createdAt", Adjustment::createdAt)
        .read("reason", Adjustment::reason)
        .read("referenceDocumentUri", Adjustment::referenceDocumentUri)
        .read("changes", Adjustment::changes)
        .addTo(wiring);
    TypeFields.of("InventoryChange", Change.class)
        .read("name", Change::name)
        .read("delta", Change::delta)
        .read("quantityAfterChange", _ -> null)
        .read("ledgerDocumentUri", _ -> null)
        .read("item", change -> item(change.level()))
        .read("location", this::location)
        .addTo(wiring);
  }

  private WriteAnswer set(DataFetchingEnvironment env) {
    Map<String, Object> input = input(env);
    return idempotent.run(
        env,
        () -> QuantityRow.of(list(input, "quantities"), "InventoryQuantityInput", "quantity"),
        (rows, now) -> stockWrite(input).set(rows, now));
  }

  private WriteAnswer adjust(DataFetchingEnvironment env) {
    Map<String, Object> input = input(env);
    return idempotent.run(
        env,
        () -> QuantityRow.of(list(input, "changes"), "InventoryChangeInput", "delta"),
        (rows, now) -> stockWrite(input).adjust(rows, now));
  }

  private WriteAnswer activate(DataFetchingEnvironment env) {
    BiFunction<DataFetchingEnvironment, Instant, Written> activation =
        (asked, now) ->
            new ItemWrite(state)
                .activate(
                    Objects.requireNonNull(asked.getArgument("inventoryItemId")),
                    Objects.requireNonNull(asked.getArgument("locationId")),
                    asked.getArgument("available"),
                    asked.getArgument("onHand"),
                    now);
    return idempotent.run(env, () -> env, activation);
  }

  private WriteAnswer update(DataFetchingEnvironment env) {
    String id = Objects.requireNonNull(env.getArgument("id"));
    return state.write(now -> new ItemWrite(state).update(id, input(env), now));
  }

  private StockWrite stockWrite(Map<String, Object> input) {
    @Nullable Object uri = input.get("referenceDocumentUri");
    return new StockWrite(
        state,
        String.valueOf(input.get("name")),
        String.valueOf(input.get("reason")),
        uri == null ? null : uri.toString());
  }

  private static Map<String, Object> input(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.getArgument("input"));
  }

  private static Object list(Map<String, Object> input, String name) {
    return Objects.requireNonNull(input.get(name));
  }

  private @Nullable LevelView level(@Nullable LevelId id) {
    StoreVariant variant = id == null ? null : state.catalogue().variants().get(id.variant());
    return id == null || variant == null
        ? null
        : LevelView.of(variant, state.catalogue().locations().get(id.location())).orElse(null);
  }

  private @Nullable ItemView item(@Nullable LevelId id) {
    StoreVariant variant = id == null ? null : state.catalogue().variants().get(id.variant());
    return variant == null ? null : new ItemView(variant);
  }

  private StoreLocation location(Change change) {
    return state.catalogue().locations().get(change.level().location());
  }
}
