package dev.warmline.aws.runtime;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * The SDK clients of the programs that people run: the small HTTP client, time limits that leave
 * room below the API's 29 seconds, few retries. Region, credentials, profiles and {@code
 * AWS_ENDPOINT_URL} come from where the SDK looks for them. Functions have {@link LambdaClients}.
 */
public final class Clients {
  static final Duration CONNECT = Duration.ofSeconds(1);
  static final Duration SOCKET = Duration.ofSeconds(4);
  private static final Duration ATTEMPT = Duration.ofSeconds(4);

  /** The longest that a call may take, with all its attempts. */
  public static final Duration CALL = Duration.ofSeconds(8);

  private static final int ATTEMPTS = 4;

  static {
    keepConnections();
  }

  private Clients() {}

  /** A client for the tables. */
  public static DynamoDbClient dynamoDb() {
    return configured(DynamoDbClient.builder()).build();
  }

  /** A client for the alert topic. */
  public static SnsClient sns() {
    return configured(SnsClient.builder()).build();
  }

  /** Gives any builder the HTTP client, time limits and retries that all clients here have. */
  public static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SOCKET))
        .overrideConfiguration(Clients::limit);
  }

  /** The time limits and retries that all clients here have. */
  static void limit(ClientOverrideConfiguration.Builder override) {
    override
        .apiCallAttemptTimeout(ATTEMPT)
        .apiCallTimeout(CALL)
        .retryStrategy(StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build());
  }

  /** The JDK keeps five idle connections per host unless told before its first use. */
  private static void keepConnections() {
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", "64");
    }
  }
}
