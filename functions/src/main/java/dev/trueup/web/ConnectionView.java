package dev.trueup.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.catalog.Platform;
import dev.trueup.run.Connections;
import dev.trueup.store.Connection;
import dev.trueup.store.StoreException;

/// How a store answered, as it is answered.
final class ConnectionView {
  private ConnectionView() {}

  static ObjectNode of(Connections.Check check) {
    return switch (check) {
      case Connections.Check.Reachable(Platform platform, Connection connection) ->
          reachable(platform, connection);
      case Connections.Check.Unreachable(Platform platform, StoreException problem) ->
          unreachable(platform, problem);
    };
  }

  private static ObjectNode reachable(Platform platform, Connection connection) {
    ObjectNode view = Json.object();
    view.put("platform", platform.code());
    view.put("reachable", true);
    view.put("identity", connection.identity());
    view.put("name", connection.name());
    view.put("version", connection.version());
    view.put("currency", connection.currency());
    view.put("weightUnit", connection.weightUnit());
    view.put("timezone", connection.timezone());
    view.set("scopes", Json.array(connection.scopes()));
    var locations = view.putArray("locations");
    for (Connection.Location location : connection.locations()) {
      ObjectNode each = locations.addObject();
      each.put("id", location.id());
      each.put("name", location.name());
      each.put("active", location.active());
    }
    view.set("warnings", Json.array(connection.warnings()));
    return view;
  }

  private static ObjectNode unreachable(Platform platform, StoreException problem) {
    ObjectNode view = Json.object();
    view.put("platform", platform.code());
    view.put("reachable", false);
    view.put("kind", JsonObject.word(problem.kind()));
    view.put("problem", problem.sentence());
    return view;
  }
}
