package dev.trueup.ledger;

import dev.trueup.run.Pair;
import dev.trueup.run.Run;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Where an item is. Numbers in sort keys are padded, so that they sort as numbers.
///
/// | what | `pk` | `sk` |
/// | --- | --- | --- |
/// | a run, and how its changes ended | `RUN#id` | `META`, `META#OUTCOMES` |
/// | its plan: a head, and packs by their last place | `RUN#id` | `PLAN`, `ITEM#digest#place` |
/// | its batches, all in one | `RUN#id` | `BATCHES` |
/// | a write request | `RUN#id` | `ATTEMPT#batch#number` |
/// | what verification found | `RUN#id` | `FINDINGS#from#to` |
/// | task tokens | `RUN#id` | `TOKEN#name` |
/// | the link to its review | `RUN#id` | `LINK` |
/// | records read so far | `RUN#id` | `SNAP#side#number` |
/// | pieces of what does not fit in its item | as its item | `PIECE#digest#number` |
/// | runs by time | `RUNS` | `time#id` |
/// | lock | `PAIR#pair` | `LOCK#resource` |
/// | size of the source in the last run | `PAIR#pair` | `READ#resource#source` |
/// | links, in buckets | `PAIR#pair` | `LINK#resource#bucket` |
/// | audit trail | `AUDIT#pair` | `seq` |
/// | facts the audit trail has | `AUDIT#pair` | `FACT#key` |
record Key(String pk, String sk) {
  static final String PK = "pk";
  static final String SK = "sk";
  static final String EXPIRES = "expiresAt";

  /// Greater than every digit, so that `prefix + END` follows everything numbered under a prefix.
  static final String END = ":";

  static final String META = "META";
  static final String RUNS = "RUNS";

  static Key run(String runId, String sk) {
    return new Key("RUN#" + runId, sk);
  }

  static Key meta(String runId) {
    return run(runId, META);
  }

  static Key outcomes(String runId) {
    return run(runId, META + "#OUTCOMES");
  }

  static Key listed(Run run) {
    return new Key(RUNS, number(run.createdAt().toEpochMilli(), 15) + "#" + run.id());
  }

  static Key attempt(String runId, int batch, int number) {
    return run(runId, attempts(batch) + number(number, 6));
  }

  static String attempts(int batch) {
    return "ATTEMPT#" + number(batch, 6) + "#";
  }

  static Key pair(Pair pair, String sk) {
    return new Key("PAIR#" + pair.key(), sk);
  }

  static Key lock(Run run) {
    return pair(run.pair(), "LOCK#" + run.resource());
  }

  static String place(int seq) {
    return number(seq, 10);
  }

  static String number(long number, int digits) {
    return ("%0" + digits + "d").formatted(number);
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }
}
