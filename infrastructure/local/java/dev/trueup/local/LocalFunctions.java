package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trueup.local.states.FunctionAnswer;
import dev.trueup.local.states.Functions;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The functions of this machine by name. They may be added after the workflow that invokes them
/// exists, since most of them need its client.
public final class LocalFunctions implements Functions {
  private static final Logger LOG = LoggerFactory.getLogger(LocalFunctions.class);
  private final Map<String, LocalLambda> lambdas = new ConcurrentHashMap<>();

  public void add(LocalLambda lambda) {
    if (lambdas.putIfAbsent(lambda.name(), lambda) != null) {
      throw new IllegalArgumentException("there is a function '" + lambda.name() + "' already");
    }
  }

  @Override
  public FunctionAnswer invoke(String functionName, JsonNode payload) {
    String name = functionName.substring(functionName.lastIndexOf(':') + 1);
    LocalLambda lambda = lambdas.get(name);
    if (lambda == null) {
      return new FunctionAnswer.Failure(
          "Lambda.ResourceNotFoundException",
          JsonNodeFactory.instance.textNode("Function not found: " + functionName));
    }
    FunctionAnswer answer = lambda.invoke(payload);
    if (answer instanceof FunctionAnswer.Failure(String error, JsonNode report)) {
      LOG.warn("{} failed: {}", name, Objects.toString(report.path("errorMessage").asText(error)));
    }
    return answer;
  }
}
