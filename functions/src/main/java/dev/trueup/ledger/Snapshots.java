package dev.trueup.ledger;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Records between two invocations of one comparison.
record Snapshots(Table table) {
  private static final Duration KEPT = Duration.ofDays(1);

  void save(String runId, String side, int number, List<StoreRecord> records) {
    Instant expires = table.clock().instant().plus(KEPT);
    Item item = Item.at(Key.run(runId, prefix(side) + Key.place(number))).expiring(expires);
    new Body(table).put(item, Body.pack(Json.lines(records)));
    table.put(item);
  }

  Stream<StoreRecord> records(String runId, String side, int count) {
    return table
        .startingWith(Key.meta(runId).pk(), prefix(side))
        .limit(count)
        .flatMap(item -> Json.readLines(new Body(table).of(item), StoreRecord.class).stream());
  }

  private static String prefix(String side) {
    return "SNAP#" + side + "#";
  }
}
