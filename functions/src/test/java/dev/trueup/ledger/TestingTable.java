package dev.trueup.ledger;

import dev.trueup.local.LocalTable;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A new table for each test, in one DynamoDB Local of this process.
final class TestingTable {
  private static final AtomicInteger TABLES = new AtomicInteger();
  static final DynamoDbClient CLIENT = LocalTable.inMemory(DynamoLedger.table("trueup")).client();

  private TestingTable() {}

  static String created() {
    String name = "trueup-" + TABLES.incrementAndGet();
    CLIENT.createTable(DynamoLedger.table(name));
    return name;
  }
}
