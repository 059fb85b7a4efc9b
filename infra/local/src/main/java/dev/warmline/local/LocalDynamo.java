package dev.warmline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local in this process, in memory or in a folder that outlives it. */
public final class LocalDynamo implements AutoCloseable {
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final DynamoDBProxyServer server;
  private final URI endpoint;

  private LocalDynamo(DynamoDBProxyServer server, URI endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  /**
   * Starts the database.
   *
   * @param folder where it keeps everything, also over {@code kill -9}; empty keeps it in memory
   * @throws IllegalStateException if it cannot start
   */
  public static LocalDynamo start(Optional<Path> folder) {
    var port = freePort();
    try {
      var server = folder.isPresent() ? FolderDatabase.server(folder.get(), port) : inMemory(port);
      server.start();
      return new LocalDynamo(server, URI.create("http://127.0.0.1:" + port));
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  private static DynamoDBProxyServer inMemory(int port) throws Exception {
    return ServerRunner.createServerFromCommandLineArgs(
        new String[] {"-sharedDb", "-disableTelemetry", "-inMemory", "-port", "" + port});
  }

  /** Where it answers, on this machine only. */
  public URI endpoint() {
    return endpoint;
  }

  /** A new client for tables. */
  public DynamoDbClient tables() {
    return reaching(DynamoDbClient.builder()).build();
  }

  /** A new client for their streams. */
  public DynamoDbStreamsClient streams() {
    return reaching(DynamoDbStreamsClient.builder()).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B reaching(B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(NOBODY)
        .httpClient(UrlConnectionHttpClient.create());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop: " + e.getMessage(), e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
