package dev.trueup.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.trueup.ledger.DynamoLedger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/// The wiring in AWS. `TRUEUP_TABLE`, `TRUEUP_STATE_MACHINE_ARN` and `TRUEUP_SECRET_ID` come from
/// the environment; the secret is a JSON object with the stores' settings and the access keys.
final class AwsWiring {
  static final Wiring SHARED = fromEnvironment();

  private AwsWiring() {}

  private static Wiring fromEnvironment() {
    SdkHttpClient http = UrlConnectionHttpClient.create();
    Settings environment = Settings.of(System.getenv());
    Settings settings = environment.over(secret(http, environment.get("TRUEUP_SECRET_ID")));
    InstantSource clock = InstantSource.system();
    return new Wiring(
        new DynamoLedger(
            DynamoDbClient.builder().httpClient(http).build(),
            settings.get("TRUEUP_TABLE"),
            clock,
            Duration.ofDays(
                settings.find("TRUEUP_RETENTION_DAYS").map(Long::parseLong).orElse(90L))),
        ConfiguredStores.of(settings),
        new StepFunctionsWorkflow(
            SfnClient.builder().httpClient(http).build(), settings.get("TRUEUP_STATE_MACHINE_ARN")),
        Wiring.RESOURCES,
        clock,
        settings);
  }

  private static Map<String, String> secret(SdkHttpClient http, String id) {
    try (var client = SecretsManagerClient.builder().httpClient(http).build()) {
      String text = client.getSecretValue(request -> request.secretId(id)).secretString();
      return StepFunction.JSON.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException _) {
      throw new IllegalStateException(
          "the secret " + id + " is not a JSON object of texts: put the settings there by name");
    }
  }
}
