package dev.trueup.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads YAML with CloudFormation's short tags as JSON with their long forms: `!Ref Api` becomes
/// `{"Ref": "Api"}` and `!GetAtt Api.Arn` becomes `{"Fn::GetAtt": ["Api", "Arn"]}`.
final class ShortTags {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ShortTags() {}

  static JsonNode read(String yaml) {
    var reader = new Yaml(new SafeConstructor(new LoaderOptions()));
    return json(reader.compose(new StringReader(yaml)));
  }

  private static JsonNode json(Node node) {
    String tag = node.getTag().getValue();
    if (!tag.startsWith("!")) {
      return plain(node);
    }
    String name = tag.substring(1);
    return switch (name) {
      case "Ref", "Condition" -> JSON.objectNode().set(name, plain(node));
      case "GetAtt" -> JSON.objectNode().set("Fn::GetAtt", parts(((ScalarNode) node).getValue()));
      default -> JSON.objectNode().set("Fn::" + name, plain(node));
    };
  }

  private static JsonNode plain(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> {
        ArrayNode array = JSON.arrayNode();
        sequence.getValue().forEach(item -> array.add(json(item)));
        yield array;
      }
      case MappingNode mapping -> {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
          object.set(((ScalarNode) entry.getKeyNode()).getValue(), json(entry.getValueNode()));
        }
        yield object;
      }
      default -> throw new IllegalArgumentException("no JSON for a node " + node.getNodeId());
    };
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getTag().equals(Tag.INT)) {
      return JSON.numberNode(Long.parseLong(text));
    }
    if (scalar.getTag().equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    return JSON.textNode(text);
  }

  private static ArrayNode parts(String attribute) {
    int dot = attribute.indexOf('.');
    return JSON.arrayNode().add(attribute.substring(0, dot)).add(attribute.substring(dot + 1));
  }
}
