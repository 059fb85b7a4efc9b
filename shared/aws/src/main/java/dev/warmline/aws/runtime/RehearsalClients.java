package dev.warmline.aws.runtime;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Clients that talk to this process alone: a rehearsal goes through the real adapters. */
public final class RehearsalClients {
  /** Not a secret: requests are signed with it, so that signing is warm, and go nowhere. */
  private static final AwsBasicCredentials NOBODY = AwsBasicCredentials.create("nobody", "nothing");

  /**
   * The providers that functions have are made, so that their classes are there, and not asked:
   * nothing secret is in a snapshot.
   */
  private static final AwsCredentialsProvider CHAIN =
      AwsCredentialsProviderChain.builder()
          .credentialsProviders(
              StaticCredentialsProvider.create(NOBODY),
              EnvironmentVariableCredentialsProvider.create(),
              ContainerCredentialsProvider.create())
          .build();

  private RehearsalClients() {}

  /** A client for these tables, without real credentials; it is closed with them. */
  public static DynamoDbClient tables(RehearsalTables tables) {
    return tables.serving(canned(DynamoDbClient.builder(), tables).build());
  }

  /** A client whose messages reach nobody; it is closed with these tables. */
  public static SnsClient topic(RehearsalTables tables) {
    return tables.serving(canned(SnsClient.builder(), tables).build());
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B canned(
      B builder, RehearsalTables tables) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(CHAIN)
        .endpointOverride(tables.address())
        .overrideConfiguration(LambdaClients::limit)
        .httpClient(LambdaClients.http());
  }
}
