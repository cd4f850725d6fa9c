package dev.trueup.compare;

import dev.trueup.catalog.MatchKey;
import dev.trueup.catalog.Resource;
import dev.trueup.catalog.StoreRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Partitions the records of both stores into matches: links first, then the resource's keys in
/// their order. A key only looks at the records no better key has placed.
public final class Matcher {
  private final List<MatchKey> keys;
  private final Links links;

  public Matcher(Resource resource, Links links) {
    this.keys = resource.keys();
    this.links = links;
  }

  /// The matches come in no particular order: the planner gives a plan its order.
  public List<Match> match(List<StoreRecord> sources, List<StoreRecord> destinations) {
    var pass = new Pass(sources, destinations);
    pass.byLink(links, keys.getFirst());
    keys.forEach(pass::by);
    return pass.result();
  }

  /// The records that share one key.
  private record Group(List<Integer> sources, List<Integer> destinations) {
    Group() {
      this(new ArrayList<>(1), new ArrayList<>(1));
    }
  }

  private static final class Pass {
    private final List<StoreRecord> sources;
    private final List<StoreRecord> destinations;
    private final BitSet sourcesPlaced = new BitSet();
    private final BitSet destinationsPlaced = new BitSet();
    private final List<Match> matches = new ArrayList<>();

    Pass(List<StoreRecord> sources, List<StoreRecord> destinations) {
      this.sources = sources;
      this.destinations = destinations;
    }

    /// A link is for what the best key no longer recognises: where that key points elsewhere now,
    /// two records have changed places, and the key is right.
    void byLink(Links links, MatchKey best) {
      if (links.destinationIds().isEmpty()) {
        return;
      }
      Map<String, Integer> destinationsById = new HashMap<>();
      for (int d = 0; d < destinations.size(); d++) {
        destinationsById.put(destinations.get(d).id(), d);
      }
      Set<String> sourceKeys = keysOf(best, sources);
      Set<String> destinationKeys = keysOf(best, destinations);
      for (int s = 0; s < sources.size(); s++) {
        Integer d = destinationsById.get(links.destinationIds().get(sources.get(s).id()));
        if (d != null && !destinationsPlaced.get(d)) {
          Optional<String> here = key(best, sources.get(s));
          Optional<String> there = key(best, destinations.get(d));
          if (here.equals(there)
              || (here.filter(destinationKeys::contains).isEmpty()
                  && there.filter(sourceKeys::contains).isEmpty())) {
            pair(s, d, Links.MATCHED_BY);
          }
        }
      }
    }

    private static Set<String> keysOf(MatchKey key, List<StoreRecord> records) {
      Set<String> keys = new HashSet<>();
      records.forEach(storeRecord -> key(key, storeRecord).ifPresent(keys::add));
      return keys;
    }

    void by(MatchKey key) {
      Map<String, Group> groups = new HashMap<>();
      for (int s = sourcesPlaced.nextClearBit(0);
          s < sources.size();
          s = sourcesPlaced.nextClearBit(s + 1)) {
        int index = s;
        key(key, sources.get(s)).ifPresent(k -> group(groups, k).sources().add(index));
      }
      for (int d = destinationsPlaced.nextClearBit(0);
          d < destinations.size();
          d = destinationsPlaced.nextClearBit(d + 1)) {
        int index = d;
        key(key, destinations.get(d))
            .map(groups::get)
            .ifPresent(group -> group.destinations().add(index));
      }
      groups.values().forEach(group -> place(key, group));
    }

    private static Optional<String> key(MatchKey key, StoreRecord storeRecord) {
      return key.of().apply(storeRecord);
    }

    private static Group group(Map<String, Group> groups, String key) {
      return groups.computeIfAbsent(key, _ -> new Group());
    }

    private void place(MatchKey key, Group group) {
      int s = group.sources().size();
      int d = group.destinations().size();
      if (d == 0) {
        return;
      }
      if (s == 1 && d == 1) {
        pair(group.sources().getFirst(), group.destinations().getFirst(), key.name());
        return;
      }
      group.sources().forEach(sourcesPlaced::set);
      group.destinations().forEach(destinationsPlaced::set);
      matches.add(
          new Match.Ambiguous(
              group.sources().stream().map(sources::get).toList(),
              group.destinations().stream().map(destinations::get).toList(),
              key.name(),
              "the same %s fits %s in the source and %s in the destination"
                  .formatted(key.name(), records(s), records(d))));
    }

    private static String records(int count) {
      return count == 1 ? "one record" : count + " records";
    }

    private void pair(int s, int d, String matchedBy) {
      sourcesPlaced.set(s);
      destinationsPlaced.set(d);
      matches.add(new Match.Paired(sources.get(s), destinations.get(d), matchedBy));
    }

    List<Match> result() {
      for (int s = sourcesPlaced.nextClearBit(0);
          s < sources.size();
          s = sourcesPlaced.nextClearBit(s + 1)) {
        matches.add(new Match.SourceOnly(sources.get(s)));
      }
      for (int d = destinationsPlaced.nextClearBit(0);
          d < destinations.size();
          d = destinationsPlaced.nextClearBit(d + 1)) {
        matches.add(new Match.DestinationOnly(destinations.get(d)));
      }
      return matches;
    }
  }
}
