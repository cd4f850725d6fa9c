/// What a run would change: policies, changes, guards, digest, selection. Pure: imports java.*,
/// dev.trueup.catalog, dev.trueup.compare and the port's capabilities.
@org.jspecify.annotations.NullMarked
package dev.trueup.plan;
