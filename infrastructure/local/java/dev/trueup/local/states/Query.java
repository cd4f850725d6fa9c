package dev.trueup.local.states;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/// One JSONata expression. threads.
final class Query {
  private static final Pattern QUOTED =
      Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'");
  private static final Pattern RESULT = Pattern.compile("\\$states\\s*\\.\\s*result\\b");
  private static final Pattern ERROR = Pattern.compile("\\$states\\s*\\.\\s*errorOutput\\b");
  private static final Pattern ROOT = Pattern.compile("\\$\\$");
  private static final Pattern EVAL = Pattern.compile("\\$eval\\b");

  private final String text;
  private final String where;

  /// Keeps state while it is evaluated, so that one thread at a time may have it.
  private final Jsonata expression;

  private Query(String text, String where, Jsonata expression) {
    this.text = text;
    this.where = where;
    this.expression = expression;
  }

  static Query parse(String field, String where, Template.Sees sees) {
    if (!field.startsWith("{%") || !field.endsWith("%}") || field.length() < 4) {
      throw new DefinitionException(where, "'" + field + "' is not closed: write {% … %}");
    }
    String text = field.substring(2, field.length() - 2).strip();
    String code = QUOTED.matcher(text).replaceAll("''");
    refuse(code, RESULT, sees != Template.Sees.RESULT, where, "$states.result is not there yet");
    refuse(code, ERROR, sees != Template.Sees.ERROR, where, "$states.errorOutput is not there");
    refuse(code, ROOT, true, where, "$$ does not exist in the states language");
    refuse(code, EVAL, true, where, "$eval is not available in Step Functions");
    try {
      Jsonata expression = Jsonata.jsonata(text);
      expression.setOutputConvertNulls(false);
      return new Query(text, where, expression);
    } catch (RuntimeException e) {
      throw new DefinitionException(where, "'" + text + "' is not JSONata: " + e.getMessage());
    }
  }

  private static void refuse(String code, Pattern part, boolean bad, String where, String why) {
    if (bad && part.matcher(code).find()) {
      throw new DefinitionException(where, why);
    }
  }

  synchronized JsonNode evaluate(Bindings bindings) {
    try {
      Jsonata.Frame frame = expression.createFrame();
      bindings.bindTo(frame);
      Object value = expression.evaluate(null, frame);
      if (value == null) {
        throw failure("'" + text + "' gave nothing");
      }
      return PlainValues.toJson(value);
    } catch (StateFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw failure("'" + text + "': " + e.getMessage());
    } catch (StackOverflowError e) {
      throw failure("'" + text + "' never ends");
    }
  }

  private StateFailure failure(String why) {
    return new StateFailure(StateFailure.QUERY, where + ": " + why);
  }
}
