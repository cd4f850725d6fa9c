/// The two simulated stores: real HTTP servers on loopback that behave like the real ones, only
/// stricter.
@org.jspecify.annotations.NullMarked
package dev.trueup.sandbox;
