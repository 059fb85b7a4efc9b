package dev.warmline.aws.dynamo;

import dev.warmline.aws.runtime.Clients;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** One DynamoDB Local in memory for all tests of this process; each test gets tables of its own. */
public final class LocalDynamo {
  private static final AtomicInteger TABLES = new AtomicInteger();
  private static final int PORT = start();
  private static final DynamoDbClient CLIENT = Clients.configured(builder()).build();

  private LocalDynamo() {}

  /** A client of the server. */
  public static DynamoDbClient client() {
    return CLIENT;
  }

  /** A client whose every call passes an interceptor. */
  static DynamoDbClient client(ExecutionInterceptor interceptor) {
    return builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(override -> override.addExecutionInterceptor(interceptor))
        .build();
  }

  /** Fresh, empty tables. */
  public static TableNames freshTables() {
    var names = TableNames.withPrefix("test-" + TABLES.incrementAndGet());
    Tables.create(CLIENT, names);
    return names;
  }

  private static int start() {
    int port = freePort();
    try {
      var arguments =
          new String[] {
            "-inMemory", "-sharedDb", "-port", Integer.toString(port), "-disableTelemetry"
          };
      ServerRunner.createServerFromCommandLineArgs(arguments).start();
      return port;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static DynamoDbClientBuilder builder() {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + PORT))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException("no free port", e);
    }
  }
}
