package dev.trueup.sandbox.shopify;

import dev.trueup.sandbox.shopify.StoreState.Written;
import graphql.execution.directives.QueryAppliedDirective;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// Runs a mutation that must carry `@idempotent(key:)`, once per key.
final class IdempotentWrite {
  private final StoreState state;
  private final Runnable whileWriting;

  /// @param whileWriting run while the key is taken and nothing is written yet
  IdempotentWrite(StoreState state, Runnable whileWriting) {
    this.state = state;
    this.whileWriting = whileWriting;
  }

  /// @param input reads and checks the arguments, before the key is taken
  <T> WriteAnswer run(
      DataFetchingEnvironment env, Supplier<T> input, BiFunction<T, Instant, Written> writer) {
    String key = key(env);
    T arguments = input.get();
    String fingerprint = env.getField().getName() + Json.write(env.getArguments());
    return switch (state.keys().claim(key, fingerprint, state.now())) {
      case IdempotencyKeys.Claim.Fresh _ ->
          fresh(key, fingerprint, now -> writer.apply(arguments, now));
      case IdempotencyKeys.Claim.Replay(WriteAnswer answer) -> answer;
      case IdempotencyKeys.Claim.OtherParameters _ ->
          WriteAnswer.refused(
              "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
              "The same idempotency key cannot be used with different operation parameters.");
      case IdempotencyKeys.Claim.StillRunning _ ->
          WriteAnswer.refused(
              "IDEMPOTENCY_CONCURRENT_REQUEST",
              "This request is currently in progress, please try again.");
    };
  }

  private WriteAnswer fresh(String key, String fingerprint, Function<Instant, Written> writer) {
    try {
      whileWriting.run();
      return state.write(key, fingerprint, writer);
    } finally {
      state.keys().release(key);
    }
  }

  private static String key(DataFetchingEnvironment env) {
    QueryAppliedDirective directive =
        env.getQueryDirectives().getImmediateAppliedDirective("idempotent").stream()
            .findFirst()
            .orElseThrow(() ->
                new ApiException(
                    "BAD_REQUEST",
                    "The @idempotent directive is required for this mutation but was not"
                        + " provided."));
    String key =
        Objects.requireNonNull(
            Objects.requireNonNull(directive.getArgument("key")).<String>getValue());
    if (key.isBlank() || key.length() > 255) {
      throw new ApiException("BAD_REQUEST", "The idempotency key must have 1 to 255 characters.");
    }
    return key;
  }
}
