package dev.trueup.web;

import dev.trueup.plan.Filter;
import dev.trueup.plan.Limits;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Policies.ApprovalPolicy;
import dev.trueup.plan.Stock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the policies of a run from a request; what is not said is as the deployment has it.
final class PolicyReader {
  /// The keys of the policies in a request.
  static final List<String> KEYS =
      List.of(
          "conflictStrategy",
          "missingInDestination",
          "missingInSource",
          "stock",
          "fields",
          "filter",
          "locations",
          "approval",
          "guards");

  private static final long MOST_UNITS = 1_000_000_000;
  private static final int MOST_CHANGES = 1_000_000;
  private static final int MOST_WORDS = 1_000;
  private static final int LONGEST_WORD = 255;
  private static final int LONGEST_LISTS = 40_000;
  private static final int HIGHEST_PRICE_MOVE = 1_000;
  private static final String ALL = "all";

  private final Policies defaults;

  PolicyReader(Policies defaults) {
    this.defaults = defaults;
  }

  /// @throws ProblemException when a policy is not what it may be
  Policies read(JsonObject body) {
    return new Policies(
        body.choice("conflictStrategy", Policies.ConflictStrategy.class)
            .orElse(defaults.conflictStrategy()),
        body.choice("missingInDestination", Policies.MissingInDestination.class)
            .orElse(defaults.missingInDestination()),
        body.choice("missingInSource", Policies.MissingInSource.class)
            .orElse(defaults.missingInSource()),
        body.object("stock", this::stock).orElse(defaults.stock()),
        fields(body),
        filter(body),
        body.object("locations", this::locations).orElse(defaults.locations()),
        approval(body),
        body.object("guards", this::guards).orElse(defaults.guards()));
  }

  /// The ids or SKUs a request names.
  static List<String> products(JsonObject body) {
    List<String> products =
        words(body, "products")
            .orElseThrow(
                () -> body.missing("products", "is a list of ids or SKUs, of what to sync"));
    if (products.isEmpty()) {
      throw body.wrong("products", "is empty: name at least one id or SKU");
    }
    checkLength(body, "products", products.stream());
    return products.stream().distinct().toList();
  }

  private Stock stock(JsonObject stock) {
    Stock otherwise = defaults.stock();
    long buffer = stock.whole("buffer", 0, MOST_UNITS).orElse(otherwise.buffer());
    Long floor = units(stock, "floor", otherwise.floor());
    Long cap = units(stock, "cap", otherwise.cap());
    boolean autoStatus = stock.flag("autoStatus").orElse(otherwise.autoStatus());
    if (floor != null && cap != null && floor > cap) {
      throw stock.wrong("floor", "is higher than stock.cap");
    }
    return new Stock(buffer, floor, cap, autoStatus);
  }

  private static @Nullable Long units(JsonObject stock, String key, @Nullable Long otherwise) {
    return stock.isNull(key) ? null : stock.whole(key, -MOST_UNITS, MOST_UNITS).orElse(otherwise);
  }

  private List<String> fields(JsonObject body) {
    if (body.isWord("fields", ALL)) {
      return List.of();
    }
    List<String> fields = words(body, "fields").orElse(defaults.fields());
    if (body.has("fields") && fields.isEmpty()) {
      throw body.wrong("fields", "is empty: it is \"all\" or a list of fields");
    }
    return fields.stream().distinct().toList();
  }

  private Filter filter(JsonObject body) {
    if (body.isWord("filter", ALL)) {
      return Filter.ALL;
    }
    return body.object("filter", PolicyReader::lists).orElse(defaults.filter());
  }

  private static Filter lists(JsonObject filter) {
    List<List<String>> lists =
        Stream.of("skus", "ids", "categories", "tags", "statuses")
            .map(key -> words(filter, key).orElse(List.of()))
            .toList();
    checkLength(filter, "skus", lists.stream().flatMap(List::stream));
    return new Filter(lists.get(0), lists.get(1), lists.get(2), lists.get(3), lists.get(4));
  }

  private Policies.Locations locations(JsonObject locations) {
    Policies.Locations otherwise = defaults.locations();
    return new Policies.Locations(
        words(locations, "counted").orElse(otherwise.counted()),
        locations.text("written", LONGEST_WORD).orElse(otherwise.written()));
  }

  private ApprovalPolicy approval(JsonObject body) {
    ApprovalPolicy otherwise = defaults.approval();
    return body.isText("approval")
        ? new ApprovalPolicy(
            body.choice("approval", ApprovalPolicy.Mode.class).orElse(otherwise.mode()),
            otherwise.atMost())
        : body.object("approval", approval -> approval(approval, otherwise)).orElse(otherwise);
  }

  private static ApprovalPolicy approval(JsonObject approval, ApprovalPolicy otherwise) {
    return new ApprovalPolicy(
        approval.choice("mode", ApprovalPolicy.Mode.class).orElse(otherwise.mode()),
        approval.whole("atMost", 1, MOST_CHANGES).map(Long::intValue).orElse(otherwise.atMost()));
  }

  private Limits guards(JsonObject guards) {
    Limits otherwise = defaults.guards();
    return new Limits(
        guards.fraction("changedShare", 1).orElse(otherwise.changedShare()),
        guards.fraction("zeroedShare", 1).orElse(otherwise.zeroedShare()),
        guards.fraction("priceMove", HIGHEST_PRICE_MOVE).orElse(otherwise.priceMove()),
        guards.fraction("sourceShrink", 1).orElse(otherwise.sourceShrink()));
  }

  private static Optional<List<String>> words(JsonObject object, String key) {
    return object.words(key, MOST_WORDS, LONGEST_WORD);
  }

  /// A run is kept whole in one place, which has its limits.
  private static void checkLength(JsonObject object, String key, Stream<String> words) {
    if (words.mapToInt(String::length).sum() > LONGEST_LISTS) {
      throw object.wrong(
          key,
          "and what else is listed is longer than %d characters: ask for less at once"
              .formatted(LONGEST_LISTS));
    }
  }
}
