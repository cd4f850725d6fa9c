package dev.trueup.json;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.trueup.catalog.Value;
import dev.trueup.plan.Selection;
import dev.trueup.store.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// The forms that are not simply a record's components: times and decimals as text (exact), sealed
/// types by a word in `is`, values as [ValueForm] has them.
final class Forms extends SimpleModule {
  private static final long serialVersionUID = 1L;

  Forms() {
    super("trueup");
    addSerializer(Instant.class, ToStringSerializer.instance);
    addDeserializer(Instant.class, new InstantForm());
    addSerializer(BigDecimal.class, ToStringSerializer.instance);
    addSerializer(new Sorted());
    addSerializer(Value.class, new ValueForm.Writing());
    addDeserializer(Value.class, new ValueForm.Reading());
    setMixInAnnotation(Outcome.class, OutcomeForm.class);
    setMixInAnnotation(Selection.class, SelectionForm.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = Outcome.AlreadySo.class, name = "alreadySo"),
    @JsonSubTypes.Type(value = Outcome.Conflict.class, name = "conflict"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Unknown.class, name = "unknown")
  })
  private interface OutcomeForm {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Selection.All.class, name = "all"),
    @JsonSubTypes.Type(value = Selection.Include.class, name = "include"),
    @JsonSubTypes.Type(value = Selection.Exclude.class, name = "exclude")
  })
  private interface SelectionForm {}

  private static final class InstantForm extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantForm() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }

  /// Sets in their natural order: the order of an immutable set is another one in each JVM.
  private static final class Sorted extends StdSerializer<Set<?>> {
    private static final long serialVersionUID = 1L;

    Sorted() {
      super(Set.class, false);
    }

    @Override
    public void serialize(Set<?> set, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartArray();
      for (Object element : new TreeSet<>(set)) {
        provider.defaultSerializeValue(element, json);
      }
      json.writeEndArray();
    }
  }
}
