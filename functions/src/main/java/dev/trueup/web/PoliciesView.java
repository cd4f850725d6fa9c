package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Filter;
import dev.trueup.plan.Limits;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Stock;
import java.util.Collection;

/// Policies as they are answered: the way they can be asked for.
final class PoliciesView {
  private PoliciesView() {}

  static ObjectNode of(Policies policies) {
    ObjectNode view = Json.object();
    view.put("conflictStrategy", JsonObject.word(policies.conflictStrategy()));
    view.put("missingInDestination", JsonObject.word(policies.missingInDestination()));
    view.put("missingInSource", JsonObject.word(policies.missingInSource()));
    view.set("stock", stock(policies.stock()));
    if (policies.fields().isEmpty()) {
      view.put("fields", "all");
    } else {
      view.set("fields", Json.array(policies.fields()));
    }
    if (policies.filter().everything()) {
      view.put("filter", "all");
    } else {
      view.set("filter", filter(policies.filter()));
    }
    ObjectNode locations = view.putObject("locations");
    locations.set("counted", Json.array(policies.locations().counted()));
    locations.put("written", policies.locations().written());
    ObjectNode approval = view.putObject("approval");
    approval.put("mode", JsonObject.word(policies.approval().mode()));
    approval.put("atMost", policies.approval().atMost());
    view.set("guards", guards(policies.guards()));
    return view;
  }

  private static ObjectNode stock(Stock stock) {
    ObjectNode view = Json.object();
    view.put("buffer", stock.buffer());
    view.put("floor", stock.floor());
    view.put("cap", stock.cap());
    view.put("autoStatus", stock.autoStatus());
    return view;
  }

  private static ObjectNode filter(Filter filter) {
    ObjectNode view = Json.object();
    words(view, "skus", filter.skus());
    words(view, "ids", filter.ids());
    words(view, "categories", filter.categories());
    words(view, "tags", filter.tags());
    words(view, "statuses", filter.statuses());
    return view;
  }

  private static void words(ObjectNode view, String key, Collection<String> words) {
    if (!words.isEmpty()) {
      view.set(key, Json.array(words.stream().sorted().toList()));
    }
  }

  private static ObjectNode guards(Limits limits) {
    ObjectNode view = Json.object();
    view.put("changedShare", limits.changedShare());
    view.put("zeroedShare", limits.zeroedShare());
    view.put("priceMove", limits.priceMove());
    view.put("sourceShrink", limits.sourceShrink());
    return view;
  }
}
