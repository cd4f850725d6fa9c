package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Platform;
import dev.trueup.run.Audit;
import dev.trueup.run.AuditChain;
import dev.trueup.run.AuditEntry;
import dev.trueup.run.Ledger;
import dev.trueup.run.Stores;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `GET /api/audit` and what is below it: the trail of the two stores of this deployment.
final class AuditTrail {
  private static final int ENTRIES = 50;
  private static final int MOST_ENTRIES = 500;
  private static final int LARGEST_CSV = 5_000_000;
  private static final String LIST = "audit";
  private static final List<String> HEADER =
      List.of("seq", "at", "by", "what", "run", "digest", "detail", "fact", "previousHash", "hash");

  private final Stores stores;
  private final Ledger ledger;
  private final int largestCsv;

  AuditTrail(Stores stores, Ledger ledger) {
    this(stores, ledger, LARGEST_CSV);
  }

  AuditTrail(Stores stores, Ledger ledger, int largestCsv) {
    this.stores = stores;
    this.ledger = ledger;
    this.largestCsv = largestCsv;
  }

  /// Newest first.
  Response page(Call call) {
    call.knows("cursor", "limit");
    int limit = call.number("limit", ENTRIES, MOST_ENTRIES);
    List<AuditEntry> entries = audit().before(pair(), from(call), limit);
    ObjectNode body = Json.object();
    body.put("pair", pair());
    var items = body.putArray("items");
    entries.forEach(entry -> items.add(view(entry)));
    next(entries, limit).ifPresent(cursor -> body.put("next", cursor));
    return Response.json(200, body);
  }

  /// Newest first. A table that is too large for an answer goes on at the link `next`.
  Response csv(Call call) {
    call.knows("cursor");
    var table = new CsvText(HEADER);
    long from = from(call);
    Optional<String> cursor;
    do {
      List<AuditEntry> entries = audit().before(pair(), from, MOST_ENTRIES);
      entries.forEach(entry -> table.add(cells(entry)));
      cursor = next(entries, MOST_ENTRIES);
      from = entries.isEmpty() ? 1 : entries.getLast().seq();
    } while (cursor.isPresent() && table.size() < largestCsv);
    Response response = table.response("trueup-audit.csv");
    return cursor
        .map(next -> response.with("Link", "</api/audit.csv?cursor=" + next + ">; rel=\"next\""))
        .orElse(response);
  }

  Response verify(Call call) {
    call.knows();
    ObjectNode body = Json.object();
    body.put("pair", pair());
    try (Stream<AuditEntry> all = audit().all(pair())) {
      switch (AuditChain.verify(all)) {
        case AuditChain.Verdict.Intact(long entries, String hash) ->
            body.put("intact", true).put("entries", entries).put("lastHash", hash);
        case AuditChain.Verdict.Broken(long seq, String reason) ->
            body.put("intact", false).put("firstBroken", seq).put("reason", reason);
      }
    }
    return Response.json(200, body);
  }

  private Audit audit() {
    return ledger.audit();
  }

  private String pair() {
    return stores.pair(Platform.WOOCOMMERCE).key();
  }

  private static long from(Call call) {
    return call.query("cursor").map(AuditTrail::place).orElse(Long.MAX_VALUE);
  }

  private static long place(String cursor) {
    String place = Cursor.place(LIST, cursor);
    if (!place.matches("[1-9]\\d{0,14}")) {
      throw Cursor.unknown();
    }
    return Long.parseLong(place);
  }

  private static Optional<String> next(List<AuditEntry> entries, int limit) {
    return entries.size() == limit && entries.getLast().seq() > 1
        ? Optional.of(Cursor.of(LIST, Long.toString(entries.getLast().seq())))
        : Optional.empty();
  }

  private static ObjectNode view(AuditEntry entry) {
    Audit.Fact fact = entry.fact();
    return Json.object()
        .put("seq", entry.seq())
        .put("at", fact.at().toString())
        .put("by", fact.by())
        .put("what", fact.what().code())
        .put("run", fact.runId())
        .put("digest", fact.digest())
        .put("detail", fact.detail())
        .put("fact", fact.key())
        .put("previousHash", entry.previous())
        .put("hash", entry.hash());
  }

  private static List<String> cells(AuditEntry entry) {
    ObjectNode view = view(entry);
    return HEADER.stream().map(column -> CsvText.safe(view.path(column).asText())).toList();
  }
}
