package dev.trueup.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;

/// The style sheet and the scripts. Their paths hold a hash of what they are, so that a browser may
/// keep them for good.
final class Assets {
  static final String PATH = "/assets/";

  private static final int HASH_BYTES = 8;

  private static final Asset STYLE = Asset.of("/pages/trueup.css", "text/css");
  private static final Asset SCRIPT = Asset.of("/pages/trueup.js", "text/javascript");
  private static final Asset ICON = Asset.of("/pages/icon.svg", "image/svg+xml");
  private static final Asset HTMX =
      Asset.of("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js", "text/javascript");

  private static final Map<String, Asset> BY_PATH =
      Map.of(STYLE.path(), STYLE, SCRIPT.path(), SCRIPT, ICON.path(), ICON, HTMX.path(), HTMX);

  private Assets() {}

  private record Asset(String path, String type, String text) {
    static Asset of(String resource, String type) {
      try (InputStream file = Assets.class.getResourceAsStream(resource)) {
        String text = new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8);
        String hash = HexFormat.of().formatHex(AccessKey.hash(text), 0, HASH_BYTES);
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        return new Asset(PATH + hash + "/" + name, type + "; charset=utf-8", text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static String style() {
    return STYLE.path();
  }

  static String script() {
    return SCRIPT.path();
  }

  static String icon() {
    return ICON.path();
  }

  static String htmx() {
    return HTMX.path();
  }

  static Response answer(Request request) {
    Asset asset = BY_PATH.get(request.path());
    if (asset == null || !(request.method().equals("GET") || request.method().equals("HEAD"))) {
      throw Problem.of(404, "there is no such page").exception();
    }
    return Response.of(200, asset.type(), asset.text())
        .with("Cache-Control", "public, max-age=31536000, immutable");
  }
}
