package dev.trueup.plan;

import dev.trueup.catalog.RecordRef;
import dev.trueup.catalog.Value;
import dev.trueup.compare.FieldDifference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One line of a plan: what it would do about one match, and what it expects to find.
///
/// @param seq its place in the plan, from 1; its id in the API
/// @param matchedBy the key that fitted, empty when there is no counterpart
/// @param source null when only the destination has it
/// @param destination null when only the source has it
/// @param sourceValues what the source had, for display
/// @param destinationValues what the destination had: the before-image
/// @param note why it is not written, or what a reviewer should know; empty otherwise
public record Change(
    int seq,
    Action action,
    String name,
    String sku,
    String matchedBy,
    @Nullable RecordRef source,
    @Nullable RecordRef destination,
    List<FieldDifference> fields,
    Map<String, Value> sourceValues,
    Map<String, Value> destinationValues,
    String note) {
  public Change {
    fields = List.copyOf(fields);
    sourceValues = Map.copyOf(sourceValues);
    destinationValues = Map.copyOf(destinationValues);
  }

  public String id() {
    return Integer.toString(seq);
  }

  public Map<String, Value> before() {
    return fields.stream()
        .collect(Collectors.toMap(FieldDifference::name, FieldDifference::before));
  }

  public Map<String, Value> after() {
    return fields.stream().collect(Collectors.toMap(FieldDifference::name, FieldDifference::after));
  }

  public Optional<String> sourceId() {
    return Optional.ofNullable(source).map(RecordRef::id);
  }

  public Optional<String> destinationId() {
    return Optional.ofNullable(destination).map(RecordRef::id);
  }

  Change withSeq(int other) {
    return new Change(
        other,
        action,
        name,
        sku,
        matchedBy,
        source,
        destination,
        fields,
        sourceValues,
        destinationValues,
        note);
  }

  /// The one spelling of this line that the digest is computed from.
  String canonical() {
    var line = new StringBuilder().append(seq).append('|').append(action.code());
    text(line, name);
    text(line, sku);
    ref(line, source);
    ref(line, destination);
    for (FieldDifference field : fields) {
      text(line, field.name());
      line.append(field.before().canonical()).append('>').append(field.after().canonical());
    }
    return line.append('\n').toString();
  }

  private static void ref(StringBuilder line, @Nullable RecordRef ref) {
    text(line, ref == null ? "" : ref.id());
    text(line, ref == null ? "" : ref.parentId());
  }

  private static void text(StringBuilder line, String text) {
    line.append('|').append(Value.of(text).canonical());
  }
}
