package dev.trueup.sandbox.shopify;

import java.time.Duration;

/// One request to the simulated API, as the store saw it.
///
/// @param operationName as sent, or empty
/// @param requestedCost points reserved before execution; 0 when the request did not get that far
/// @param actualCost points it really cost; 0 when it was not executed
/// @param httpStatus the status sent, or 0 when the connection was dropped without one
/// @param atNanos when it arrived, on the clock given to the store
/// @param took from arrival to the end of the answer, on the same clock
public record ShopifyRequest(
    String operationName,
    int requestedCost,
    int actualCost,
    boolean throttled,
    int httpStatus,
    long atNanos,
    Duration took) {}
