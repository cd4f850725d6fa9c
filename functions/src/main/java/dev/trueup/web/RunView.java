package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Guard;
import dev.trueup.plan.Tally;
import dev.trueup.run.Decision;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Run;
import org.jspecify.annotations.Nullable;

/// A run as it is answered.
final class RunView {
  private RunView() {}

  static ObjectNode of(Run run) {
    ObjectNode view = Json.object();
    view.put("id", run.id());
    view.put("resource", run.resource());
    view.put("sourceOfTruth", run.pair().sourceOfTruth().code());
    view.put("status", run.status().code());
    view.put("digest", run.digest());
    view.put("createdAt", run.createdAt().toString());
    view.put("createdBy", run.createdBy());
    view.put("closedAt", run.closedAt() == null ? null : run.closedAt().toString());
    view.put("named", run.named());
    ObjectNode stores = view.putObject("stores");
    stores.put("woocommerce", run.pair().woocommerce());
    stores.put("shopify", run.pair().shopify());
    view.set("policies", PoliciesView.of(run.policies()));
    view.put("read", run.read());
    view.set("counts", counts(run.tally(), run.selected()));
    view.set("outcomes", outcomes(run.outcomes()));
    view.set("guards", guards(run));
    view.set("warnings", Json.array(run.warnings()));
    if (run.decision() != null) {
      view.set("decision", decision(run.decision()));
    }
    said(view, "rollbackOf", run.rollbackOf() == null ? "" : run.rollbackOf());
    said(view, "waitingFor", run.waitingFor());
    said(view, "error", run.error());
    view.set("links", links(run));
    return view;
  }

  static String self(Run run) {
    return "/api/runs/" + run.id();
  }

  private static void said(ObjectNode view, String key, String text) {
    if (!text.isEmpty()) {
      view.put(key, text);
    }
  }

  /// Counts nobody knows before the plan is made are null.
  private static ObjectNode counts(@Nullable Tally tally, int selected) {
    ObjectNode view = Json.object();
    view.put("sourceRead", tally == null ? null : tally.sourceRead());
    view.put("destinationRead", tally == null ? null : tally.destinationRead());
    view.put("matched", tally == null ? null : tally.matched());
    view.put("ambiguous", tally == null ? null : tally.ambiguous());
    view.put("missingInSource", tally == null ? null : tally.missingInSource());
    view.put("missingInDestination", tally == null ? null : tally.missingInDestination());
    view.put("differences", tally == null ? null : tally.differences());
    view.put("refused", tally == null ? null : tally.refused());
    view.put("zeroed", tally == null ? null : tally.zeroed());
    view.put("ambiguousInSource", tally == null ? null : tally.ambiguousInSource());
    view.put("ambiguousInDestination", tally == null ? null : tally.ambiguousInDestination());
    view.put("outOfScopeInSource", tally == null ? null : tally.outOfScopeInSource());
    view.put("outOfScopeInDestination", tally == null ? null : tally.outOfScopeInDestination());
    view.put("selected", selected);
    return view;
  }

  private static ObjectNode outcomes(Outcomes outcomes) {
    ObjectNode view = Json.object();
    view.put("applied", outcomes.applied());
    view.put("alreadySo", outcomes.alreadySo());
    view.put("conflict", outcomes.conflict());
    view.put("refused", outcomes.refused());
    view.put("failed", outcomes.failed());
    view.put("unknown", outcomes.unknown());
    view.put("skipped", outcomes.skipped());
    return view;
  }

  private static ArrayNode guards(Run run) {
    ArrayNode view = Json.array();
    for (Guard guard : run.guards()) {
      ObjectNode each = view.addObject();
      each.put("name", guard.name());
      each.put("limit", guard.limit());
      each.put("value", guard.value());
      each.put("tripped", guard.tripped());
      each.put("sentence", guard.sentence());
      said(each, "overriddenBy", guard.overriddenBy() == null ? "" : guard.overriddenBy());
    }
    return view;
  }

  private static ObjectNode decision(Decision decision) {
    ObjectNode view = Json.object();
    view.put("approved", decision.approved());
    view.put("by", decision.by());
    view.put("at", decision.at().toString());
    view.put("note", decision.note());
    return view;
  }

  private static ObjectNode links(Run run) {
    ObjectNode view = Json.object();
    view.put("self", self(run));
    view.put("items", self(run) + "/items");
    view.put("csv", self(run) + "/items.csv");
    view.put("review", "/runs/" + run.id());
    return view;
  }
}
