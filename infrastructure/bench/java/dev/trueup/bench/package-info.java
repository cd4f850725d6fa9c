/// How fast it is: one class per benchmark, each figure beside its target. Run by `./mvnw -q
/// -Pbench`; never part of the tests, and never deployed.
@org.jspecify.annotations.NullMarked
package dev.trueup.bench;
