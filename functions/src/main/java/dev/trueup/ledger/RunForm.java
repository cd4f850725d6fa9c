package dev.trueup.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.json.Json;
import dev.trueup.run.Outcomes;
import dev.trueup.run.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A run as an item: readable JSON. Long components (a decision or a filter that names many
/// thousand items) stay the same for most of a run's life, so that they are kept apart, named by
/// their digest and written once; the counts are an item of their own.
record RunForm(Table table) {
  static final String VERSION = "version";

  private static final String JSON = "run";
  private static final String APART = "apart";
  private static final int MOST_WITHIN = 4 * 1024;

  /// A run as it was read.
  ///
  /// @param version goes up with every change
  /// @param apart the digests of what is kept apart
  record Versioned(Run run, long version, Set<String> apart) {}

  /// The item of a run; what belongs apart and is not there yet is written first.
  ///
  /// @param there the digests of what is kept apart already
  Item write(Run run, long version, Set<String> there) {
    Outcomes skipped = Outcomes.NONE.withSkipped(run.outcomes().skipped());
    ObjectNode json = Json.mapper().valueToTree(run.edit().outcomes(skipped).run());
    for (Map.Entry<String, JsonNode> component : json.properties()) {
      byte[] part = Json.bytes(component.getValue());
      if (part.length > MOST_WITHIN) {
        component.setValue(reference(keepApart(run.id(), part, there)));
      }
    }
    return Item.at(Key.meta(run.id()))
        .with(VERSION, version)
        .with(JSON, Json.text(json))
        .expiring(table.expiry());
  }

  Versioned read(Item meta, Optional<Item> counts) {
    ObjectNode json = Json.read(meta.text(JSON), ObjectNode.class);
    var apart = new HashSet<String>();
    for (Map.Entry<String, JsonNode> component : json.properties()) {
      JsonNode digest = component.getValue().path(APART);
      if (digest.isTextual()) {
        apart.add(digest.textValue());
        component.setValue(part(meta.key(), digest.textValue()));
      }
    }
    Run run = Json.read(json, Run.class);
    Outcomes outcomes = Settling.outcomes(counts).withSkipped(run.outcomes().skipped());
    return new Versioned(
        run.edit().outcomes(outcomes).run(), meta.number(VERSION), Set.copyOf(apart));
  }

  private String keepApart(String runId, byte[] part, Set<String> there) {
    String digest = Body.digest(List.of(part));
    if (!there.contains(digest)) {
      Item item = Item.at(apart(Key.meta(runId), digest)).expiring(table.laterExpiry());
      new Body(table).put(item, Body.pack(part));
      table.put(item);
    }
    return digest;
  }

  private JsonNode part(Key meta, String digest) {
    Key key = apart(meta, digest);
    Item item =
        table
            .get(key)
            .orElseThrow(() -> new IllegalStateException(key + " is gone from the ledger"));
    return Json.read(new Body(table).of(item), JsonNode.class);
  }

  private static JsonNode reference(String digest) {
    return JsonNodeFactory.instance.objectNode().put(APART, digest);
  }

  private static Key apart(Key meta, String digest) {
    return new Key(meta.pk(), "APART#" + digest);
  }
}
