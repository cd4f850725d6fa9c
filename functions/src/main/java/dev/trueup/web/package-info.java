/// The HTTP API: routes, access, and the shapes of what is asked and answered. Knows neither AWS
/// nor a server; imports java.*, the packages of the trade (catalog, compare, store, plan, run,
/// apply), Jackson, commons-csv and SLF4J.
@org.jspecify.annotations.NullMarked
package dev.trueup.web;
