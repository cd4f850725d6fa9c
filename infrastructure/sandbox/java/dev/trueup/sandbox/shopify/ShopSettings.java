package dev.trueup.sandbox.shopify;

/// What the store says about itself.
///
/// @param domain such as `sandbox.myshopify.com`
/// @param servedVersion the API version that answers, whatever version was asked for
record ShopSettings(
    String name, String domain, String currencyCode, String clientId, String servedVersion) {}
