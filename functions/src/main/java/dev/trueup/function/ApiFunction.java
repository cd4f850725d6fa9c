package dev.trueup.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trueup.plan.Policies;
import dev.trueup.web.Access;
import dev.trueup.web.Api;
import dev.trueup.web.Request;
import dev.trueup.web.Response;
import dev.trueup.web.Site;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The HTTP API and the pages: the gateway's payload format 2.0 in and out.
public final class ApiFunction extends StepFunction {
  private final Api api;
  private final Site site;

  public ApiFunction() {
    this(Wiring.aws());
  }

  public ApiFunction(Wiring wiring) {
    super(wiring);
    var access =
        new Access(
            AccessKeys.of(wiring.settings()),
            wiring.settings().find("TRUEUP_FOUR_EYES").filter(Boolean::parseBoolean).isPresent());
    Policies defaults = AccessKeys.defaultPolicies(wiring.settings());
    this.api =
        new Api(
            wiring.stores(),
            wiring.ledger(),
            wiring.workflow(),
            wiring.resources(),
            defaults,
            wiring.settings().planValidity(),
            access);
    this.site =
        new Site(
            new Site.Parts(
                wiring.stores(),
                wiring.ledger(),
                wiring.workflow(),
                wiring.resources(),
                defaults,
                wiring.settings().planValidity(),
                access,
                SiteSecrets.of(wiring.settings()),
                Optional.empty()));
  }

  @Override
  ObjectNode handle(JsonNode event, Context context) {
    Request request = request(event);
    return json(site.takes(request) ? site.answer(request) : api.answer(request));
  }

  private static Request request(JsonNode event) {
    JsonNode http = event.path("requestContext").path("http");
    String body = event.path("body").asText("");
    return new Request(
        http.path("method").asText(),
        event.path("rawPath").asText(),
        texts(event.path("queryStringParameters")),
        headers(event),
        event.path("isBase64Encoded").asBoolean()
            ? new String(Base64.getDecoder().decode(body), UTF_8)
            : body);
  }

  /// The gateway hands cookies over apart from the other headers.
  private static Map<String, String> headers(JsonNode event) {
    Map<String, String> headers = texts(event.path("headers"));
    var cookies = new ArrayList<String>();
    event.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    if (!cookies.isEmpty()) {
      headers.put("cookie", String.join("; ", cookies));
    }
    return headers;
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
