package dev.trueup.local;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trueup.local.states.FunctionAnswer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Feeds a function from a queue as Lambda's event source mapping with `ReportBatchItemFailures`
/// does.
///
/// Messages that the function reports in `batchItemFailures` return to the queue, all of them if it
/// fails, answers nonsense or names a message that it was not given; the others are deleted. The
/// queue itself keeps a message group with one consumer at a time, in order.
///
/// Source: docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html. There, a message
/// that returns is seen again when its visibility ends; here after a delay of its own, so that
/// nobody waits a quarter of an hour at a desk.
public final class QueuePoller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueuePoller.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SqsClient client;
  private final String url;
  private final String arn;
  private final LocalLambda lambda;
  private final Settings settings;
  private final Semaphore places;
  private volatile boolean closed;

  /// How a queue is polled.
  ///
  /// @param batchSize from 1 to 10, the most a FIFO queue gives
  /// @param maximumConcurrency how many batches may be with the function at once
  /// @param redeliverAfter when a message that returned to the queue is given out again
  /// @param longPoll how long one request waits for messages, up to 20 s
  public record Settings(
      int batchSize, int maximumConcurrency, Duration redeliverAfter, Duration longPoll) {
    public Settings {
      if (batchSize < 1 || batchSize > 10 || maximumConcurrency < 1) {
        throw new IllegalArgumentException("batchSize is 1 to 10, maximumConcurrency from 1");
      }
    }
  }

  private QueuePoller(
      SqsClient client, String url, String arn, LocalLambda lambda, Settings settings) {
    this.client = client;
    this.url = url;
    this.arn = arn;
    this.lambda = lambda;
    this.settings = settings;
    this.places = new Semaphore(settings.maximumConcurrency());
  }

  /// Polls the queue from now on.
  public static QueuePoller start(LocalQueue queue, LocalLambda lambda, Settings settings) {
    return new QueuePoller(queue.client(), queue.url(), queue.arn(), lambda, settings).run();
  }

  /// Polls the dead-letter queue from now on.
  public static QueuePoller startForDeadLetters(
      LocalQueue queue, LocalLambda lambda, Settings settings) {
    return new QueuePoller(
            queue.client(), queue.deadLetterUrl(), queue.deadLetterArn(), lambda, settings)
        .run();
  }

  private QueuePoller run() {
    for (int i = 0; i < settings.maximumConcurrency(); i++) {
      Thread.ofPlatform().daemon().name(lambda.name() + "-poller").start(this::poll);
    }
    return this;
  }

  private void poll() {
    while (!closed) {
      try {
        List<Message> messages = receive();
        if (!messages.isEmpty()) {
          handleUnlessClosed(messages);
        }
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.warn("cannot poll {}", url, e);
        }
      }
    }
  }

  private void handleUnlessClosed(List<Message> messages) {
    places.acquireUninterruptibly();
    try {
      if (!closed) {
        handle(messages);
      }
    } finally {
      places.release();
    }
  }

  private List<Message> receive() {
    return client
        .receiveMessage(request ->
            request
                .queueUrl(url)
                .maxNumberOfMessages(settings.batchSize())
                .waitTimeSeconds((int) settings.longPoll().toSeconds())
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All"))
        .messages();
  }

  private void handle(List<Message> messages) {
    Set<String> failed = failed(messages, lambda.invoke(QueueEvent.of(messages, arn)));
    for (Message message : messages) {
      if (failed.contains(message.messageId())) {
        int seconds = (int) settings.redeliverAfter().toSeconds();
        client.changeMessageVisibility(request ->
            request
                .queueUrl(url)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout(seconds));
      } else {
        client.deleteMessage(
            request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
  }

  private Set<String> failed(List<Message> messages, FunctionAnswer answer) {
    Set<String> all = new HashSet<>();
    messages.forEach(message -> all.add(message.messageId()));
    return switch (answer) {
      case FunctionAnswer.Success(JsonNode payload) ->
          reported(payload).filter(all::containsAll).orElse(all);
      case FunctionAnswer.Failure(String error, JsonNode report) -> {
        LOG.warn("{} failed with {}: {}", lambda.name(), error, report);
        yield all;
      }
    };
  }

  /// The ids in `batchItemFailures`; empty if the answer is nonsense.
  private static Optional<Set<String>> reported(JsonNode payload) {
    JsonNode failures = payload.path("batchItemFailures");
    if (failures.isMissingNode() || failures.isNull()) {
      return Optional.of(Set.of());
    }
    Set<String> ids = new HashSet<>();
    for (JsonNode failure : failures) {
      String id = failure.path("itemIdentifier").asText("");
      if (id.isEmpty()) {
        return Optional.empty();
      }
      ids.add(id);
    }
    return failures.isArray() ? Optional.of(ids) : Optional.empty();
  }

  /// Hands no more messages over, and waits a little for those that are being handled.
  @Override
  public void close() {
    closed = true;
    try {
      if (places.tryAcquire(settings.maximumConcurrency(), PATIENCE.toMillis(), MILLISECONDS)) {
        places.release(settings.maximumConcurrency());
      } else {
        LOG.warn("{} is still busy with messages of {}", lambda.name(), url);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
