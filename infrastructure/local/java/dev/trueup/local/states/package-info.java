/// An interpreter for exactly the JSONata states language that the workflow uses, with durable
/// executions and the Step Functions client in front of it. Whatever it does not know it refuses
/// when a definition is loaded.
@org.jspecify.annotations.NullMarked
package dev.trueup.local.states;
