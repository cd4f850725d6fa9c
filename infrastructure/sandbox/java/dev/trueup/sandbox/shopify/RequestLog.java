package dev.trueup.sandbox.shopify;

import java.util.ArrayList;
import java.util.List;

/// The API requests so far.
final class RequestLog {
  private final List<ShopifyRequest> requests = new ArrayList<>();

  synchronized void add(ShopifyRequest request) {
    requests.add(request);
  }

  synchronized List<ShopifyRequest> all() {
    return List.copyOf(requests);
  }

  synchronized void forget() {
    requests.clear();
  }
}
