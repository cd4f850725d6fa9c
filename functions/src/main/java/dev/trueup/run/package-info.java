/// The run: its life, and what is remembered of it (the port of the ledger). Imports java.* and the
/// packages before it.
@org.jspecify.annotations.NullMarked
package dev.trueup.run;
