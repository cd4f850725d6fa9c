package dev.trueup.web;

import dev.trueup.catalog.Platform;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Rules;
import dev.trueup.run.Connections;
import dev.trueup.run.Ledger;
import dev.trueup.run.Run;
import dev.trueup.run.RunOpening;
import dev.trueup.run.Stores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Pages about the stores and all runs: where a comparison starts, history, connections.
final class StorePages {
  private static final int RECENT = 6;
  private static final int RUNS = 30;
  private static final int LONGEST_WORD = 40;

  private final Stores stores;
  private final Ledger ledger;
  private final Connections connections;
  private final Resources resources;
  private final RunOpening opening;
  private final Policies defaults;
  private final Optional<Outbox> outbox;

  StorePages(
      Stores stores,
      Ledger ledger,
      Connections connections,
      Resources resources,
      RunOpening opening,
      Policies defaults,
      Optional<Outbox> outbox) {
    this.stores = stores;
    this.ledger = ledger;
    this.connections = connections;
    this.resources = resources;
    this.opening = opening;
    this.defaults = defaults;
    this.outbox = outbox;
  }

  Response inventory(PageCall call) {
    List<Run> recent = ledger.runs(null, RECENT).runs();
    return Html.page(
        200,
        "inventory",
        Map.of(
            "frame",
            new Frame("Inventory", "inventory", call.visitor(), false),
            "visitor",
            call.visitor(),
            "pair",
            stores.pair(Platform.WOOCOMMERCE),
            "source",
            recent.isEmpty() ? Platform.WOOCOMMERCE : recent.getFirst().pair().sourceOfTruth(),
            "runs",
            recent,
            "outbox",
            outbox.isPresent() && call.visitor().approves()));
  }

  Response compare(PageCall call) {
    Rules rules = resources.of(call.call());
    Platform source =
        Platform.of(call.form().text("sourceOfTruth", LONGEST_WORD))
            .orElseThrow(
                () -> Problem.unprocessable("sourceOfTruth", "choose which store is right first"));
    Run run =
        opening.open(
            new RunOpening.Wish(
                rules,
                source,
                defaults,
                false,
                call.form().is("replace", "true"),
                false,
                call.visitor().name()));
    return Html.to("/runs/" + run.id());
  }

  Response history(PageCall call) {
    String place = call.query("cursor").map(cursor -> Cursor.place("history", cursor)).orElse(null);
    Ledger.RunPage page = page(place);
    return Html.page(
        200,
        "history",
        Map.of(
            "frame",
            new Frame("History", "history", call.visitor(), false),
            "runs",
            page.runs(),
            "next",
            page.cursor() == null ? "" : Cursor.of("history", page.cursor())));
  }

  private Ledger.RunPage page(@Nullable String place) {
    try {
      return ledger.runs(place, RUNS);
    } catch (IllegalArgumentException e) {
      throw place == null ? e : Cursor.unknown();
    }
  }

  Response connections(PageCall call) {
    return Html.page(
        200,
        "connections",
        Map.of(
            "frame",
            new Frame("Connections", "connections", call.visitor(), false),
            "checks",
            connections.check()));
  }

  Response outbox(PageCall call) {
    List<Outbox.Letter> letters =
        outbox
            .map(Outbox::letters)
            .orElseThrow(() -> Problem.of(404, "there is no such page").exception());
    return Html.page(
        200,
        "outbox",
        Map.of("frame", new Frame("Outbox", "outbox", call.visitor(), false), "letters", letters));
  }
}
