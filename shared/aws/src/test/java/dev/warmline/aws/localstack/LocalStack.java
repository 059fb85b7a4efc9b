package dev.warmline.aws.localstack;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.aws.runtime.Clients;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** Clients of the services in one container: those the functions have, and patient ones. */
final class LocalStack {
  private static final String PUBLIC_IMAGE = "localstack/localstack";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final TableNames TABLES = TableNames.withPrefix("contracts");
  private static final AttributeValue NONE = AttributeValue.fromS("none");
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final LocalStackContainer container;

  LocalStack(LocalStackContainer container) {
    this.container = container;
  }

  /** The container, not started; its image is named by {@code warmline.localstack.image}. */
  static LocalStackContainer container() {
    var image = System.getProperty("warmline.localstack.image", PUBLIC_IMAGE + ":4.14.0");
    return new LocalStackContainer(
            DockerImageName.parse(image).asCompatibleSubstituteFor(PUBLIC_IMAGE))
        .withServices("dynamodb", "sns", "sqs", "secretsmanager");
  }

  DynamoDbClient tables() {
    return at(Clients.configured(DynamoDbClient.builder())).build();
  }

  SnsClient topics() {
    return at(Clients.configured(SnsClient.builder())).build();
  }

  SecretsManagerClient secrets() {
    return at(Clients.configured(SecretsManagerClient.builder())).build();
  }

  Queue queue(String name) {
    return new Queue(container.getEndpoint(), container.getRegion(), name);
  }

  /** Makes the tables. The first call takes longer than a function would wait. */
  void createTables() {
    try (var patient = at(DynamoDbClient.builder()).httpClientBuilder(slow()).build()) {
      Tables.create(patient, TABLES);
    }
  }

  /** The tables without their items: emptying is quicker than making new ones. */
  TableNames emptyTables() {
    try (var client = tables()) {
      Stream.of(TABLES.events(), TABLES.leads(), TABLES.parked(), TABLES.models())
          .forEach(table -> empty(client, table));
    }
    return TABLES;
  }

  String freshName() {
    return "test-" + NAMES.incrementAndGet();
  }

  private static void empty(DynamoDbClient client, String table) {
    client.scanPaginator(scan -> scan.tableName(table)).items().stream()
        .map(
            item ->
                Map.of(
                    Schema.PK,
                    item.getOrDefault(Schema.PK, NONE),
                    Schema.SK,
                    item.getOrDefault(Schema.SK, NONE)))
        .forEach(key -> client.deleteItem(delete -> delete.tableName(table).key(key)));
  }

  private static UrlConnectionHttpClient.Builder slow() {
    return UrlConnectionHttpClient.builder().socketTimeout(PATIENCE);
  }

  private <B extends AwsClientBuilder<B, C>, C> B at(B builder) {
    return builder
        .endpointOverride(container.getEndpoint())
        .region(Region.of(container.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(container.getAccessKey(), container.getSecretKey())));
  }
}
