package dev.trueup.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item of the table.
record Item(Map<String, AttributeValue> attributes) {
  static Item at(Key key) {
    return new Item(new HashMap<>(key.attributes()));
  }

  Key key() {
    return new Key(text(Key.PK), text(Key.SK));
  }

  Item with(String name, String text) {
    attributes.put(name, AttributeValue.fromS(text));
    return this;
  }

  Item with(String name, long number) {
    attributes.put(name, AttributeValue.fromN(Long.toString(number)));
    return this;
  }

  Item with(String name, byte[] bytes) {
    attributes.put(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
    return this;
  }

  /// The table's TTL attribute: seconds since 1970.
  Item expiring(Instant at) {
    return with(Key.EXPIRES, at.getEpochSecond());
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return attribute(name).s();
  }

  /// The number; 0 when there is none.
  long number(String name) {
    return has(name) ? Long.parseLong(attribute(name).n()) : 0;
  }

  byte[] bytes(String name) {
    return attribute(name).b().asByteArrayUnsafe();
  }

  private AttributeValue attribute(String name) {
    AttributeValue value = attributes.get(name);
    if (value == null) {
      throw new IllegalStateException("%s has no %s".formatted(attributes.get(Key.SK), name));
    }
    return value;
  }
}
