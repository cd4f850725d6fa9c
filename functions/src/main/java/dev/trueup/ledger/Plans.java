package dev.trueup.ledger;

import dev.trueup.json.Json;
import dev.trueup.plan.Change;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Plans, in packs of changes. The packs of a plan are named by a digest of all of them, and a head
/// that is written last says which digest counts: a plan is there as a whole or not at all, and
/// nothing of an earlier one shows through.
record Plans(Table table) {
  private static final int CHANGES_PER_PACK = 200;
  private static final int BYTES_PER_PACK = 256 * 1024;
  private static final String DIGEST = "digest";

  void save(String runId, List<Change> changes) {
    SortedMap<Integer, byte[]> packs = packs(changes);
    String digest = Body.digest(packs.values());
    if (digest(runId).filter(digest::equals).isPresent()) {
      return;
    }
    var body = new Body(table);
    var items = new ArrayList<Item>(packs.size());
    packs.forEach((lastSeq, packed) -> {
      Key key = Key.run(runId, prefix(digest) + Key.place(lastSeq));
      Item item = Item.at(key).expiring(table.laterExpiry());
      body.put(item, packed);
      items.add(item);
    });
    table.putAll(items);
    table.put(Item.at(head(runId)).with(DIGEST, digest).expiring(table.expiry()));
  }

  Stream<Change> changes(String runId, int fromSeq) {
    Optional<String> digest = digest(runId);
    if (digest.isEmpty()) {
      return Stream.empty();
    }
    String prefix = prefix(digest.get());
    String from = prefix + Key.place(Math.max(fromSeq, 0));
    return table
        .between(head(runId).pk(), from, prefix + Key.END)
        .flatMap(item -> Json.readLines(new Body(table).of(item), Change.class).stream())
        .filter(change -> change.seq() >= fromSeq);
  }

  private Optional<String> digest(String runId) {
    return table.get(head(runId)).map(head -> head.text(DIGEST));
  }

  private static Key head(String runId) {
    return Key.run(runId, "PLAN");
  }

  private static String prefix(String digest) {
    return "ITEM#" + digest + "#";
  }

  /// Packed changes by the place of the last of them.
  private static SortedMap<Integer, byte[]> packs(List<Change> changes) {
    var packs = new TreeMap<Integer, byte[]>();
    var lines = new ByteArrayOutputStream();
    int inPack = 0;
    for (int i = 0; i < changes.size(); i++) {
      lines.writeBytes(Json.lines(List.of(changes.get(i))));
      inPack++;
      if (inPack == CHANGES_PER_PACK || lines.size() >= BYTES_PER_PACK || i == changes.size() - 1) {
        packs.put(changes.get(i).seq(), Body.pack(lines.toByteArray()));
        lines.reset();
        inPack = 0;
      }
    }
    return packs;
  }
}
