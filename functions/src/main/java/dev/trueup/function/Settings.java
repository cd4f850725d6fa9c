package dev.trueup.function;

import dev.trueup.run.PlanValidity;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a deployment is configured with: the environment, and over it what the secret holds under
/// the same names.
public final class Settings {
  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  Settings over(Map<String, String> others) {
    var merged = new HashMap<>(values);
    merged.putAll(others);
    return new Settings(merged);
  }

  /// The value of a setting; empty when it is missing or blank.
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /// The value of a setting that has to be there.
  public String get(String name) {
    return find(name)
        .orElseThrow(() ->
            new IllegalStateException(
                name + " is not set: give it to the function's environment or its secret"));
  }

  /// `TRUEUP_PLAN_HOURS`: how long a plan may be approved and carried out.
  PlanValidity planValidity() {
    return find("TRUEUP_PLAN_HOURS")
        .map(Long::parseLong)
        .map(Duration::ofHours)
        .map(PlanValidity::new)
        .orElse(PlanValidity.DEFAULT);
  }

  /// Names only: values may be secrets.
  @Override
  public String toString() {
    return "Settings" + values.keySet();
  }
}
