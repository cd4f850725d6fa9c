package dev.trueup.web;

import dev.trueup.catalog.Platform;
import dev.trueup.store.StoreException;

/// What to do about a store that does not answer as it should.
final class Mending {
  private Mending() {}

  static String advice(StoreException problem) {
    return switch (problem.kind()) {
      case UNAUTHORIZED ->
          problem.platform() == Platform.SHOPIFY
              ? "Put the client id and secret of the app, or a new access token, into the secret of"
                  + " this deployment."
              : "Make a new key under WooCommerce → Settings → Advanced → REST API, with read and"
                  + " write access, and put it into the secret of this deployment.";
      case FORBIDDEN ->
          problem.platform() == Platform.SHOPIFY
              ? "Give the app the scopes it lacks, release a new version of it, and approve that in"
                  + " the shop."
              : "Give the key read and write access, and its user the role shop manager; a security"
                  + " plugin may be in the way as well.";
      case THROTTLED -> "Nothing to mend: the store asks for a pause. Look again in a minute.";
      case UNAVAILABLE ->
          "Open the shop in a browser. If it does not answer there either, its host has to mend it;"
              + " if it does, a firewall or a security plugin keeps this one out.";
      case NOT_FOUND ->
          problem.platform() == Platform.SHOPIFY
              ? "Check the shop's domain: it ends in .myshopify.com."
              : "Check the shop's address, that WooCommerce is active, and that permalinks are not"
                  + " set to plain.";
      case REJECTED, CONFLICT -> "The store understood and declined: its own words above say why.";
    };
  }
}
