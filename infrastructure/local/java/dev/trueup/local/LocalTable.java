package dev.trueup.local;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/// DynamoDB Local in this process, with one table.
///
/// It needs SQLite's native library, which it finds on the class path beside its jar, for x86-64
/// only; `-Dsqlite4java.library.path` names another folder. Its first start takes about a second.
/// It leaves threads behind that are no daemons, so a program that has used it ends with
/// `System.exit`.
public final class LocalTable implements AutoCloseable {
  /// Without it, DynamoDB Local reports its start to its makers.
  private static final boolean NO_TELEMETRY = true;

  private static final String FILE = "dynamodb.db";

  private final AmazonDynamoDBLocal database;
  private final DynamoDbClient client;

  private LocalTable(AmazonDynamoDBLocal database, CreateTableRequest table) {
    this.database = database;
    this.client = database.dynamoDbClient();
    try {
      client.createTable(table);
    } catch (ResourceInUseException _) {
      client.describeTable(request -> request.tableName(table.tableName()));
    }
  }

  /// A table that is gone with this process.
  public static LocalTable inMemory(CreateTableRequest table) {
    return new LocalTable(DynamoDBEmbedded.create(NO_TELEMETRY), table);
  }

  /// A table whose items are in a directory; it is created there if it is not there.
  public static LocalTable in(Path directory, CreateTableRequest table) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + directory, e);
    }
    return new LocalTable(
        DynamoDBEmbedded.create(directory.resolve(FILE).toFile(), NO_TELEMETRY), table);
  }

  public DynamoDbClient client() {
    return client;
  }

  @Override
  public void close() {
    client.close();
    database.shutdown();
  }
}
