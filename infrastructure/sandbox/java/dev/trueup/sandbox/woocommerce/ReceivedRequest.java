package dev.trueup.sandbox.woocommerce;

import java.time.Instant;
import java.util.List;

/// A request as the shop received it.
///
/// @param number 1 for the first
/// @param query as sent, empty for none
/// @param inFlight requests under way when it came in, itself included
/// @param written ids of the items it was to change, those of new ones aside
public record ReceivedRequest(
    int number,
    String method,
    String path,
    String query,
    Instant at,
    int inFlight,
    List<Integer> written) {
  public ReceivedRequest {
    written = List.copyOf(written);
  }
}
