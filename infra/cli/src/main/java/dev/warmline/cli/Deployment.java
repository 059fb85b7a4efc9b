package dev.warmline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.aws.dynamo.DeployedFormat;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Clients;
import dev.warmline.rule.ModelFormat;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Topic;

/** The options that say which deployment is meant. */
final class Deployment {
  private static final StaticCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  private static final int TIME_LIMIT_MILLIS = 5_000;
  private static final int MOST_WORDS = 120;

  @Option(
      names = "--local",
      arity = "0..1",
      fallbackValue = "http://127.0.0.1:8080",
      paramLabel = "URL",
      description = "the stack that infra/up runs (default address: ${FALLBACK-VALUE})")
  private @Nullable URI local;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description =
          "a deployed stack, with the region and credentials that the aws command line would use")
  private @Nullable String stack;

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "another address of DynamoDB, for example an emulator's")
  private @Nullable URI endpoint;

  /** Whether one is named. */
  boolean isNamed() {
    return local != null || stack != null;
  }

  /**
   * Connects to it.
   *
   * @throws Failure if none or two are named, or it cannot be found
   */
  Connection open() {
    if (local != null && stack != null) {
      throw Failure.wrongInput("--local and --stack exclude each other: name one");
    }
    if (local != null) {
      return ofLocal(local);
    }
    if (stack == null) {
      throw Failure.wrongInput("say where: --local for infra/up, --stack NAME for a deployment");
    }
    return ofStack(stack);
  }

  /**
   * A client for the topic of alerts of a deployed stack.
   *
   * @throws Failure if none is named
   */
  SnsClient openMails() {
    if (stack == null) {
      throw Failure.wrongInput("mails go out of a deployed stack: say --stack NAME");
    }
    return deployed(SnsClient.builder());
  }

  /** The topic of alerts of the stack, by the name that CloudFormation gives it. */
  String alertTopic(SnsClient client) {
    var part = ":" + stack + "-AlertTopic-";
    return client.listTopicsPaginator().topics().stream()
        .map(Topic::topicArn)
        .filter(arn -> arn.contains(part))
        .findFirst()
        .orElseThrow(() -> Failure.unavailable("stack " + stack + " has no topic of alerts here"));
  }

  private Connection ofStack(String name) {
    try {
      var client = deployed(DynamoDbClient.builder());
      var tables = StackTables.find(client, name);
      return new Connection(
          client,
          () -> deployed(DynamoDbStreamsClient.builder()),
          tables,
          () -> DeployedFormat.of(client, tables.models()));
    } catch (SdkException e) {
      throw Failure.unavailable(
          "stack "
              + name
              + " cannot be reached: set AWS_REGION, and AWS_PROFILE or access keys, as for the aws"
              + " command line ("
              + firstWords(e)
              + ")");
    }
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C deployed(B builder) {
    Optional.ofNullable(endpoint).ifPresent(builder::endpointOverride);
    return Clients.configured(builder).build();
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C local(
      B builder, URI address) {
    return Clients.configured(builder)
        .endpointOverride(address)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(NOBODY)
        .build();
  }

  /** The SDK lists every provider it tried. */
  private static String firstWords(SdkException e) {
    var words = String.valueOf(e.getMessage());
    return words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS) + "...";
  }

  private static Connection ofLocal(URI address) {
    var about = about(address);
    var tables = about.path("tables");
    var dynamodb = URI.create(about.path("dynamodb").asText());
    return new Connection(
        local(DynamoDbClient.builder(), dynamodb),
        () -> local(DynamoDbStreamsClient.builder(), dynamodb),
        new TableNames(
            tables.path("events").asText(),
            tables.path("leads").asText(),
            tables.path("parked").asText(),
            tables.path("models").asText()),
        () -> about.path("modelFormat").asInt(ModelFormat.FIRST));
  }

  private static JsonNode about(URI address) {
    try {
      var connection = address.resolve("/_local/about").toURL().openConnection();
      connection.setConnectTimeout(TIME_LIMIT_MILLIS);
      connection.setReadTimeout(TIME_LIMIT_MILLIS);
      try (var body = connection.getInputStream()) {
        return new ObjectMapper().readTree(body.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw Failure.unavailable(
          "no local stack answers at " + address + ": start it with infra/up, or say --local URL");
    }
  }
}
