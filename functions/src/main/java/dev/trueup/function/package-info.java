/// One final class per Lambda, and the wiring: the only place that knows everything.
@org.jspecify.annotations.NullMarked
package dev.trueup.function;
