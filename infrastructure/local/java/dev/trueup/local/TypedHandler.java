package dev.trueup.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;

/// A handler of objects as one of streams, with the serialisers that Lambda's Java runtime uses:
/// its own for the types of aws-lambda-java-events, Jackson for maps, records and beans.
public final class TypedHandler<I, O> implements RequestStreamHandler {
  private final RequestHandler<I, O> handler;
  private final PojoSerializer<I> input;

  public TypedHandler(RequestHandler<I, O> handler, Class<I> inputType) {
    this.handler = handler;
    this.input = serializer(inputType);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream output, Context context) {
    O answer = handler.handleRequest(input.fromJson(event), context);
    if (answer != null) {
      write(answer, output);
    }
  }

  @SuppressWarnings("unchecked") // the class of a value is one that its serialiser writes
  private static <T> void write(T value, OutputStream output) {
    serializer((Class<T>) value.getClass()).toJson(value, output);
  }

  private static <T> PojoSerializer<T> serializer(Class<T> type) {
    return LambdaEventSerializers.isLambdaSupportedEvent(type.getName())
        ? LambdaEventSerializers.serializerFor(type, type.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
