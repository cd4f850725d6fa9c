package dev.trueup.store.woocommerce;

import dev.trueup.catalog.Facets;

/// What a variation does not say itself: the name and the facets of its product.
record Parent(String name, Facets facets) {}
