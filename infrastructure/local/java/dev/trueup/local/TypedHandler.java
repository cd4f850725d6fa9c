package dev.trueup.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;

/// A handler of objects as one of streams, with the serialisers that Lambda's Java runtime uses:
/// its own for the types of aws-lambda-java-events, its Jackson for maps and beans. Records are not
/// among what that can read; a handler of records reads its stream itself.
public final class TypedHandler<I, O> implements RequestStreamHandler {
  private final RequestHandler<I, O> handler;
  private final PojoSerializer<?> input;

  /// Wraps a handler.
  ///
  /// @param inputType that of `I`; a class, or a type with arguments
  public TypedHandler(RequestHandler<I, O> handler, Type inputType) {
    this.handler = handler;
    this.input = serializer(inputType);
  }

  @Override
  @SuppressWarnings("unchecked") // the serialiser was made for I
  public void handleRequest(InputStream event, OutputStream output, Context context) {
    O answer = handler.handleRequest((I) input.fromJson(event), context);
    if (answer != null) {
      write(answer, output);
    }
  }

  @SuppressWarnings("unchecked") // the serialiser is made for the value's own class
  private static void write(Object value, OutputStream output) {
    ((PojoSerializer<Object>) serializer(value.getClass())).toJson(value, output);
  }

  private static PojoSerializer<?> serializer(Type type) {
    return type instanceof Class<?> c && LambdaEventSerializers.isLambdaSupportedEvent(c.getName())
        ? LambdaEventSerializers.serializerFor(c, c.getClassLoader())
        : JacksonFactory.getInstance().getSerializer(type);
  }
}
