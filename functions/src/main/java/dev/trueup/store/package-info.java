/// The port to a store: one small interface per resource, capabilities as data, errors with a kind.
/// The platforms' adapters are its sub-packages; this package imports java.* and dev.trueup.catalog
/// only.
@org.jspecify.annotations.NullMarked
package dev.trueup.store;
