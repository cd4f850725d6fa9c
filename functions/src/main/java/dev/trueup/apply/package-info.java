/// Batches, outcomes, verification: carries out exactly what was approved. Knows stores and ledger
/// by their ports only.
@org.jspecify.annotations.NullMarked
package dev.trueup.apply;
