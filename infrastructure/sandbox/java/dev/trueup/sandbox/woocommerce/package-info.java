/// The simulated WooCommerce shop, after what a WordPress 6.9.7 with WooCommerce 10.5.0 answered;
/// uses the seed of the sandbox, Jackson and the JDK's HTTP server, nothing else.
@org.jspecify.annotations.NullMarked
package dev.trueup.sandbox.woocommerce;
