package dev.trueup.plan;

import dev.trueup.catalog.StoreRecord;
import dev.trueup.compare.FieldDifference;
import dev.trueup.compare.Links;
import dev.trueup.compare.Match;
import dev.trueup.compare.Matcher;
import dev.trueup.store.Capabilities;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns the records of both stores into a plan.
public final class Planner {
  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Change::name)
          .thenComparing(Change::sku)
          .thenComparing(change -> change.destinationId().orElse(""))
          .thenComparing(change -> change.sourceId().orElse(""));

  private final Rules rules;
  private final Policies policies;
  private final Capabilities destination;
  private final List<String> fields;
  private final Set<String> certain;

  /// @param destination what the store that is changed can do
  public Planner(Rules rules, Policies policies, Capabilities destination) {
    this.rules = rules;
    this.policies = policies;
    this.destination = destination;
    this.certain = Set.of(Links.MATCHED_BY, rules.resource().keys().getFirst().name());
    this.fields =
        policies.fields().isEmpty()
            ? rules.resource().fields()
            : rules.resource().fields().stream().filter(policies.fields()::contains).toList();
  }

  public Plan plan(List<StoreRecord> sources, List<StoreRecord> destinations, Links links) {
    var drafting = new Drafting();
    new Matcher(rules.resource(), links).match(sources, destinations).forEach(drafting::add);
    return drafting.plan(sources.size(), destinations.size());
  }

  /// A plan in the making: its changes, and what was counted on the way.
  private final class Drafting {
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> links = new HashMap<>();
    private int matched;
    private int ambiguous;
    private int ambiguousInSource;
    private int ambiguousInDestination;
    private int missingInDestination;
    private int missingInSource;
    private int outOfScopeInSource;
    private int outOfScopeInDestination;

    void add(Match match) {
      switch (match) {
        case Match.Paired paired when inScope(paired.source(), paired.destination()) ->
            paired(paired);
        case Match.SourceOnly(StoreRecord source) when inScope(source) -> sourceOnly(source);
        case Match.DestinationOnly(StoreRecord found) when inScope(found) -> destinationOnly(found);
        case Match.Ambiguous unclear
            when policies
                .filter()
                .takesAny(
                    Stream.concat(unclear.sources().stream(), unclear.destinations().stream())) ->
            ambiguous(unclear);
        case Match.Paired _ -> {
          outOfScopeInSource++;
          outOfScopeInDestination++;
        }
        case Match.SourceOnly _ -> outOfScopeInSource++;
        case Match.DestinationOnly _ -> outOfScopeInDestination++;
        case Match.Ambiguous unclear -> {
          outOfScopeInSource += unclear.sources().size();
          outOfScopeInDestination += unclear.destinations().size();
        }
      }
    }

    private boolean inScope(StoreRecord... records) {
      return policies.filter().takesAny(Stream.of(records));
    }

    private void paired(Match.Paired paired) {
      matched++;
      StoreRecord source = paired.source();
      StoreRecord found = paired.destination();
      if (certain.contains(paired.matchedBy())) {
        links.put(source.id(), found.id());
      }
      var wanted = rules.wanted(source, found, policies, destination);
      change(Action.UPDATE, source, found, paired.matchedBy(), wanted);
    }

    private void sourceOnly(StoreRecord source) {
      missingInDestination++;
      if (policies.missingInDestination() != Policies.MissingInDestination.IGNORE) {
        shown(Action.MISSING_IN_DESTINATION, source, null, "", "only the source has it");
      }
    }

    private void destinationOnly(StoreRecord found) {
      missingInSource++;
      Action action =
          policies.missingInSource() == Policies.MissingInSource.UNPUBLISH
              ? Action.UNPUBLISH
              : Action.ZERO;
      rules
          .withoutSource(found, policies, destination)
          .ifPresentOrElse(
              wanted -> change(action, null, found, "", wanted), () -> reportMissing(found));
    }

    private void reportMissing(StoreRecord found) {
      if (policies.missingInSource() == Policies.MissingInSource.REPORT) {
        shown(Action.MISSING_IN_SOURCE, null, found, "", "only the destination has it");
      }
    }

    private void ambiguous(Match.Ambiguous unclear) {
      ambiguous++;
      ambiguousInSource += unclear.sources().size();
      ambiguousInDestination += unclear.destinations().size();
      shown(
          Action.AMBIGUOUS,
          unclear.sources().getFirst(),
          unclear.destinations().getFirst(),
          unclear.matchedBy(),
          unclear.reason() + ": " + ids(unclear.sources()) + " and " + ids(unclear.destinations()));
    }

    private static String ids(List<StoreRecord> records) {
      return String.join(", ", records.stream().limit(5).map(StoreRecord::id).toList())
          + (records.size() > 5 ? ", …" : "");
    }

    private void change(
        Action action,
        @Nullable StoreRecord source,
        StoreRecord found,
        String matchedBy,
        Rules.Wanted wanted) {
      var values =
          switch (wanted) {
            case Rules.Wanted.Values(var some, _) -> some;
            case Rules.Wanted.Impossible(var some, _) -> some;
          };
      List<FieldDifference> differences = FieldDifference.between(fields, values, found.values());
      if (differences.isEmpty()) {
        inSync(source, found, matchedBy);
      } else {
        String refusal = refusal(source, found, wanted);
        changes.add(
            change(
                refusal.isEmpty() ? action : Action.REFUSED,
                source,
                found,
                matchedBy,
                differences,
                refusal.isEmpty() ? note(wanted) : refusal));
      }
    }

    /// What is as it should be is only worth a line when somebody asked for it by name.
    private void inSync(@Nullable StoreRecord source, StoreRecord found, String matchedBy) {
      if (policies.filter().names(found) || (source != null && policies.filter().names(source))) {
        shown(Action.IN_SYNC, source, found, matchedBy, "");
      }
    }

    private String refusal(@Nullable StoreRecord source, StoreRecord found, Rules.Wanted wanted) {
      if (found.restriction() != null) {
        return found.restriction();
      }
      if (source != null && source.restriction() != null) {
        return source.restriction();
      }
      return wanted instanceof Rules.Wanted.Impossible(_, String reason) ? reason : "";
    }

    private static String note(Rules.Wanted wanted) {
      return wanted instanceof Rules.Wanted.Values(_, String note) ? note : "";
    }

    private void shown(
        Action action,
        @Nullable StoreRecord source,
        @Nullable StoreRecord found,
        String matchedBy,
        String note) {
      changes.add(change(action, source, found, matchedBy, List.of(), note));
    }

    private static Change change(
        Action action,
        @Nullable StoreRecord source,
        @Nullable StoreRecord found,
        String matchedBy,
        List<FieldDifference> fields,
        String note) {
      StoreRecord shown = source != null ? source : Objects.requireNonNull(found);
      String sku = shown.sku().isEmpty() && found != null ? found.sku() : shown.sku();
      return new Change(
          0,
          action,
          shown.displayName(),
          sku,
          matchedBy,
          source == null ? null : source.ref(),
          found == null ? null : found.ref(),
          fields,
          source == null ? Map.of() : source.values(),
          found == null ? Map.of() : found.values(),
          note);
    }

    Plan plan(int sourceRead, int destinationRead) {
      changes.sort(ORDER);
      for (int i = 0; i < changes.size(); i++) {
        changes.set(i, changes.get(i).withSeq(i + 1));
      }
      int differences = count(change -> change.action().writable());
      return new Plan(
          changes,
          new Tally(
              sourceRead,
              destinationRead,
              matched,
              ambiguous,
              ambiguousInSource,
              ambiguousInDestination,
              missingInDestination,
              missingInSource,
              outOfScopeInSource,
              outOfScopeInDestination,
              differences,
              count(change -> change.action() == Action.REFUSED),
              count(change -> change.action().writable() && rules.zeroes(change))),
          new Links(links));
    }

    private int count(Predicate<Change> which) {
      return Math.toIntExact(changes.stream().filter(which).count());
    }
  }
}
