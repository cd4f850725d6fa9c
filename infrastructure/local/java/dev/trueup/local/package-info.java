/// Everything on one machine: the Lambda handlers, the table, the queue, the state machine and the
/// HTTP front, without an account. Never deployed.
@org.jspecify.annotations.NullMarked
package dev.trueup.local;
