package dev.trueup.sandbox.shopify;

/// A variant seen as its inventory item.
record ItemView(StoreVariant variant) {}
