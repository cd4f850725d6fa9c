package dev.trueup.local.states;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.utils.DateTimeUtils;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata, and the two that tell the time.
///
/// Source: docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html ("JSONata functions
/// provided by Step Functions"): `$partition`, `$range`, `$hash`, `$random`, `$uuid`, `$parse`.
final class QueryFunctions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueryFunctions() {}

  static void bindTo(Jsonata.Frame frame, Instant now) {
    frame.bind("partition", function("partition", args -> partition(args)));
    frame.bind("range", function("range", args -> range(args)));
    frame.bind("hash", function("hash", args -> hash(args)));
    frame.bind("random", function("random", args -> random(args)));
    frame.bind("uuid", function("uuid", _ -> UUID.randomUUID().toString()));
    frame.bind("parse", function("parse", args -> parse(args)));
    frame.bind("millis", function("millis", _ -> now.toEpochMilli()));
    frame.bind("now", function("now", args -> now(now, args)));
  }

  private interface Body {
    @Nullable Object call(List<?> arguments) throws Exception;
  }

  private static Jsonata.JFunction function(String name, Body body) {
    return new Jsonata.JFunction(
        (_, arguments) -> {
          try {
            return body.call((List<?>) arguments);
          } catch (ClassCastException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("$" + name + " was given " + arguments, e);
          }
        },
        null);
  }

  private static List<List<Object>> partition(List<?> args) {
    List<?> items = (List<?>) args.get(0);
    int size = ((Number) args.get(1)).intValue();
    if (size < 1) {
      throw new IllegalArgumentException("$partition needs a positive size");
    }
    List<List<Object>> parts = new ArrayList<>();
    for (int from = 0; from < items.size(); from += size) {
      parts.add(new ArrayList<>(items.subList(from, Math.min(items.size(), from + size))));
    }
    return parts;
  }

  private static List<Object> range(List<?> args) {
    long first = ((Number) args.get(0)).longValue();
    long last = ((Number) args.get(1)).longValue();
    long step = ((Number) args.get(2)).longValue();
    if (step == 0) {
      throw new IllegalArgumentException("$range needs a step that is not 0");
    }
    List<Object> numbers = new ArrayList<>();
    for (long n = first; step > 0 ? n <= last : n >= last; n += step) {
      numbers.add(n);
    }
    return numbers;
  }

  private static String hash(List<?> args) throws NoSuchAlgorithmException {
    String algorithm = args.size() > 1 ? (String) args.get(1) : "SHA-256";
    byte[] text = ((String) args.get(0)).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text));
  }

  private static double random(List<?> args) {
    return args.isEmpty()
        ? Math.random()
        : new Random(((Number) args.get(0)).longValue()).nextDouble();
  }

  private static Object parse(List<?> args) throws JsonProcessingException {
    return PlainValues.of(JSON.readTree((String) args.get(0)));
  }

  private static String now(Instant now, List<?> args) {
    if (args.isEmpty()) {
      return java.time.format.DateTimeFormatter.ISO_INSTANT.format(now);
    }
    String zone = args.size() > 1 ? (String) args.get(1) : null;
    return DateTimeUtils.formatDateTime(now.toEpochMilli(), (String) args.get(0), zone);
  }
}
