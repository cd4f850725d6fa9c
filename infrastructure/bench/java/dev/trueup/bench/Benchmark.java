package dev.trueup.bench;

import java.util.function.Consumer;

/// Measures something, and tells each figure as soon as it is known.
interface Benchmark {
  void run(Consumer<Figure> figures) throws Exception;
}
