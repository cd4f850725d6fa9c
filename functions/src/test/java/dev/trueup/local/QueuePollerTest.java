package dev.trueup.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.local.states.ScheduledTimers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class QueuePollerTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final QueuePoller.Settings SETTINGS =
      new QueuePoller.Settings(10, 2, Duration.ZERO, Duration.ofSeconds(1));

  private final ScheduledTimers timers = new ScheduledTimers();
  private final LocalQueue queue = LocalQueue.start("work", 2, Duration.ofSeconds(30));
  private final LinkedBlockingQueue<JsonNode> seen = new LinkedBlockingQueue<>();
  private final List<QueuePoller> pollers = new ArrayList<>();

  private interface Behaviour {
    String answer(JsonNode event) throws IOException;
  }

  private LocalLambda lambda(Behaviour behaviour) {
    RequestStreamHandler handler =
        (input, output, _) -> {
          JsonNode event = JSON.readTree(input);
          seen.add(event);
          output.write(behaviour.answer(event).replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        };
    return new LocalLambda("worker", handler, Duration.ofMinutes(1), timers);
  }

  private void poll(Behaviour behaviour) {
    pollers.add(QueuePoller.start(queue, lambda(behaviour), SETTINGS));
  }

  private void send(String body, String group) {
    queue.send(queue.url(), body, group, body);
  }

  private JsonNode next() throws InterruptedException {
    return java.util.Objects.requireNonNull(seen.poll(30, TimeUnit.SECONDS), "no event came");
  }

  private List<String> bodies(int count) throws InterruptedException {
    List<String> bodies = new ArrayList<>();
    while (bodies.size() < count) {
      next().path("Records").forEach(entry -> bodies.add(entry.path("body").asText()));
    }
    return bodies;
  }

  @AfterEach
  void stop() {
    pollers.forEach(QueuePoller::close);
    queue.close();
    timers.close();
  }

  @Test
  void handsMessagesOverAsLambdaDoes() throws Exception {
    send("hello", "store");
    poll(_ -> "");
    JsonNode entry = next().path("Records").get(0);
    assertThat(entry.path("body").asText()).isEqualTo("hello");
    assertThat(entry.path("md5OfBody").asText()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(entry.path("messageId").asText()).isNotEmpty();
    assertThat(entry.path("receiptHandle").asText()).isNotEmpty();
    assertThat(entry.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(entry.path("eventSourceARN").asText())
        .isEqualTo("arn:aws:sqs:us-east-1:000000000000:work.fifo");
    assertThat(entry.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(entry.path("attributes").path("MessageGroupId").asText()).isEqualTo("store");
    assertThat(entry.path("attributes").path("ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(entry.path("attributes").path("SentTimestamp").asText()).isNotEmpty();
  }

  @Test
  void keepsTheOrderOfAGroupWithOneConsumerAtATime() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 0; i < 25; i++) {
      send("m" + i, "store");
    }
    poll(_ -> {
      most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
      atOnce.decrementAndGet();
      return "";
    });
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      expected.add("m" + i);
    }
    assertThat(bodies(25)).isEqualTo(expected);
    assertThat(most).hasValue(1);
  }

  @Test
  void handlesTwoGroupsAtOnce() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    send("a", "one");
    pollers.add(
        QueuePoller.start(
            queue,
            lambda(_ -> {
              both.countDown();
              try {
                return both.await(30, TimeUnit.SECONDS) ? "" : "{'batchItemFailures':[{}]}";
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            }),
            new QueuePoller.Settings(1, 2, Duration.ZERO, Duration.ofSeconds(1))));
    send("b", "two");
    assertThat(bodies(2)).containsExactlyInAnyOrder("a", "b");
    assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void returnsOnlyTheMessagesThatFailed() throws Exception {
    send("good", "one");
    send("bad", "two");
    poll(event -> {
      StringBuilder failures = new StringBuilder();
      event
          .path("Records")
          .forEach(entry -> {
            if (entry.path("body").asText().equals("bad")
                && entry.path("attributes").path("ApproximateReceiveCount").asInt() == 1) {
              failures.append("{'itemIdentifier':'" + entry.path("messageId").asText() + "'}");
            }
          });
      return "{'batchItemFailures':[" + failures + "]}";
    });
    assertThat(bodies(3)).containsExactlyInAnyOrder("good", "bad", "bad");
  }

  @Test
  void returnsTheWholeBatchWhenTheFunctionFailsAndThenGivesItToTheDeadLetterHandler()
      throws Exception {
    send("poison", "store");
    poll(_ -> {
      throw new IOException("died");
    });
    assertThat(bodies(2)).containsExactly("poison", "poison");
    pollers.add(QueuePoller.startForDeadLetters(queue, lambda(_ -> ""), SETTINGS));
    JsonNode dead = next().path("Records").get(0);
    assertThat(dead.path("body").asText()).isEqualTo("poison");
    assertThat(dead.path("eventSourceARN").asText()).endsWith(":work-dlq.fifo");
  }

  @Test
  void takesAnAnswerThatNamesAnotherMessageForAFailureOfAll() throws Exception {
    send("a", "store");
    poll(_ -> "{'batchItemFailures':[{'itemIdentifier':'nobody'}]}");
    assertThat(bodies(2)).containsExactly("a", "a");
  }

  @Test
  void closesQuickly() {
    poll(_ -> "");
    long before = System.nanoTime();
    pollers.getFirst().close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
  }
}
