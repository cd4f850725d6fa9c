package dev.trueup.ledger;

import dev.trueup.catalog.Platform;
import dev.trueup.compare.Links;
import dev.trueup.json.Json;
import dev.trueup.run.Pair;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Links of a pair, spread over buckets by the WooCommerce id, so that a run that finds a few new
/// ones rewrites a few buckets. They are the same whichever store is right: they are kept from
/// WooCommerce to Shopify, and turned round for a pair whose source is Shopify.
record LinkBuckets(Table table) {
  private static final int BUCKETS = 256;

  Links links(Pair pair, String resource) {
    Map<String, String> links = new TreeMap<>();
    buckets(pair, resource).values().stream()
        .map(bucket -> Json.read(new Body(table).of(bucket), Links.class))
        .forEach(bucket -> links.putAll(bucket.destinationIds()));
    return new Links(fromWooCommerce(pair, links));
  }

  void save(Pair pair, String resource, Links links) {
    Map<String, Item> there = buckets(pair, resource);
    Map<String, Item> wanted = new HashMap<>();
    spread(fromWooCommerce(pair, links.destinationIds()))
        .forEach((bucket, some) -> wanted.put(bucket, item(key(pair, resource, bucket), some)));
    table.putAll(
        wanted.entrySet().stream()
            .filter(bucket -> !bucket.getValue().equals(there.get(bucket.getKey())))
            .map(Map.Entry::getValue)
            .toList());
    table.deleteAll(
        there.entrySet().stream()
            .filter(bucket -> !wanted.containsKey(bucket.getKey()))
            .map(bucket -> bucket.getValue().key())
            .toList());
  }

  /// By bucket. Written whole or not at all: 256 buckets hold more links than a store has records.
  private Map<String, Item> buckets(Pair pair, String resource) {
    Key all = key(pair, resource, "");
    return table
        .startingWith(all.pk(), all.sk())
        .collect(
            Collectors.toMap(item -> item.key().sk().substring(all.sk().length()), item -> item));
  }

  private Item item(Key key, Map<String, String> links) {
    return Item.at(key).with(Body.BYTES, Body.pack(Json.bytes(new Links(links))));
  }

  private static Map<String, Map<String, String>> spread(Map<String, String> links) {
    Map<String, Map<String, String>> buckets = new HashMap<>();
    links.forEach(
        (id, other) -> buckets.computeIfAbsent(bucket(id), _ -> new HashMap<>()).put(id, other));
    return buckets;
  }

  private static String bucket(String id) {
    return Key.number(Math.floorMod(id.hashCode(), BUCKETS), 3);
  }

  /// Links of the pair's source as links of WooCommerce, and the other way round.
  private static Map<String, String> fromWooCommerce(Pair pair, Map<String, String> links) {
    return pair.sourceOfTruth() == Platform.WOOCOMMERCE
        ? links
        : links.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (first, _) -> first));
  }

  private static Key key(Pair pair, String resource, String bucket) {
    return Key.pair(pair, "LINK#" + resource + "#" + bucket);
  }
}
