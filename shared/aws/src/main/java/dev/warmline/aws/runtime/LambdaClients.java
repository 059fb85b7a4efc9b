package dev.warmline.aws.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The SDK clients of a function. As {@link Clients}, but they take for granted what Lambda gives
 * and do not look elsewhere, because looking costs start-up: the region and the credentials are in
 * the environment, there are no profile files and no proxies. TLS is made ready on a thread of its
 * own while the rest starts.
 *
 * <p>A function carries the SDK modules it uses and no others, so nothing here names a client's
 * class before that client is asked for.
 */
public final class LambdaClients {
  private final Map<String, String> environment;

  static {
    withoutSdkLog();
  }

  private LambdaClients(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Clients as the environment of this process says. */
  public static LambdaClients ofProcess() {
    return in(System.getenv());
  }

  /** Clients as this environment says. */
  static LambdaClients in(Map<String, String> environment) {
    var clients = new LambdaClients(environment);
    clients.prepareTls();
    return clients;
  }

  /** A client for the tables. */
  public DynamoDbClient dynamoDb() {
    return configured(DynamoDbClient.builder()).build();
  }

  /** A client for the alert topic. */
  public SnsClient sns() {
    return configured(SnsClient.builder()).build();
  }

  /** A client for secrets. */
  public SecretsManagerClient secretsManager() {
    return configured(SecretsManagerClient.builder()).build();
  }

  /** The kind of client for the tables, to be warmed up. */
  public static Class<? extends SdkClient> tables() {
    return DynamoDbClient.class;
  }

  /** The kind of client for the alert topic, to be warmed up. */
  public static Class<? extends SdkClient> topic() {
    return SnsClient.class;
  }

  /** The kind of client for secrets, to be warmed up. */
  public static Class<? extends SdkClient> secrets() {
    return SecretsManagerClient.class;
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder) {
    Optional.ofNullable(environment.get("AWS_REGION")).map(Region::of).ifPresent(builder::region);
    return builder
        .credentialsProvider(credentials())
        .httpClient(http())
        .overrideConfiguration(LambdaClients::limit);
  }

  /** A function that starts from a snapshot has no keys in its environment but a place to ask. */
  private AwsCredentialsProvider credentials() {
    return environment.containsKey("AWS_ACCESS_KEY_ID")
        ? EnvironmentVariableCredentialsProvider.create()
        : ContainerCredentialsProvider.create();
  }

  /** The HTTP client, without looking for proxies or making TLS ready. */
  static SdkHttpClient http() {
    return UrlConnectionHttpClient.create(LambdaClients::connect);
  }

  /** The limits of {@link Clients}, and no profile files. */
  public static void limit(ClientOverrideConfiguration.Builder override) {
    var none = ProfileFile.aggregator().build();
    override.defaultProfileFile(none);
    Clients.limit(override);
  }

  private static HttpURLConnection connect(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout((int) Clients.CONNECT.toMillis());
      connection.setReadTimeout((int) Clients.SOCKET.toMillis());
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Nobody listens to what the SDK logs: that is said before it looks for a listener, and warns.
   */
  private static void withoutSdkLog() {
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    System.setProperty("slf4j.internal.verbosity", "ERROR");
  }

  private void prepareTls() {
    if (environment.entrySet().stream().noneMatch(LambdaClients::isPlainEndpoint)) {
      Thread.ofPlatform()
          .daemon()
          .name("tls")
          .start(HttpsURLConnection::getDefaultSSLSocketFactory);
    }
  }

  private static boolean isPlainEndpoint(Map.Entry<String, String> variable) {
    return variable.getKey().startsWith("AWS_ENDPOINT_URL")
        && variable.getValue().startsWith("http:");
  }
}
