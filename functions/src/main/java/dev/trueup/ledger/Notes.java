package dev.trueup.ledger;

import dev.trueup.json.Json;
import dev.trueup.run.Pair;
import dev.trueup.run.ReviewLink;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What is small: task tokens, review links, findings, and the size of a source.
record Notes(Table table) {
  private static final String TOKEN = "TOKEN#";
  private static final String FINDINGS = "FINDINGS#";
  private static final String LINK = "LINK";
  private static final String TEXT = "token";
  private static final String RECORDS = "records";

  /// Findings of one place after the other.
  private record Findings(Map<Integer, String> sentences) {}

  void keepToken(String runId, String name, String token) {
    table.put(Item.at(token(runId, name)).with(TEXT, token).expiring(table.expiry()));
  }

  Map<String, String> tokens(String runId) {
    Key all = token(runId, "");
    return table
        .startingWith(all.pk(), all.sk())
        .collect(
            Collectors.toUnmodifiableMap(
                item -> item.key().sk().substring(TOKEN.length()), item -> item.text(TEXT)));
  }

  void dropToken(String runId, String name) {
    table.delete(token(runId, name));
  }

  void saveFindings(String runId, Map<Integer, String> findings) {
    if (findings.isEmpty()) {
      return;
    }
    String places =
        Key.place(Collections.min(findings.keySet()))
            + "#"
            + Key.place(Collections.max(findings.keySet()));
    Item item = Item.at(Key.run(runId, FINDINGS + places)).expiring(table.expiry());
    new Body(table).put(item, Body.pack(Json.bytes(new Findings(findings))));
    table.put(item);
  }

  Map<Integer, String> findings(String runId) {
    var findings = new TreeMap<Integer, String>();
    table
        .startingWith(Key.meta(runId).pk(), FINDINGS)
        .map(item -> Json.read(new Body(table).of(item), Findings.class))
        .forEach(some -> findings.putAll(some.sentences()));
    return Collections.unmodifiableMap(findings);
  }

  Optional<Integer> lastSourceRead(Pair pair, String resource) {
    return table.get(sourceRead(pair, resource)).map(item -> Math.toIntExact(item.number(RECORDS)));
  }

  void rememberSourceRead(Pair pair, String resource, int records) {
    table.put(Item.at(sourceRead(pair, resource)).with(RECORDS, records));
  }

  void keepLink(String runId, ReviewLink link) {
    table.put(
        Item.at(Key.run(runId, LINK))
            .with("sha256", link.sha256())
            .with("digest", link.digest())
            .expiring(table.expiry()));
  }

  Optional<ReviewLink> link(String runId) {
    return table
        .get(Key.run(runId, LINK))
        .map(item -> new ReviewLink(item.text("sha256"), item.text("digest")));
  }

  private static Key token(String runId, String name) {
    return Key.run(runId, TOKEN + name);
  }

  private static Key sourceRead(Pair pair, String resource) {
    return Key.pair(pair, "READ#%s#%s".formatted(resource, pair.sourceOfTruth().code()));
  }
}
