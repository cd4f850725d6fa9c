package dev.trueup.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.ledger.DynamoLedger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/// The table that is deployed is the one the ledger was tested with.
final class TableTest {
  private final CreateTableRequest wanted = DynamoLedger.table("ledger");
  private final JsonNode given = Template.main().properties("LedgerTable");

  @Test
  void hasTheKeysOfTheLedger() {
    assertThat(given.required("KeySchema"))
        .extracting(
            key -> key.required("AttributeName").asText() + " " + key.required("KeyType").asText())
        .containsExactlyElementsOf(
            wanted.keySchema().stream()
                .map(key -> key.attributeName() + " " + key.keyTypeAsString())
                .toList());
    assertThat(given.required("AttributeDefinitions"))
        .extracting(attribute ->
            attribute.required("AttributeName").asText()
                + " "
                + attribute.required("AttributeType").asText())
        .containsExactlyElementsOf(
            wanted.attributeDefinitions().stream()
                .map(attribute ->
                    attribute.attributeName() + " " + attribute.attributeTypeAsString())
                .toList());
    assertThat(given.has("GlobalSecondaryIndexes")).isEqualTo(wanted.hasGlobalSecondaryIndexes());
    assertThat(given.required("BillingMode").asText()).isEqualTo(wanted.billingModeAsString());
  }

  @Test
  void letsGoOfWhatHasExpired() {
    JsonNode expiry = given.required("TimeToLiveSpecification");
    assertThat(expiry.required("AttributeName").asText()).isEqualTo(DynamoLedger.EXPIRES);
    assertThat(expiry.required("Enabled").asBoolean()).isTrue();
  }

  @Test
  void canBeRestoredAndIsEncrypted() {
    assertThat(given.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isTrue();
    assertThat(given.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
    assertThat(Template.references(given.required("DeletionProtectionEnabled")))
        .containsExactly("DeletionProtection");
  }
}
