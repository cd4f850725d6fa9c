/// A Shopify store behind the port, over the Admin GraphQL API. Facts about that API are from
/// shopify.dev and from its schema of version 2026-10. Imports java.*, Jackson, dev.trueup.catalog
/// and dev.trueup.store only.
@org.jspecify.annotations.NullMarked
package dev.trueup.store.shopify;
