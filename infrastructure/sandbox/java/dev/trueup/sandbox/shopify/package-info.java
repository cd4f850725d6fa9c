/// A simulated Shopify store: a real HTTP server on loopback that answers the Admin GraphQL API of
/// version 2026-10 as Shopify does, only stricter. Imports the seed of the sandbox, graphql-java,
/// Jackson and the JDK's HTTP server; no code of Trueup itself.
@org.jspecify.annotations.NullMarked
package dev.trueup.sandbox.shopify;
