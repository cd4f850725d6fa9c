package dev.trueup.sandbox.woocommerce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which requests came in, which are under way, and which write what another is writing.
final class Traffic {
  private final List<ReceivedRequest> received = new ArrayList<>();
  private final Map<Integer, ReceivedRequest> writing = new HashMap<>();
  private final List<String> overlapping = new ArrayList<>();
  private int count;
  private int inFlight;
  private int mostInFlight;

  synchronized ReceivedRequest begin(ApiRequest request, Instant now) {
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    ReceivedRequest begun =
        new ReceivedRequest(
            ++count,
            request.method(),
            request.path(),
            request.query(),
            now,
            inFlight,
            request.written());
    received.add(begun);
    for (int id : begun.written()) {
      ReceivedRequest other = writing.put(id, begun);
      if (other != null) {
        overlapping.add(
            "item " + id + ": " + begun.method() + " " + begun.path() + " during " + other.path());
      }
    }
    return begun;
  }

  /// The request has had its effect, or never will: from here on another may write its items.
  synchronized void effectDone(ReceivedRequest request) {
    request
        .written()
        .forEach(id -> writing.computeIfPresent(id, (_, by) -> by.equals(request) ? null : by));
  }

  synchronized void end() {
    inFlight--;
  }

  synchronized List<ReceivedRequest> received() {
    return List.copyOf(received);
  }

  synchronized List<String> overlapping() {
    return List.copyOf(overlapping);
  }

  synchronized int mostInFlight() {
    return mostInFlight;
  }

  synchronized void forget() {
    received.clear();
    overlapping.clear();
    mostInFlight = inFlight;
  }
}
