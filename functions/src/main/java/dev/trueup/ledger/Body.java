package dev.trueup.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Bytes of any length that belong to one item: compressed, and in the item itself as long as they
/// fit there; otherwise in pieces beside it, which are named by their content and written before
/// the item. So an item and its body change at once, whoever else writes.
///
/// DynamoDB takes items of up to 400 KB.
record Body(Table table) {
  private static final int MOST_INLINE = 300 * 1024;

  /// How much longer pieces live than what they belong to: TTL deletes in any order, days late.
  static final Duration LONGER = Duration.ofDays(7);

  static final String BYTES = "body";
  private static final String PIECES = "pieces";
  private static final String DIGEST = "digest";

  /// Gives an item that expires its body.
  void put(Item item, byte[] packed) {
    if (packed.length <= MOST_INLINE) {
      item.with(BYTES, packed);
      return;
    }
    String digest = digest(List.of(packed));
    Instant expires = Instant.ofEpochSecond(item.number(Key.EXPIRES)).plus(LONGER);
    var pieces = new ArrayList<Item>();
    for (int from = 0; from < packed.length; from += MOST_INLINE) {
      pieces.add(
          Item.at(piece(item, digest, pieces.size()))
              .with(
                  BYTES,
                  Arrays.copyOfRange(packed, from, Math.min(from + MOST_INLINE, packed.length)))
              .expiring(expires));
    }
    table.putAll(pieces);
    item.with(PIECES, pieces.size()).with(DIGEST, digest);
  }

  /// The body of an item, unpacked.
  byte[] of(Item item) {
    if (item.has(BYTES)) {
      return unpack(item.bytes(BYTES));
    }
    var packed = new ByteArrayOutputStream();
    for (int number = 0; number < item.number(PIECES); number++) {
      Key key = piece(item, item.text(DIGEST), number);
      Item piece =
          table
              .get(key)
              .orElseThrow(() -> new IllegalStateException(key + " is gone from the ledger"));
      packed.writeBytes(piece.bytes(BYTES));
    }
    return unpack(packed.toByteArray());
  }

  private static Key piece(Item item, String digest, int number) {
    return new Key(item.key().pk(), "PIECE#" + digest + "#" + Key.number(number, 4));
  }

  static byte[] pack(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static byte[] unpack(byte[] packed) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Half a SHA-256: names content, and is short enough for a sort key.
  static String digest(Iterable<byte[]> parts) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      parts.forEach(sha256::update);
      return HexFormat.of().formatHex(sha256.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
