package dev.trueup.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.web.Access;
import dev.trueup.web.Api;
import dev.trueup.web.Request;
import dev.trueup.web.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// The HTTP API: the gateway's payload format 2.0 in and out.
public final class ApiFunction extends StepFunction {
  private final Api api;

  public ApiFunction() {
    this(Wiring.aws());
  }

  public ApiFunction(Wiring wiring) {
    super(wiring);
    this.api =
        new Api(
            wiring.stores(),
            wiring.ledger(),
            wiring.workflow(),
            wiring.resources(),
            AccessKeys.defaultPolicies(wiring.settings()),
            wiring.settings().planValidity(),
            new Access(AccessKeys.of(wiring.settings())));
  }

  @Override
  ObjectNode handle(JsonNode event, Context context) {
    return json(api.answer(request(event)));
  }

  private static Request request(JsonNode event) {
    JsonNode http = event.path("requestContext").path("http");
    String body = event.path("body").asText("");
    return new Request(
        http.path("method").asText(),
        event.path("rawPath").asText(),
        texts(event.path("queryStringParameters")),
        texts(event.path("headers")),
        event.path("isBase64Encoded").asBoolean()
            ? new String(Base64.getDecoder().decode(body), UTF_8)
            : body);
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new LinkedHashMap<String, String>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  private static ObjectNode json(Response response) {
    ObjectNode json = object().put("statusCode", response.status());
    ObjectNode headers = json.putObject("headers");
    response.headers().forEach(headers::put);
    return json.put("body", response.body()).put("isBase64Encoded", false);
  }
}
