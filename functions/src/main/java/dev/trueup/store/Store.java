package dev.trueup.store;

import dev.trueup.catalog.Platform;
import dev.trueup.catalog.Resource;

/// One shop, reached over its platform's API. Safe for use by many threads at once.
public interface Store {
  Platform platform();

  /// Who this shop is, without asking it: the host of its address, `my-shop.myshopify.com` or
  /// `shop.example`. Part of the pair's key.
  String identity();

  /// Asks the shop who and how it is.
  ///
  /// @throws StoreException when it cannot be reached, refuses the credentials, or is not such a
  ///   store
  Connection connect();

  /// The records of one resource.
  ///
  /// @param scope what of it counts, and where it is written
  /// @throws StoreException `REJECTED` when this store does not have the resource, or the scope
  ///   names something (a location) that it does not have
  StoreRecords records(Resource resource, Scope scope);
}
