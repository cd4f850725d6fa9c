package dev.trueup.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

final class LocalTableTest {
  private static final CreateTableRequest TABLE =
      CreateTableRequest.builder()
          .tableName("ledger")
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .attributeDefinitions(
              AttributeDefinition.builder().attributeName("pk").attributeType("S").build())
          .keySchema(KeySchemaElement.builder().attributeName("pk").keyType("HASH").build())
          .build();
  private static final Map<String, AttributeValue> ITEM =
      Map.of("pk", AttributeValue.fromS("a"), "v", AttributeValue.fromN("1"));

  private static boolean isThere(LocalTable table) {
    return table
        .client()
        .getItem(r -> r.tableName("ledger").key(Map.of("pk", AttributeValue.fromS("a"))))
        .hasItem();
  }

  @Test
  void forgetsAnInMemoryTable() {
    try (LocalTable table = LocalTable.inMemory(TABLE)) {
      table.client().putItem(r -> r.tableName("ledger").item(ITEM));
      assertThat(isThere(table)).isTrue();
    }
    try (LocalTable table = LocalTable.inMemory(TABLE)) {
      assertThat(isThere(table)).isFalse();
    }
  }

  @Test
  void keepsATableInADirectory(@TempDir Path directory) {
    try (LocalTable table = LocalTable.in(directory.resolve("table"), TABLE)) {
      table.client().putItem(r -> r.tableName("ledger").item(ITEM));
    }
    try (LocalTable table = LocalTable.in(directory.resolve("table"), TABLE)) {
      assertThat(isThere(table)).isTrue();
    }
  }
}
