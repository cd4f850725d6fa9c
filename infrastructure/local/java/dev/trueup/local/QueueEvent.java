package dev.trueup.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/// Messages as Lambda's event source mapping hands them to a function.
///
/// Source: docs.aws.amazon.com/lambda/latest/dg/with-sqs.html.
final class QueueEvent {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private QueueEvent() {}

  static JsonNode of(List<Message> messages, String queueArn) {
    ObjectNode event = JSON.objectNode();
    ArrayNode records = event.putArray("Records");
    messages.forEach(message -> records.add(entry(message, queueArn)));
    return event;
  }

  private static ObjectNode entry(Message message, String queueArn) {
    ObjectNode entry = JSON.objectNode();
    entry.put("messageId", message.messageId()).put("receiptHandle", message.receiptHandle());
    entry.put("body", message.body());
    ObjectNode attributes = entry.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    entry.set("messageAttributes", messageAttributes(message.messageAttributes()));
    entry.put("md5OfBody", message.md5OfBody());
    entry.put("eventSource", "aws:sqs").put("eventSourceARN", queueArn);
    entry.put("awsRegion", LocalQueue.REGION);
    return entry;
  }

  private static ObjectNode messageAttributes(Map<String, MessageAttributeValue> attributes) {
    ObjectNode json = JSON.objectNode();
    attributes.forEach((name, value) -> {
      ObjectNode attribute = json.putObject(name);
      if (value.stringValue() != null) {
        attribute.put("stringValue", value.stringValue());
      }
      if (value.binaryValue() != null) {
        attribute.put("binaryValue", value.binaryValue().asByteArray());
      }
      attribute.putArray("stringListValues");
      attribute.putArray("binaryListValues");
      attribute.put("dataType", value.dataType());
    });
    return json;
  }
}
