package dev.trueup.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// What Lambda's Java runtime answers for an exception.
final class ErrorReport {
  private static final int DEEPEST = 16;

  private ErrorReport() {}

  static ObjectNode of(Throwable thrown) {
    return of(thrown, DEEPEST);
  }

  private static ObjectNode of(Throwable thrown, int depth) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    report.put("errorMessage", thrown.getMessage());
    report.put("errorType", thrown.getClass().getName());
    ArrayNode trace = report.putArray("stackTrace");
    for (StackTraceElement element : thrown.getStackTrace()) {
      trace.add(element.toString());
    }
    if (thrown.getCause() != null && depth > 0) {
      report.set("cause", of(thrown.getCause(), depth - 1));
    }
    return report;
  }
}
