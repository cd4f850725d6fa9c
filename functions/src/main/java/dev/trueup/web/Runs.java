package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.run.Ledger;
import dev.trueup.run.NoSuchRunException;
import dev.trueup.run.Run;
import dev.trueup.run.RunId;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `GET /api/runs` and what is below it: history, one run, its items.
final class Runs {
  private static final int RUNS = 20;
  private static final int MOST_RUNS = 100;
  private static final int ITEMS = 100;
  private static final int MOST_ITEMS = 500;
  private static final int ROWS = 500;

  /// A Lambda function answers with at most 6 MB, headers and JSON quoting included.
  private static final int LARGEST_CSV = 5_000_000;

  private final Ledger ledger;
  private final ItemPages pages;
  private final Resources resources;
  private final int largestCsv;

  Runs(Ledger ledger, ItemPages pages, Resources resources) {
    this(ledger, pages, resources, LARGEST_CSV);
  }

  Runs(Ledger ledger, ItemPages pages, Resources resources, int largestCsv) {
    this.ledger = ledger;
    this.pages = pages;
    this.resources = resources;
    this.largestCsv = largestCsv;
  }

  /// @throws NoSuchRunException when there is no such run
  Run find(String runId) {
    return Optional.of(runId)
        .filter(RunId::plausible)
        .flatMap(ledger::find)
        .orElseThrow(() -> new NoSuchRunException(runId));
  }

  Response history(Call call) {
    call.knows("cursor", "limit");
    int limit = call.number("limit", RUNS, MOST_RUNS);
    Ledger.RunPage page = page(call.query("cursor"), limit);
    ObjectNode body = Json.object();
    var items = body.putArray("items");
    page.runs().forEach(run -> items.add(RunView.of(run)));
    if (page.cursor() != null) {
      body.put("next", Cursor.of("runs", page.cursor()));
    }
    return Response.json(200, body);
  }

  private Ledger.RunPage page(Optional<String> cursor, int limit) {
    String place = cursor.map(given -> Cursor.place("runs", given)).orElse(null);
    try {
      return ledger.runs(place, limit);
    } catch (IllegalArgumentException e) {
      throw place == null ? e : Cursor.unknown();
    }
  }

  Response one(Call call) {
    call.knows();
    return Response.json(200, RunView.of(find(call.variable("id"))));
  }

  Response items(Call call) {
    call.knows("status", "q", "cursor", "limit");
    int limit = call.number("limit", ITEMS, MOST_ITEMS);
    ItemQuery query = ItemQuery.of(call);
    Run run = find(call.variable("id"));
    return Response.json(200, ItemsView.of(pages.page(run, query, call.query("cursor"), limit)));
  }

  /// The items as a table. One that is too large for an answer goes on at the link `next`.
  Response csv(Call call) {
    call.knows("status", "q", "cursor");
    ItemQuery query = ItemQuery.of(call);
    Run run = find(call.variable("id"));
    var table = new CsvTable(resources.of(run));
    Optional<String> cursor = call.query("cursor");
    do {
      ItemPages.Page page = pages.page(run, query, cursor, ROWS);
      page.lines().forEach(line -> table.add(ItemView.of(line)));
      cursor = Optional.ofNullable(page.next());
    } while (cursor.isPresent() && table.size() < largestCsv);
    Response response = table.response(fileName(run));
    return cursor.map(next -> response.with("Link", link(run, query, next))).orElse(response);
  }

  private static String fileName(Run run) {
    return "trueup-%s-%s.csv".formatted(run.resource(), run.id());
  }

  private static String link(Run run, ItemQuery query, String cursor) {
    List<String> parameters =
        Stream.of("status=" + query.status(), "q=" + encoded(query.words()), "cursor=" + cursor)
            .filter(parameter -> !parameter.endsWith("="))
            .toList();
    return "<%s/items.csv?%s>; rel=\"next\""
        .formatted(RunView.self(run), String.join("&", parameters));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
