package dev.trueup.local.states;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes a [LocalStepFunctions]. Functions, queues and timers must be given.
public final class LocalStepFunctionsBuilder {
  private final String name;
  private final StateMachine machine;
  private @Nullable Functions functions;
  private @Nullable Queues queues;
  private @Nullable Timers timers;
  private @Nullable Path directory;
  private Executor executor = Thread::startVirtualThread;
  private RandomGenerator random = RandomGenerator.getDefault();

  LocalStepFunctionsBuilder(String name, StateMachine machine) {
    this.name = name;
    this.machine = machine;
  }

  public LocalStepFunctionsBuilder functions(Functions value) {
    functions = value;
    return this;
  }

  public LocalStepFunctionsBuilder queues(Queues value) {
    queues = value;
    return this;
  }

  public LocalStepFunctionsBuilder timers(Timers value) {
    timers = value;
    return this;
  }

  /// Where the journals of executions are; without one they are in memory only.
  public LocalStepFunctionsBuilder directory(Path value) {
    directory = value;
    return this;
  }

  /// What runs invocations: a virtual thread each, unless a test gives `Runnable::run`, with which
  /// everything has happened when the call that causes it returns.
  public LocalStepFunctionsBuilder executor(Executor value) {
    executor = value;
    return this;
  }

  /// Where jitter comes from.
  public LocalStepFunctionsBuilder random(RandomGenerator value) {
    random = value;
    return this;
  }

  /// Reads the journals; [LocalStepFunctions#resume] then goes on with what is unfinished.
  public LocalStepFunctions build() {
    Services services =
        new Services(
            name,
            machine,
            Objects.requireNonNull(functions, "functions"),
            Objects.requireNonNull(queues, "queues"),
            Objects.requireNonNull(timers, "timers"),
            executor,
            random);
    return new LocalStepFunctions(services, new Executions(services, directory));
  }
}
