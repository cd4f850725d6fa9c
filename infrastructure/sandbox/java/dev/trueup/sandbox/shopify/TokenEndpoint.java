package dev.trueup.sandbox.shopify;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// `POST /admin/oauth/access_token`: the client credentials grant
/// (shopify.dev/docs/apps/build/authentication-authorization/client-credentials-grant).
final class TokenEndpoint {
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "shop_not_permitted", "Client credentials cannot be performed on this shop.",
          "app_not_installed", "The app is not installed on this shop.");

  private final String clientId;
  private final String clientSecret;
  private final AccessScopes scopes;
  private final AccessTokens tokens;

  TokenEndpoint(String clientId, String clientSecret, AccessScopes scopes, AccessTokens tokens) {
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.scopes = scopes;
    this.tokens = tokens;
  }

  Reply answer(String contentType, String body) {
    if (!contentType.startsWith("application/x-www-form-urlencoded")) {
      return refusal("invalid_request", "The parameters must be form-encoded.");
    }
    Map<String, String> form = form(body);
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return refusal("unsupported_grant_type", "Only client_credentials is supported.");
    }
    if (!clientId.equals(form.get("client_id"))
        || !clientSecret.equals(form.get("client_secret"))) {
      return refusal("invalid_client", "The client id or secret is not known.");
    }
    Optional<String> refused = tokens.grantRefusal();
    if (refused.isPresent()) {
      return refusal(refused.get(), DESCRIPTIONS.getOrDefault(refused.get(), ""));
    }
    return Reply.json(
        200,
        Map.of(
            "access_token",
            tokens.issue(),
            "scope",
            scopes.granted().stream().sorted().collect(Collectors.joining(",")),
            "expires_in",
            AccessTokens.LIFETIME.toSeconds()));
  }

  private static Reply refusal(String code, String description) {
    return Reply.json(400, Map.of("error", code, "error_description", description));
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }
}
