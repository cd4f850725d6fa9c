package dev.trueup.ledger;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A new table for each test, in one DynamoDB Local of this process.
final class TestingTable {
  private static final AtomicInteger TABLES = new AtomicInteger();
  private static final boolean NO_TELEMETRY = true;
  static final DynamoDbClient CLIENT = DynamoDBEmbedded.create(NO_TELEMETRY).dynamoDbClient();

  private TestingTable() {}

  static String created() {
    String name = "trueup-" + TABLES.incrementAndGet();
    CLIENT.createTable(DynamoLedger.table(name));
    return name;
  }
}
