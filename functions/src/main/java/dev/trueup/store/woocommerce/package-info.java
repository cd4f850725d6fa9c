/// A WooCommerce shop behind the port, through its REST API (`wc/v3`); exports [WooCommerceStore]
/// and the settings it needs. Imports the port, Jackson, jsoup and the JDK's HTTP client.
@org.jspecify.annotations.NullMarked
package dev.trueup.store.woocommerce;
