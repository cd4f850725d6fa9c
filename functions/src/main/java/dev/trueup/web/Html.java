package dev.trueup.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/// Pages from templates, which are compiled with everything else.
final class Html {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Html.class.getClassLoader(), "dev.trueup.web");

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private Html() {}

  static Response page(int status, String template, Map<String, Object> parameters) {
    var output = new StringOutput(32_768);
    ENGINE.render(template + ".jte", parameters, output);
    return Response.of(status, "text/html; charset=utf-8", output.toString())
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "same-origin")
        .with("X-Frame-Options", "DENY")
        .with("Cross-Origin-Opener-Policy", "same-origin")
        .with("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  /// Another page is to be looked at.
  static Response to(String path) {
    return Response.of(303, "text/plain; charset=utf-8", "").with("Location", path);
  }

  /// An error that the page's own script puts where the answer would have been.
  static Response swappable(Response error) {
    return new Response(200, error.headers(), error.body())
        .with("HX-Retarget", "body")
        .with("HX-Reselect", "body")
        .with("HX-Reswap", "outerHTML");
  }
}
