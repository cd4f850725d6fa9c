package dev.trueup.function;

import dev.trueup.plan.InventoryRules;
import dev.trueup.plan.Rules;
import dev.trueup.run.Ledger;
import dev.trueup.run.Stores;
import dev.trueup.run.Workflow;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;

/// What the functions are made of.
///
/// @param resources the rules of every resource this deployment syncs
/// @param settings by name, see [Settings]
public record Wiring(
    Ledger ledger,
    Stores stores,
    Workflow workflow,
    List<Rules> resources,
    InstantSource clock,
    Settings settings) {
  /// Every resource there is.
  public static final List<Rules> RESOURCES = List.of(new InventoryRules());

  public Wiring {
    resources = List.copyOf(resources);
  }

  /// The wiring of a function in AWS, made once per process from its environment.
  static Wiring aws() {
    return AwsWiring.SHARED;
  }

  Rules rules(String resource) {
    return resources.stream()
        .filter(rules -> rules.resource().name().equals(resource))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("this deployment does not sync " + resource));
  }
}
