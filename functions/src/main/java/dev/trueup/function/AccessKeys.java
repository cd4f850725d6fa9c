package dev.trueup.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.plan.Policies;
import dev.trueup.web.AccessKey;
import dev.trueup.web.Api;
import dev.trueup.web.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the API is configured with: the access keys in `TRUEUP_ACCESS_KEYS`, a JSON array of
/// `{name, role, sha256}`, and the deployment's own policies in `TRUEUP_POLICIES`, a JSON object as
/// a request has it.
final class AccessKeys {
  private AccessKeys() {}

  static List<AccessKey> of(Settings settings) {
    var keys = new ArrayList<AccessKey>();
    for (JsonNode key : json("TRUEUP_ACCESS_KEYS", settings.get("TRUEUP_ACCESS_KEYS"))) {
      keys.add(
          new AccessKey(
              key.path("name").asText(),
              Role.valueOf(key.path("role").asText().toUpperCase(Locale.ROOT)),
              key.path("sha256").asText()));
    }
    return keys;
  }

  static Policies defaultPolicies(Settings settings) {
    return settings.find("TRUEUP_POLICIES").map(Api::policies).orElse(Policies.DEFAULTS);
  }

  private static JsonNode json(String name, String text) {
    try {
      return StepFunction.JSON.readTree(text);
    } catch (JsonProcessingException _) {
      throw new IllegalStateException(name + " is not JSON");
    }
  }
}
