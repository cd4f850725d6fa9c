package dev.trueup.sandbox.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong with the parameters of one request; WordPress reports all of it in one
/// `rest_invalid_param`.
final class InvalidParameters {
  private record Invalid(String name, String code, String message, JsonNode data) {}

  private final List<Invalid> found = new ArrayList<>();

  static Refusal unknown(String name) {
    InvalidParameters one = new InvalidParameters();
    one.addUnknown(name);
    return one.refusal();
  }

  void addUnknown(String name) {
    add(name, "sandbox_unknown_param", name + " does not exist here.", Json.NODES.nullNode());
  }

  void addWrongType(String name, String type) {
    JsonNode data = Json.object().put("param", name);
    add(name, "rest_invalid_type", name + " is not of type " + type + ".", data);
  }

  void add(String name, String code, String message) {
    add(name, code, message, Json.NODES.nullNode());
  }

  private void add(String name, String code, String message, JsonNode data) {
    found.add(new Invalid(name, code, message, data));
  }

  void refuseIfAny() {
    if (!found.isEmpty()) {
      throw refusal();
    }
  }

  private Refusal refusal() {
    ObjectNode more = Json.object();
    ObjectNode params = more.putObject("params");
    ObjectNode details = more.putObject("details");
    for (Invalid invalid : found) {
      params.put(invalid.name, invalid.message);
      details
          .putObject(invalid.name)
          .put("code", invalid.code)
          .put("message", invalid.message)
          .set("data", invalid.data);
    }
    String names = String.join(", ", found.stream().map(Invalid::name).toList());
    return new Refusal(400, "rest_invalid_param", "Invalid parameter(s): " + names, more);
  }
}
