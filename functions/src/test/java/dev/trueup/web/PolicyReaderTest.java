package dev.trueup.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Filter;
import dev.trueup.plan.Limits;
import dev.trueup.plan.Policies;
import dev.trueup.plan.Policies.ApprovalPolicy;
import dev.trueup.plan.Stock;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyReaderTest {
  private static final Policies EVERYTHING_ELSE =
      new Policies(
          Policies.ConflictStrategy.MERGE,
          Policies.MissingInDestination.CREATE,
          Policies.MissingInSource.UNPUBLISH,
          new Stock(2, 1L, 50L, false),
          List.of("price", "quantity"),
          new Filter(
              List.of("Mug 1", "b"),
              List.of("7"),
              List.of("Cups"),
              List.of("new"),
              List.of("open")),
          new Policies.Locations(List.of("Berlin", "3"), "Berlin"),
          new ApprovalPolicy(ApprovalPolicy.Mode.AUTO_IF_SAFE, 7),
          new Limits(
              new BigDecimal("0.01"), BigDecimal.ONE, new BigDecimal("2.5"), BigDecimal.ZERO));

  @Test
  void takesTheDefaultsOfTheDeploymentWhereNothingIsSaid() {
    assertThat(read(Policies.DEFAULTS, "{}")).isEqualTo(Policies.DEFAULTS);
    assertThat(read(EVERYTHING_ELSE, "{}")).isEqualTo(EVERYTHING_ELSE);
    assertThat(read(EVERYTHING_ELSE, "{\"stock\":{\"cap\":60}}").stock())
        .isEqualTo(new Stock(2, 1L, 60L, false));
    assertThat(read(EVERYTHING_ELSE, "{\"stock\":{\"floor\":null}}").stock())
        .isEqualTo(new Stock(2, null, 50L, false));
    assertThat(read(EVERYTHING_ELSE, "{\"fields\":\"all\",\"filter\":\"all\"}"))
        .extracting(Policies::fields, Policies::filter)
        .containsExactly(List.of(), Filter.ALL);
    assertThat(read(EVERYTHING_ELSE, "{\"approval\":\"required\"}").approval())
        .isEqualTo(new ApprovalPolicy(ApprovalPolicy.Mode.REQUIRED, 7));
  }

  @Test
  void readsWhatItShows() {
    for (Policies policies : List.of(Policies.DEFAULTS, EVERYTHING_ELSE)) {
      assertThat(read(Policies.DEFAULTS, Json.text(PoliciesView.of(policies)))).isEqualTo(policies);
      assertThat(read(EVERYTHING_ELSE, Json.text(PoliciesView.of(policies)))).isEqualTo(policies);
    }
  }

  @Test
  void takesIdsAsNumbers() {
    assertThat(read(Policies.DEFAULTS, "{\"filter\":{\"ids\":[12,\"13\"]}}").filter().ids())
        .containsExactlyInAnyOrder("12", "13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"conflictStrategy":"SOURCE_WINS"} | conflictStrategy    | is 'source-wins' or 'choose' or 'merge'
          {"conflictStrategy":null}          | conflictStrategy    | is 'source-wins' or
          {"missingInSource":"delete"}       | missingInSource     | is 'report' or 'zero' or
          {"missingInDestination":[]}        | missingInDestination | is 'report' or 'create' or
          {"stock":5}                        | stock               | is an object
          {"stock":{"buffer":-1}}            | stock.buffer        | between 0 and 1000000000
          {"stock":{"buffer":1.5}}           | stock.buffer        | is a whole number
          {"stock":{"buffer":null}}          | stock.buffer        | is a whole number
          {"stock":{"cap":1e99}}             | stock.cap           | is a whole number
          {"stock":{"cap":99999999999999999999}} | stock.cap       | is a whole number
          {"stock":{"floor":5,"cap":4}}      | stock.floor         | is higher than stock.cap
          {"stock":{"autoStatus":"yes"}}     | stock.autoStatus    | is true or false
          {"stock":{"bufer":1}}              | stock.bufer         | there is buffer, floor, cap, autoStatus
          {"fields":[]}                      | fields              | is empty
          {"fields":"quantity"}              | fields              | is a list
          {"fields":[true]}                  | fields[0]           | is a text
          {"filter":"none"}                  | filter              | is an object
          {"filter":{"skus":"A"}}            | filter.skus         | is a list
          {"filter":{"skus":["A",""]}}       | filter.skus[1]      | is empty
          {"filter":{"tags":[["A"]]}}        | filter.tags[0]      | is a text
          {"filter":{"ids":["a\\u0000b"]}}   | filter.ids[0]       | holds a character that is no text
          {"filter":{"ids":["\\ud800"]}}     | filter.ids[0]       | holds a character that is no text
          {"locations":{"written":3}}        | locations.written   | is a text
          {"approval":"auto"}                | approval            | is 'required' or 'auto-if-safe'
          {"approval":{"atMost":0}}          | approval.atMost     | between 1 and
          {"approval":7}                     | approval            | is an object
          {"guards":{"changedShare":1.01}}   | guards.changedShare | is a fraction between 0 and 1
          {"guards":{"changedShare":"30%"}}  | guards.changedShare | is a fraction between 0 and 1
          {"guards":{"zeroedShare":-0.1}}    | guards.zeroedShare  | is a fraction
          {"guards":{"sourceShrink":1e-999999999}} | guards.sourceShrink | is a fraction
          {"guards":{"priceMove":1e999999999}} | guards.priceMove  | is a fraction between 0 and 1000
          {"sourceoftruth":"shopify"}        | sourceoftruth       | there is no 'sourceoftruth'
          """)
  void namesThePlaceAndWhatIsAllowed(String body, String field, String sentence) {
    var problem = problem(body);

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.members()).containsEntry("field", field);
    assertThat(problem.detail()).contains(sentence).contains(field);
  }

  @Test
  void refusesMoreThanARunCanKeep() {
    String many = String.join(",", IntStream.range(0, 1_001).mapToObj(Integer::toString).toList());
    String longOnes =
        String.join(
            ",", IntStream.range(0, 200).mapToObj(i -> "\"" + "x".repeat(250) + i + "\"").toList());

    assertThat(problem("{\"filter\":{\"skus\":[" + many + "]}}").detail())
        .isEqualTo("filter.skus is a list of at most 1000 texts");
    assertThat(problem("{\"filter\":{\"tags\":[" + longOnes + "]}}").detail())
        .contains("longer than 40000 characters");
    assertThat(problem("{\"filter\":{\"skus\":[\"" + "x".repeat(1_000_000) + "\"]}}").detail())
        .isEqualTo("filter.skus[0] is a text of at most 255 characters");
  }

  private static Problem problem(String body) {
    return catchThrowableOfType(ProblemException.class, () -> read(Policies.DEFAULTS, body))
        .problem();
  }

  private static Policies read(Policies defaults, String text) {
    var body = new JsonObject((ObjectNode) Json.read(text));
    Policies policies = new PolicyReader(defaults).read(body);
    body.end();
    return policies;
  }
}
