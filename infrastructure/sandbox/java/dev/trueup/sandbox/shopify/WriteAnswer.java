package dev.trueup.sandbox.shopify;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an inventory mutation answers; the shape of its GraphQL payload, kept for replays.
///
/// @param adjustment null when nothing was changed
/// @param level of `inventoryActivate` only: the level it activated
record WriteAnswer(
    @Nullable Adjustment adjustment, @Nullable LevelId level, List<Refusal> userErrors) {
  WriteAnswer {
    userErrors = List.copyOf(userErrors);
  }

  static WriteAnswer refused(List<Refusal> refusals) {
    return new WriteAnswer(null, null, refusals);
  }

  static WriteAnswer refused(String code, String message, String... field) {
    return refused(List.of(new Refusal(code, List.of(field), message)));
  }

  /// A user error. Its code is null on types that have none.
  record Refusal(@Nullable String code, @Nullable List<String> field, String message) {}

  record LevelId(long variant, int location) {}

  record Adjustment(
      long number,
      Instant createdAt,
      String reason,
      @Nullable String referenceDocumentUri,
      List<Change> changes) {
    Adjustment {
      changes = List.copyOf(changes);
    }
  }

  record Change(String name, int delta, LevelId level) {}
}
