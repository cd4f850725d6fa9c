package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The page that takes an access key and gives a session for it.
final class SignIn {
  static final String PATH = "/sign-in";

  private static final int LONGEST_KEY = 500;
  private static final int LONGEST_PATH = 300;

  private final Access access;
  private final Session session;
  private final FailedSignIns failed;

  SignIn(Access access, Session session, FailedSignIns failed) {
    this.access = access;
    this.session = session;
    this.failed = failed;
  }

  Response show(Request request) {
    return page(200, "", safe(request.query().getOrDefault("to", "")));
  }

  Response enter(Request request) {
    Form form = Form.of(request);
    String to = safe(form.text("to", LONGEST_PATH));
    String address = address(request);
    failed.check(address);
    Optional<AccessKey> key = access.find(form.text("key", LONGEST_KEY).strip());
    if (key.isEmpty()) {
      failed.count(address);
      return page(401, "This access key is not known here.", to);
    }
    return Html.to(to)
        .with(
            "Set-Cookie",
            Cookies.write(request, Cookies.SESSION, session.start(key.get()), "/", Session.LENGTH));
  }

  Response leave(PageCall call) {
    return Html.to(PATH)
        .with("Set-Cookie", Cookies.write(call.request(), Cookies.SESSION, "", "/", Duration.ZERO));
  }

  /// Sends somebody here, and back afterwards.
  static Response first(Request request) {
    if (!request.method().equals("GET")) {
      throw Problem.of(401, "your session is over: sign in, and do it again").exception();
    }
    String to = PATH + "?to=" + URLEncoder.encode(request.path(), UTF_8);
    return request.header("hx-request").isPresent()
        ? Html.to(to).with("HX-Redirect", to)
        : Html.to(to);
  }

  private static Response page(int status, String problem, String to) {
    return Html.page(
        status,
        "signin",
        Map.of("frame", new Frame("Sign in", "", null, false), "problem", problem, "to", to));
  }

  /// A page of this site and nothing else.
  private static String safe(String path) {
    return path.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? path : "/inventory";
  }

  /// The gateway appends who it talks to.
  private static String address(Request request) {
    String[] hops = request.header("x-forwarded-for").orElse("").split(",", -1);
    return hops[hops.length - 1].strip();
  }
}
