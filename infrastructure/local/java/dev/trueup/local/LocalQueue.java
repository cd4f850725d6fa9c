package dev.trueup.local;

import dev.trueup.local.states.Queues;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// ElasticMQ in this process with one FIFO queue and its dead-letter queue, both without
/// content-based deduplication.
///
/// Messages are in memory only. Nothing is lost with them: each belongs to a task of a workflow
/// that waits for its token, and after a restart the interpreter sends the message of each task
/// that still waits again ([Queues#send]). A consumer may so see a message twice, as with the real
/// service.
public final class LocalQueue implements Queues, AutoCloseable {
  static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";

  private final SQSRestServer server;
  private final SqsClient client;
  private final String name;
  private final String url;
  private final String deadLetterUrl;

  private LocalQueue(SQSRestServer server, String name, int maxReceives, Duration visibility) {
    this.server = server;
    this.name = name;
    int port = server.waitUntilStarted().localAddress().getPort();
    this.client = client(URI.create("http://127.0.0.1:" + port));
    this.deadLetterUrl = create(name + "-dlq.fifo", visibility, null);
    this.url =
        create(
            name + ".fifo",
            visibility,
            "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":%d}"
                .formatted(deadLetterArn(), maxReceives));
  }

  /// Starts the server on a free port of loopback.
  ///
  /// @param name of the queue, without `.fifo`; the dead-letter queue is `<name>-dlq.fifo`
  /// @param maxReceives how often a message may be received before it goes to the dead-letter queue
  /// @param visibility how long a message that was received is hidden; longer than its consumer
  ///   takes
  public static LocalQueue start(String name, int maxReceives, Duration visibility) {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(REGION)
            .withAWSAccountId(ACCOUNT)
            .start();
    return new LocalQueue(server, name, maxReceives, visibility);
  }

  private static SqsClient client(URI endpoint) {
    return SqsClient.builder()
        .region(Region.of(REGION))
        .endpointOverride(endpoint)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(60)))
        .build();
  }

  private String create(String fifoName, Duration visibility, @Nullable String redrive) {
    Map<QueueAttributeName, String> attributes = new java.util.EnumMap<>(QueueAttributeName.class);
    attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
    attributes.put(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "false");
    attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(visibility.toSeconds()));
    if (redrive != null) {
      attributes.put(QueueAttributeName.REDRIVE_POLICY, redrive);
    }
    return client
        .createQueue(request -> request.queueName(fifoName).attributes(attributes))
        .queueUrl();
  }

  /// Sends to one of the two queues by the name at the end of the URL: a workflow may remember the
  /// URL of an earlier process, with another port.
  @Override
  public void send(
      String queueUrl,
      String body,
      @Nullable String messageGroupId,
      @Nullable String deduplicationId) {
    client.sendMessage(request ->
        request
            .queueUrl(here(queueUrl))
            .messageBody(body)
            .messageGroupId(messageGroupId)
            .messageDeduplicationId(deduplicationId));
  }

  private String here(String queueUrl) {
    String fifoName = queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    if (fifoName.equals(name + ".fifo")) {
      return url;
    }
    if (fifoName.equals(name + "-dlq.fifo")) {
      return deadLetterUrl;
    }
    throw new IllegalArgumentException("there is no queue " + queueUrl);
  }

  public String url() {
    return url;
  }

  public String arn() {
    return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name + ".fifo";
  }

  public String deadLetterUrl() {
    return deadLetterUrl;
  }

  public String deadLetterArn() {
    return "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name + "-dlq.fifo";
  }

  public SqsClient client() {
    return client;
  }

  /// Stops the server, without waiting for the last long polls to run out; pollers must have been
  /// closed before.
  @Override
  public void close() {
    client.close();
    var _ = server.stopAndGetFuture().apply();
  }
}
