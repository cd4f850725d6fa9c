package dev.trueup.store.shopify;

import dev.trueup.catalog.MatchKey;
import dev.trueup.store.Connection.Location;
import dev.trueup.store.Scope;
import dev.trueup.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Where the stock that counts is kept.
sealed interface StockPlaces {
  /// Shopify lets a list be asked for up to this length.
  int MOST_LEVELS = 250;

  /// One location; of a destination the one that is written.
  record One(Location location, boolean written) implements StockPlaces {}

  /// The sum over several locations.
  ///
  /// @param levels how many locations an item may be stocked at
  record Several(Set<String> ids, int levels) implements StockPlaces {
    public Several {
      ids = Set.copyOf(ids);
    }
  }

  /// The locations that a scope means.
  ///
  /// @param all every location of the shop
  /// @throws StoreException `REJECTED` when the scope names a location that cannot be used, or none
  ///   where one has to be chosen
  static StockPlaces of(Scope scope, List<Location> all, ShopifyErrors errors) {
    List<Location> active = all.stream().filter(Location::active).toList();
    if (active.isEmpty()) {
      throw rejected(errors, "has no active location: add one in the Shopify admin");
    }
    if (scope.destination()) {
      return new One(written(scope.writtenLocation(), all, active, errors), true);
    }
    List<Location> counted = counted(scope.countedLocations(), all, active, errors);
    if (counted.size() == 1) {
      return new One(counted.getFirst(), false);
    }
    var ids = counted.stream().map(Location::id).collect(Collectors.toSet());
    return new Several(ids, Math.min(all.size(), MOST_LEVELS));
  }

  private static Location written(
      String wanted, List<Location> all, List<Location> active, ShopifyErrors errors) {
    if (!wanted.isBlank()) {
      return named(wanted, all, active, "locations.written", errors);
    }
    if (active.size() > 1) {
      throw rejected(
          errors,
          "has several locations: name the one to write in the policy locations.written. There are "
              + names(active));
    }
    return active.getFirst();
  }

  private static List<Location> counted(
      List<String> wanted, List<Location> all, List<Location> active, ShopifyErrors errors) {
    if (wanted.isEmpty()) {
      return active;
    }
    var counted = new ArrayList<Location>();
    var seen = new HashSet<String>();
    for (String name : wanted) {
      Location location = named(name, all, active, "locations.counted", errors);
      if (seen.add(location.id())) {
        counted.add(location);
      }
    }
    return counted;
  }

  /// By name, `gid://shopify/Location/…`, or the number at its end.
  private static Location named(
      String wanted,
      List<Location> all,
      List<Location> active,
      String policy,
      ShopifyErrors errors) {
    List<Location> fitting = all.stream().filter(location -> is(location, wanted)).toList();
    List<Location> usable = fitting.stream().filter(Location::active).toList();
    if (usable.size() == 1) {
      return usable.getFirst();
    }
    String trouble =
        fitting.isEmpty()
            ? "has no location"
            : usable.isEmpty() ? "has deactivated" : "has several";
    throw rejected(
        errors,
        "%s \"%s\": correct the policy %s, by name or id. There are %s"
            .formatted(trouble, wanted, policy, names(active)));
  }

  private static boolean is(Location location, String wanted) {
    return location.id().equals(wanted.strip())
        || location.id().endsWith("/" + wanted.strip())
        || MatchKey.fold(location.name()).equals(MatchKey.fold(wanted));
  }

  private static String names(List<Location> locations) {
    return locations.stream()
        .map(location -> "\"%s\" (%s)".formatted(location.name(), location.id()))
        .collect(Collectors.joining(", "));
  }

  private static StoreException rejected(ShopifyErrors errors, String sentence) {
    return errors.of(StoreException.Kind.REJECTED, sentence);
  }
}
