package dev.trueup.store;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.StoreRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads and writes the records of one resource in one store. Every method waits as long as the
/// store's limit asks for; being throttled is not an error.
public interface StoreRecords {
  Capabilities capabilities();

  /// Reads on from a cursor of an earlier page; the first page with an empty one. The cursor is
  /// opaque, fits in 2 KB, and works in another process. A record is given once, whatever changes
  /// in the store meanwhile; no order is promised.
  ///
  /// @throws StoreException when the store does not answer as it should
  RecordPage page(Optional<String> cursor);

  /// Reads these records now. What no longer exists is left out; no order is promised.
  ///
  /// @throws StoreException when the store does not answer as it should
  List<StoreRecord> some(Collection<RecordRef> refs);

  /// Splits writes into requests as the store takes them: each list goes into one call of [#write].
  default List<List<Write>> requests(List<Write> writes) {
    int max = capabilities().maxItemsPerWrite();
    var requests = new ArrayList<List<Write>>();
    for (int from = 0; from < writes.size(); from += max) {
      requests.add(writes.subList(from, Math.min(from + max, writes.size())));
    }
    return requests;
  }

  /// Writes one request, item by item if the store refuses some: one bad row never fails its
  /// neighbours. Only fields in [Write#after] are touched.
  ///
  /// @param key the same for the same content; a store that has idempotency keys gets it
  /// @param deadline nothing is sent any more after it
  /// @return one outcome per write, in the same order; [Outcome.Unknown] for what was sent without
  ///   a clear answer
  /// @throws StoreException when nothing of this request was sent: unauthorised, the deadline…
  List<Outcome> write(String key, List<Write> writes, Instant deadline);
}
