package dev.trueup.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one state.
final class StateParser {
  private static final Template.Sees INPUT = Template.Sees.INPUT;

  private final FlowParser flows;
  private final String name;
  private final Fields fields;
  private final Set<String> variables;

  StateParser(FlowParser flows, String name, JsonNode state, Set<String> variables) {
    this.flows = flows;
    this.name = name;
    this.fields = new Fields("state '" + name + "'", state);
    this.variables = variables;
    if (name.isEmpty() || name.length() > 80) {
      throw new DefinitionException(fields.where(), "a name has from 1 to 80 characters");
    }
  }

  State state() {
    String type = fields.text("Type");
    fields.take("Comment");
    JsonNode language = fields.take("QueryLanguage").orElse(null);
    if (language != null && !language.asText().equals("JSONata")) {
      throw new DefinitionException(fields.at("QueryLanguage"), "must be JSONata");
    }
    State state =
        switch (type) {
          case "Pass" -> new State.Pass(name, shape(fields, INPUT), next());
          case "Task" -> task();
          case "Choice" -> choice();
          case "Wait" -> waiting();
          case "Map" -> forEach();
          case "Succeed" -> new State.Succeed(name, output(fields, INPUT));
          case "Fail" ->
              new State.Fail(
                  name,
                  fields.templateOrNull("Error", INPUT),
                  fields.templateOrNull("Cause", INPUT));
          default ->
              throw new DefinitionException(fields.at("Type"), "'" + type + "' is not known here");
        };
    fields.refuseRest();
    return state;
  }

  private State task() {
    String resource = fields.text("Resource");
    Service service =
        Service.of(resource)
            .orElseThrow(() ->
                new DefinitionException(
                    fields.at("Resource"), "'" + resource + "' is not known here"));
    JsonNode arguments = fields.require("Arguments");
    checkArguments(service, arguments);
    return new State.Task(
        name,
        service,
        Template.parse(arguments, fields.at("Arguments"), INPUT),
        seconds("TimeoutSeconds"),
        seconds("HeartbeatSeconds"),
        new RecoveryParser(fields).recovery(),
        shape(fields, Template.Sees.RESULT),
        next());
  }

  private void checkArguments(Service service, JsonNode arguments) {
    if (!arguments.isObject()) {
      return;
    }
    arguments
        .fieldNames()
        .forEachRemaining(argument -> {
          if (!service.knows(argument)) {
            throw new DefinitionException(
                fields.at("Arguments"), "'" + argument + "' is not known here");
          }
        });
    for (String required : service.required()) {
      if (!arguments.has(required)) {
        throw new DefinitionException(fields.at("Arguments"), "'" + required + "' is missing");
      }
    }
  }

  private @Nullable Template seconds(String field) {
    JsonNode value = fields.take(field).orElse(null);
    if (value != null && !value.isTextual()) {
      fields.whole(field, 0, 1);
    }
    return fields.templateOrNull(field, INPUT);
  }

  private State choice() {
    JsonNode choices = fields.require("Choices");
    if (!choices.isArray() || choices.isEmpty()) {
      throw new DefinitionException(fields.at("Choices"), "must be a list that is not empty");
    }
    List<State.Rule> rules = new ArrayList<>();
    for (JsonNode each : choices) {
      Fields rule = new Fields(fields.at("Choices"), each);
      rule.take("Comment");
      Template condition = Template.parse(rule.require("Condition"), rule.at("Condition"), INPUT);
      boolean fits =
          switch (condition) {
            case Template.Expression _ -> true;
            case Template.Constant(JsonNode value) -> value instanceof BooleanNode;
            case Template.Members _, Template.Elements _ -> false;
          };
      if (!fits) {
        throw new DefinitionException(rule.at("Condition"), "must be a boolean or an expression");
      }
      rules.add(new State.Rule(condition, shape(rule, INPUT), rule.text("Next")));
      rule.refuseRest();
    }
    return new State.Choice(name, rules, fields.textOrNull("Default"), shape(fields, INPUT));
  }

  private State waiting() {
    Template seconds = fields.templateOrNull("Seconds", INPUT);
    Template timestamp = fields.templateOrNull("Timestamp", INPUT);
    if ((seconds == null) == (timestamp == null)) {
      throw new DefinitionException(fields.where(), "needs one of 'Seconds' and 'Timestamp'");
    }
    return new State.Wait(name, seconds, timestamp, shape(fields, INPUT), next());
  }

  private State forEach() {
    Fields processor = new Fields(fields.at("ItemProcessor"), fields.require("ItemProcessor"));
    boolean distributed = isDistributed(processor);
    Flow flow = flows.flow(processor, distributed ? Set.of() : variables);
    processor.take("Comment");
    processor.refuseRest();
    Template concurrency = fields.templateOrNull("MaxConcurrency", INPUT);
    return new State.ForEach(
        name,
        fields.templateOrNull("Items", INPUT),
        fields.templateOrNull("ItemSelector", INPUT),
        concurrency == null ? new Template.Constant(new IntNode(0)) : concurrency,
        distributed,
        flow,
        new RecoveryParser(fields).recovery(),
        shape(fields, Template.Sees.RESULT),
        next());
  }

  private boolean isDistributed(Fields processor) {
    JsonNode given =
        processor.take("ProcessorConfig").orElse(JsonNodeFactory.instance.objectNode());
    Fields config = new Fields(processor.at("ProcessorConfig"), given);
    String mode = config.textOrNull("Mode");
    boolean distributed = "DISTRIBUTED".equals(mode);
    if (mode != null && !distributed && !mode.equals("INLINE")) {
      throw new DefinitionException(config.at("Mode"), "must be INLINE or DISTRIBUTED");
    }
    if (distributed && !config.text("ExecutionType").equals("STANDARD")) {
      throw new DefinitionException(config.at("ExecutionType"), "only STANDARD is known here");
    }
    config.refuseRest();
    return distributed;
  }

  private @Nullable String next() {
    boolean end = fields.take("End").map(JsonNode::booleanValue).orElse(false);
    String next = fields.textOrNull("Next");
    if (end == (next != null)) {
      throw new DefinitionException(fields.where(), "needs either 'Next' or 'End': true");
    }
    return next;
  }

  static State.Shape shape(Fields holder, Template.Sees sees) {
    Map<String, Template> assign = new LinkedHashMap<>();
    JsonNode assigned = holder.take("Assign").orElse(null);
    if (assigned != null) {
      if (!assigned.isObject()) {
        throw new DefinitionException(holder.at("Assign"), "must be an object");
      }
      assigned
          .properties()
          .forEach(each ->
              assign.put(
                  each.getKey(), Template.parse(each.getValue(), holder.at("Assign"), sees)));
    }
    return new State.Shape(holder.templateOrNull("Output", sees), assign);
  }

  private static State.Shape output(Fields holder, Template.Sees sees) {
    return new State.Shape(holder.templateOrNull("Output", sees), Map.of());
  }
}
