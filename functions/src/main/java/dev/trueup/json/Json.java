package dev.trueup.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads and writes what is kept: everything written reads back equal, in this version and in the
/// ones next to it during a deployment.
///
/// A property that is not known is skipped, a list, set or map that is missing is empty, and
/// anything else that is missing is null or zero. Sets and maps are sorted, so that equal things
/// have equal bytes. Everything but ASCII is escaped, so that half a surrogate pair survives in a
/// text; the keys of maps are names and ids and hold none.
public final class Json {
  private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
  private static final ObjectMapper MAPPER = build();

  private Json() {}

  /// The one mapper; it must not be reconfigured.
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Object value) {
    return new String(bytes(value), UTF_8);
  }

  public static <T> T read(String json, Class<T> type) {
    return read(json.getBytes(UTF_8), type);
  }

  public static <T> T read(JsonNode json, Class<T> type) {
    try {
      return MAPPER.treeToValue(json, type);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Several values, one per line.
  public static byte[] lines(Iterable<?> values) {
    var lines = new ByteArrayOutputStream();
    for (Object value : values) {
      lines.writeBytes(bytes(value));
      lines.write('\n');
    }
    return lines.toByteArray();
  }

  public static <T> List<T> readLines(byte[] lines, Class<T> type) {
    try (var values = MAPPER.readerFor(type).<T>readValues(lines)) {
      return values.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectMapper build() {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
        .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
        .withConfigOverride(List.class, list -> list.setSetterInfo(EMPTY))
        .withConfigOverride(Set.class, set -> set.setSetterInfo(EMPTY))
        .withConfigOverride(Map.class, map -> map.setSetterInfo(EMPTY))
        .addModule(new Forms())
        .build();
  }
}
