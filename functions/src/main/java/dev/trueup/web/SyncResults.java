package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Change;
import dev.trueup.run.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What became of the products a sync named.
final class SyncResults {
  private final ItemPages pages;

  SyncResults(ItemPages pages) {
    this.pages = pages;
  }

  /// The results of a closed run that was made for these products alone.
  ArrayNode ofOwn(Run run, List<String> products) {
    var named = new Named(products);
    var all = new ArrayList<Line>();
    pages.all(
        run,
        line -> {
          named.add(line);
          all.add(line);
        });
    ArrayNode results = Json.array();
    Set<Line> shown = new LinkedHashSet<>();
    for (String product : products) {
      Set<Line> lines = named.any(product);
      if (lines.isEmpty()) {
        results.add(without(run, product, missing(run)));
      }
      lines.stream().filter(shown::add).forEach(line -> results.add(of(line)));
    }
    all.stream().filter(shown::add).forEach(line -> results.add(of(line)));
    return results;
  }

  /// The results of a run of which these products were approved.
  ArrayNode ofPart(Run run, List<String> products) {
    var named = new Named(products);
    pages.all(run, named::add);
    ArrayNode results = Json.array();
    Set<Line> shown = new LinkedHashSet<>();
    for (String product : products) {
      List<Line> lines = named.best(product);
      if (lines.isEmpty()) {
        results.add(
            without(
                run,
                product,
                "run %s has no item with this id or SKU: it was in sync, or neither store had it"
                    .formatted(run.id())));
      }
      lines.stream().filter(shown::add).forEach(line -> results.add(of(line)));
    }
    return results;
  }

  /// Why the plan has nothing about a product.
  private static String missing(Run run) {
    if (run.tally() != null) {
      return "nothing to sync has this id or SKU: neither store has it, or only one has it and the"
          + " policies leave that alone";
    }
    return run.error().isEmpty() ? "the run is " + run.status().code() : run.error();
  }

  private static ObjectNode without(Run run, String product, String error) {
    ObjectNode result = Json.object();
    result.put("productId", product);
    result.put("name", product);
    result.put("success", false);
    result.put("error", error);
    ResourceView.of(run.resource()).result(null, result);
    return result;
  }

  private static ObjectNode of(Line line) {
    Change change = line.change();
    ObjectNode result = Json.object();
    result.put("productId", InventoryItemView.productId(change));
    result.put("name", change.name());
    boolean success = line.done() && line.finding().isEmpty();
    result.put("success", success);
    if (!success) {
      result.put("error", error(line));
    }
    ResourceView.of(line.run().resource()).result(line, result);
    return result;
  }

  private static String error(Line line) {
    return Stream.of(line.error(), line.change().note(), "it was not selected")
        .filter(sentence -> !sentence.isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
