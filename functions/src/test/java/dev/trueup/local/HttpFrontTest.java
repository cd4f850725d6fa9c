package dev.trueup.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trueup.local.states.TestingTimers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFrontTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final TestingTimers timers = new TestingTimers(Instant.parse("2026-03-12T19:03:58Z"));
  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<JsonNode> event = new CompletableFuture<>();
  private HttpFront front = start((_, _, _) -> {});

  private HttpFront start(RequestStreamHandler handler) {
    try {
      return HttpFront.start(
          0, new LocalLambda("api", handler, Duration.ofMinutes(1), timers), timers);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answer(String response) {
    front.close();
    front =
        start((input, output, _) -> {
          event.complete(JSON.readTree(input));
          output.write(response.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        });
  }

  @AfterEach
  void stop() {
    front.close();
    client.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void makesAnEventOfTheRequest() throws Exception {
    answer("{'statusCode':200}");
    send(
        request("/a%20b/c%2Fd+e?x=1&y=%C3%A4&x=2&flag")
            .header("X-Two", "a")
            .header("X-Two", "b")
            .header("Cookie", "k=1; l=2")
            .header("User-Agent", "test"));
    JsonNode made = event.get();
    assertThat(made.path("version").asText()).isEqualTo("2.0");
    assertThat(made.path("routeKey").asText()).isEqualTo("$default");
    assertThat(made.path("rawPath").asText()).isEqualTo("/a b/c/d+e");
    assertThat(made.path("rawQueryString").asText()).isEqualTo("x=1&y=%C3%A4&x=2&flag");
    assertThat(made.path("queryStringParameters").toString())
        .isEqualTo("{\"x\":\"1,2\",\"y\":\"ä\",\"flag\":\"\"}");
    assertThat(made.path("cookies").toString()).isEqualTo("[\"k=1\",\"l=2\"]");
    assertThat(made.path("headers").has("cookie")).isFalse();
    assertThat(made.path("headers").path("x-two").asText()).isEqualTo("a,b");
    assertThat(made.path("headers").path("x-forwarded-for").asText()).isEqualTo("127.0.0.1");
    assertThat(made.has("body")).isFalse();
    assertThat(made.path("isBase64Encoded").asBoolean()).isFalse();
    JsonNode context = made.path("requestContext");
    assertThat(context.path("http").path("method").asText()).isEqualTo("GET");
    assertThat(context.path("http").path("path").asText()).isEqualTo("/a b/c/d+e");
    assertThat(context.path("http").path("protocol").asText()).isEqualTo("HTTP/1.1");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("time").asText()).isEqualTo("12/Mar/2026:19:03:58 +0000");
    assertThat(context.path("timeEpoch").asLong()).isEqualTo(1773342238000L);
    assertThat(context.path("domainName").asText()).startsWith("127.0.0.1:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain; charset=utf-8", "application/xml", "TEXT/csv"})
  void passesTextOnAsText(String type) throws Exception {
    answer("{'statusCode':200}");
    send(request("/").header("Content-Type", type).POST(BodyPublishers.ofString("grüß")));
    assertThat(event.get().path("body").asText()).isEqualTo("grüß");
    assertThat(event.get().path("isBase64Encoded").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "image/png"})
  void passesAnythingElseOnInBase64(String type) throws Exception {
    answer("{'statusCode':200}");
    send(request("/").header("Content-Type", type).POST(BodyPublishers.ofString("a=1")));
    assertThat(event.get().path("body").asText()).isEqualTo("YT0x");
    assertThat(event.get().path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void answersWithStatusHeadersCookiesAndBody() throws Exception {
    answer(
        "{'statusCode':201,'headers':{'Content-Type':'text/html','X-A':'1'},"
            + "'cookies':['a=1; Path=/','b=2'],'body':'<p>ü</p>'}");
    HttpResponse<String> response = send(request("/"));
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.body()).isEqualTo("<p>ü</p>");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(response.headers().firstValue("x-a")).hasValue("1");
    assertThat(response.headers().allValues("set-cookie"))
        .containsExactlyInAnyOrder("a=1; Path=/", "b=2");
  }

  @Test
  void decodesABodyInBase64() throws Exception {
    answer("{'statusCode':200,'body':'AAEC/w==','isBase64Encoded':true}");
    assertThat(client.send(request("/").build(), BodyHandlers.ofByteArray()).body())
        .containsExactly(0, 1, 2, 0xff);
  }

  @Test
  void takesAnAnswerWithoutStatusForTheBody() throws Exception {
    answer("{'a':1}");
    HttpResponse<String> response = send(request("/"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"a\":1}");
    assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
  }

  @Test
  void answersWithoutBody() throws Exception {
    answer("{'statusCode':204}");
    assertThat(send(request("/")).statusCode()).isEqualTo(204);
    assertThat(send(request("/").HEAD()).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'statusCode':99}",
        "{'statusCode':200,'body':{}}",
        "{'statusCode':200,'multiValueHeaders':{}}",
        "no json"
      })
  void answers500ForAMalformedAnswer(String answer) throws Exception {
    answer(answer);
    HttpResponse<String> response = send(request("/"));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void answers500WhenTheFunctionFails() throws Exception {
    front.close();
    front =
        start((_, _, _) -> {
          throw new IllegalStateException("secret");
        });
    assertThat(send(request("/")).body()).doesNotContain("secret");
    assertThat(send(request("/")).statusCode()).isEqualTo(500);
  }

  @Test
  void answers503AfterThirtySeconds() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    front.close();
    front =
        start((_, _, _) -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request("/").build(), BodyHandlers.ofString());
    assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();
    timers.advance(Duration.ofSeconds(30));
    assertThat(response.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
  }

  @Test
  void refusesWhatIsTooLarge() throws Exception {
    answer("{'statusCode':200}");
    for (int megabytes : new int[] {7, 12}) {
      HttpRequest.Builder body =
          request("/")
              .header("Content-Type", "text/plain")
              .POST(BodyPublishers.ofString("x".repeat(megabytes << 20)));
      assertThat(send(body).statusCode()).isEqualTo(413);
    }
    assertThat(send(request("/").header("X-Long", "x".repeat(10_240))).statusCode()).isEqualTo(431);
    assertThat(event).isNotDone();
  }

  @Test
  void saysWhichPortIsBusy() {
    LocalLambda lambda = new LocalLambda("api", (_, _, _) -> {}, Duration.ofMinutes(1), timers);
    int port = front.port();
    assertThatThrownBy(() -> HttpFront.start(port, lambda, timers))
        .isInstanceOfSatisfying(
            PortInUseException.class, busy -> assertThat(busy.port()).isEqualTo(port))
        .hasMessage(
            "Port "
                + port
                + " is in use. Stop the program that has it, or choose another with TRUEUP_PORT.");
  }
}
