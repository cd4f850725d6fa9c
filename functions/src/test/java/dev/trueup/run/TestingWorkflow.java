package dev.trueup.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A workflow that goes nowhere: it remembers what it was told.
public final class TestingWorkflow implements Workflow {
  private final List<String> started = new ArrayList<>();
  private final Set<String> waiting = new HashSet<>();
  private final Map<String, String> answers = new HashMap<>();
  private boolean broken;

  /// From now on nothing can be started.
  public void breakDown() {
    broken = true;
  }

  /// Lets a state wait with a token.
  public void await(String token) {
    waiting.add(token);
  }

  /// The time of a state is over.
  public void giveUp(String token) {
    waiting.remove(token);
  }

  public List<String> started() {
    return List.copyOf(started);
  }

  /// What was answered, by token.
  public Map<String, String> answers() {
    return Map.copyOf(answers);
  }

  @Override
  public void start(Run run) {
    if (broken) {
      throw new IllegalStateException("the workflow is broken");
    }
    started.add(run.id());
  }

  @Override
  public boolean succeed(String token, String outputJson) {
    answers.putIfAbsent(token, outputJson);
    return waiting.remove(token);
  }

  @Override
  public void heartbeat(String token) {}
}
