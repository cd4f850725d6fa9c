package dev.trueup.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.trueup.run.Ledger.RunPage;
import dev.trueup.run.Run;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// The runs by time. The list is a partition of the table and not an index, because an index lags
/// behind: a run that was just asked for would be missing.
record RunList(Table table, RunForm form) {
  /// BatchGetItem takes 100 keys, and a run has two.
  private static final int MOST_RUNS = 50;

  private static final Pattern POSITION = Pattern.compile("\\d{15}#\\S{1,100}");
  private static final String LATEST = "9";

  RunPage page(@Nullable String cursor, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one run");
    }
    int most = Math.min(limit, MOST_RUNS);
    List<String> positions = positions(cursor == null ? LATEST : decoded(cursor), most + 1);
    List<String> page = positions.stream().limit(most).toList();
    return new RunPage(
        runs(page.stream().map(RunList::runId).toList()),
        positions.size() > most ? encoded(page.getLast()) : null);
  }

  private List<String> positions(String before, int limit) {
    var query =
        table
            .query("pk = :pk AND sk < :before")
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(Key.RUNS),
                    ":before", AttributeValue.fromS(before)))
            .scanIndexForward(false)
            .limit(limit)
            .build();
    return table.stream(query).limit(limit).map(item -> item.key().sk()).toList();
  }

  private List<Run> runs(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Key, Item> items =
        items(ids.stream().flatMap(id -> Stream.of(Key.meta(id), Key.outcomes(id))).toList());
    return ids.stream().flatMap(id -> run(id, items).stream()).toList();
  }

  private Optional<Run> run(String id, Map<Key, Item> items) {
    return Optional.ofNullable(items.get(Key.meta(id)))
        .map(meta -> form.read(meta, Optional.ofNullable(items.get(Key.outcomes(id)))))
        .map(RunForm.Versioned::run);
  }

  private Map<Key, Item> items(List<Key> keys) {
    var found = new HashMap<Key, Item>();
    Map<String, KeysAndAttributes> rest = Map.of(table.name(), request(keys));
    for (int round = 0; !rest.isEmpty(); round++) {
      table.pace(round, rest.size());
      Map<String, KeysAndAttributes> keysLeft = rest;
      var answer = table.client().batchGetItem(get -> get.requestItems(keysLeft));
      answer.responses().getOrDefault(table.name(), List.of()).stream()
          .map(Item::new)
          .forEach(item -> found.put(item.key(), item));
      rest = answer.unprocessedKeys();
    }
    return found;
  }

  private static KeysAndAttributes request(List<Key> keys) {
    return KeysAndAttributes.builder()
        .consistentRead(true)
        .keys(keys.stream().map(Key::attributes).toList())
        .build();
  }

  private static String runId(String position) {
    return position.substring(position.indexOf('#') + 1);
  }

  private static String encoded(String position) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(UTF_8));
  }

  private static String decoded(String cursor) {
    return bytes(cursor)
        .map(bytes -> new String(bytes, UTF_8))
        .filter(position -> POSITION.matcher(position).matches())
        .orElseThrow(
            () -> new IllegalArgumentException("this cursor was not given by this list of runs"));
  }

  private static Optional<byte[]> bytes(String cursor) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(cursor));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
