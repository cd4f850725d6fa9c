package dev.trueup.template;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A template of this repository.
record Template(JsonNode root) {
  static final String FUNCTION = "AWS::Serverless::Function";
  static final String ROLE = "AWS::IAM::Role";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z:]+)(\\.[A-Za-z.]+)?}");

  /// `template.yaml`, which is everything that is deployed.
  static Template main() {
    return at(Path.of("template.yaml"));
  }

  static Template at(Path path) {
    try {
      return new Template(ShortTags.read(Files.readString(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode resource(String name) {
    return root.required("Resources").required(name);
  }

  JsonNode properties(String name) {
    return resource(name).required("Properties");
  }

  Set<String> resources() {
    return names(root.required("Resources"));
  }

  /// The properties of every resource of a type, by name.
  Map<String, JsonNode> ofType(String type) {
    var found = new LinkedHashMap<String, JsonNode>();
    for (String name : resources()) {
      if (resource(name).required("Type").asText().equals(type)) {
        found.put(name, properties(name));
      }
    }
    return found;
  }

  /// What every function has.
  JsonNode globals() {
    return root.required("Globals").required("Function");
  }

  /// The workflow's address, as the functions know it.
  JsonNode stateMachineArn() {
    return globals().at("/Environment/Variables/TRUEUP_STATE_MACHINE_ARN");
  }

  /// The names a part of the template refers to, of parameters and resources.
  static Set<String> references(JsonNode part) {
    Stream<String> refs = part.findValues("Ref").stream().map(JsonNode::asText);
    Stream<String> attributes =
        part.findValues("Fn::GetAtt").stream().map(attribute -> attribute.get(0).asText());
    Stream<String> substituted =
        part.findValues("Fn::Sub").stream()
            .flatMap(text -> VARIABLE.matcher(text.asText()).results())
            .map(match -> match.group(1));
    return Stream.of(refs, attributes, substituted)
        .flatMap(names -> names)
        .map(name -> name.replaceFirst("\\..*", ""))
        .collect(toCollection(TreeSet::new));
  }

  static Set<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
