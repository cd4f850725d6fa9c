package dev.trueup.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.trueup.catalog.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// A [Value] in JSON's own terms, told apart by the kind of token: absent is `null`, text a string,
/// a whole number an integer, a flag `true` or `false`, items an array, and an amount, which JSON
/// has no exact form for, `{"amount":"1.5"}`.
final class ValueForm {
  private static final String AMOUNT = "amount";

  private ValueForm() {}

  static final class Writing extends StdSerializer<Value> {
    private static final long serialVersionUID = 1L;

    Writing() {
      super(Value.class);
    }

    @Override
    public void serialize(Value value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      switch (value) {
        case Value.Absent _ -> json.writeNull();
        case Value.Text(String text) -> json.writeString(text);
        case Value.Whole(long number) -> json.writeNumber(number);
        case Value.Flag(boolean set) -> json.writeBoolean(set);
        case Value.Amount(BigDecimal amount) -> {
          json.writeStartObject();
          json.writeStringField(AMOUNT, amount.toString());
          json.writeEndObject();
        }
        case Value.Items(List<Value> items) -> {
          json.writeStartArray();
          for (Value item : items) {
            serialize(item, json, provider);
          }
          json.writeEndArray();
        }
      }
    }
  }

  static final class Reading extends StdDeserializer<Value> {
    private static final long serialVersionUID = 1L;

    Reading() {
      super(Value.class);
    }

    @Override
    public Value getNullValue(DeserializationContext context) {
      return Value.absent();
    }

    @Override
    public Value deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return switch (json.currentToken()) {
        case VALUE_NULL -> Value.absent();
        case VALUE_STRING -> Value.of(json.getText());
        case VALUE_NUMBER_INT -> Value.of(json.getLongValue());
        case VALUE_TRUE -> Value.of(true);
        case VALUE_FALSE -> Value.of(false);
        case START_OBJECT -> amount(json);
        case START_ARRAY -> items(json, context);
        default -> throw unreadable(json);
      };
    }

    private static Value amount(JsonParser json) throws IOException {
      if (!AMOUNT.equals(json.nextFieldName()) || json.nextToken() != JsonToken.VALUE_STRING) {
        throw unreadable(json);
      }
      Value amount = Value.of(new BigDecimal(json.getText()));
      if (json.nextToken() != JsonToken.END_OBJECT) {
        throw unreadable(json);
      }
      return amount;
    }

    private Value items(JsonParser json, DeserializationContext context) throws IOException {
      var items = new ArrayList<Value>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(deserialize(json, context));
      }
      return new Value.Items(items);
    }

    private static IOException unreadable(JsonParser json) {
      return JsonMappingException.from(json, "a value is not written like this");
    }
  }
}
