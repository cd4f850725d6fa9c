package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Somebody in front of the pages: keeps cookies, fills in forms, runs no scripts.
final class TestingBrowser {
  private final Site site;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Document page = Jsoup.parse("");

  TestingBrowser(TestingApi api) {
    this.site = api.site;
  }

  TestingBrowser signedIn(String key) {
    Response response = post("/sign-in", Map.of("key", key));
    if (response.status() != 303) {
      throw new AssertionError(response.status() + " " + response.body());
    }
    return this;
  }

  Response get(String target) {
    return send("GET", target, "", Map.of());
  }

  /// Sends a form as the page that was looked at last has it.
  Response submit(String path, Map<String, String> fields) {
    var all = new LinkedHashMap<String, String>();
    all.put("csrf", page.select("input[name=csrf]").attr("value"));
    all.putAll(fields);
    return post(path, all);
  }

  Response post(String path, Map<String, String> fields) {
    return send("POST", path, encoded(fields), Map.of());
  }

  Response send(String method, String target, String body, Map<String, String> headers) {
    var all = new LinkedHashMap<String, String>();
    all.put("host", "trueup.example");
    all.put("x-forwarded-proto", "https");
    all.put("x-forwarded-for", "192.0.2.7");
    if (method.equals("POST")) {
      all.put("origin", "https://trueup.example");
      all.put("content-type", "application/x-www-form-urlencoded");
    }
    all.put(
        "cookie",
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
    all.putAll(headers);
    String[] parts = target.split("\\?", 2);
    Response response =
        site.answer(
            new Request(method, parts[0], query(parts.length == 1 ? "" : parts[1]), all, body));
    String cookie = response.headers().getOrDefault("Set-Cookie", "");
    if (!cookie.isEmpty()) {
      set(
          cookie.substring(0, cookie.indexOf('=')),
          cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')));
    }
    page = Jsoup.parse(response.body());
    return response;
  }

  void set(String cookie, String value) {
    cookies.put(cookie, value);
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  Document page() {
    return page;
  }

  private static Map<String, String> query(String text) {
    var query = new LinkedHashMap<String, String>();
    for (String parameter : text.isEmpty() ? new String[0] : text.split("&")) {
      String[] pair = parameter.split("=", 2);
      query.put(pair[0], pair.length == 1 ? "" : pair[1]);
    }
    return query;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            URLEncoder.encode(field.getKey(), UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
