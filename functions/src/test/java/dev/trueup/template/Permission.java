package dev.trueup.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Something that somebody may do.
///
/// @param who the function or the workflow, or the policy that several have
/// @param resource by its name in the template, or `*`
record Permission(String who, String service, String action, String resource) {

  /// Everything a template allows.
  static List<Permission> of(Template template) {
    var permissions = new ArrayList<Permission>();
    template
        .ofType(Template.ROLE)
        .forEach((name, role) ->
            role.path("Policies")
                .forEach(policy ->
                    permissions.addAll(of(template, name.replaceFirst("Role$", ""), policy))));
    template
        .ofType("AWS::IAM::ManagedPolicy")
        .forEach((name, policy) -> permissions.addAll(of(template, name, policy)));
    return permissions;
  }

  private static List<Permission> of(Template template, String who, JsonNode policy) {
    var permissions = new ArrayList<Permission>();
    for (JsonNode statement : policy.at("/PolicyDocument/Statement")) {
      for (JsonNode action : oneOrMore(statement.required("Action")).toList()) {
        String[] parts = action.asText().split(":", 2);
        oneOrMore(statement.required("Resource"))
            .map(resource -> name(template, resource))
            .map(resource -> new Permission(who, parts[0], parts[1], resource))
            .forEach(permissions::add);
      }
    }
    return permissions;
  }

  private static Stream<JsonNode> oneOrMore(JsonNode node) {
    return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
  }

  private static String name(Template template, JsonNode resource) {
    if (resource.isTextual()) {
      return resource.asText();
    }
    if (resource.equals(template.stateMachineArn())) {
      return "SyncStateMachine";
    }
    return String.join(" ", Template.references(resource));
  }
}
