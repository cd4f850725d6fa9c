/// The third adapter: the product CSV files that WooCommerce and Shopify export, read as a store;
/// it imports the port, the records and commons-csv.
@org.jspecify.annotations.NullMarked
package dev.trueup.store.export;
