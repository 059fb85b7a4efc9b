package dev.warmline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.DynamoLeadStore;
import dev.warmline.aws.dynamo.Schema;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.dynamo.Tables;
import dev.warmline.event.Erasures;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore.Change.AddNotice;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Notice.State;
import dev.warmline.testkit.TestLeads;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

class RestoreTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Notice NOTICE = TestLeads.notice("ada", 1);

  private static DynamoDBProxyServer server;
  private static DynamoDbClient client;
  private static int tests;

  private TableNames copy;
  private TableNames stack;

  @BeforeAll
  static void startTheDatabase() throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"});
    server.start();
    client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + port))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterAll
  static void stopTheDatabase() throws Exception {
    client.close();
    server.stop();
  }

  @BeforeEach
  void makeTables() {
    tests++;
    copy = TableNames.withPrefix("copy" + tests);
    stack = TableNames.withPrefix("stack" + tests);
    Tables.create(client, copy);
    Tables.create(client, stack);
  }

  @Test
  void whatIsMissingComesBackAndWhatIsThereStays() {
    put(copy.events(), "u.1", "a", Schema.BODY, "old");
    put(copy.events(), "u.1", "c", Schema.BODY, "old");
    put(stack.events(), "u.1", "a", Schema.BODY, "kept");

    var items = new Restore(client, copy.events(), stack.events(), Erasures.NONE, NOW).items();

    assertThat(items).isEqualTo(1);
    assertThat(get(stack.events(), "u.1", "a", Schema.BODY)).isEqualTo("kept");
    assertThat(get(stack.events(), "u.1", "c", Schema.BODY)).isEqualTo("old");
  }

  @Test
  void aLostLeadComesBackWithItsHistoryItsClosedNoticeAndItsLinks() {
    lead(copy.leads(), "l-1", 7, 2);
    new DynamoLeadStore(client, copy.leads()).commit(List.of(new AddNotice(NOTICE)));
    put(copy.leads(), "l-1", Schema.STAGES + "000002", Schema.TO, "MQL");
    put(copy.leads(), "u.1", Schema.LINK, Schema.LINKED_LEAD, "l-1");

    var items = new Restore(client, copy.leads(), stack.leads(), Erasures.NONE, NOW).leads();

    assertThat(items).isEqualTo(4);
    assertThat(entries(stack.leads(), "l-1")).isEqualTo(2);
    assertThat(new DynamoLeadStore(client, stack.leads()).findNotice(NOTICE.id()))
        .map(Notice::state)
        .contains(new State.Voided(NOW, "restored"));
    assertThat(get(stack.leads(), "l-1", Schema.STAGES + "000002", Schema.TO)).isEqualTo("MQL");
    assertThat(get(stack.leads(), "u.1", Schema.LINK, Schema.LINKED_LEAD)).isEqualTo("l-1");
  }

  @Test
  void aLeadThatHasGoneOnSinceStaysAndKeepsItsHistory() {
    lead(copy.leads(), "l-1", 7, 1);
    put(copy.leads(), "l-1", Schema.STAGES + "000001", Schema.TO, "old");
    lead(stack.leads(), "l-1", 9, 2);
    put(stack.leads(), "l-1", Schema.STAGES + "000001", Schema.TO, "kept");

    new Restore(client, copy.leads(), stack.leads(), Erasures.NONE, NOW).leads();

    assertThat(number(stack.leads(), "l-1", Schema.VERSION)).isEqualTo(9);
    assertThat(get(stack.leads(), "l-1", Schema.STAGES + "000001", Schema.TO)).isEqualTo("kept");
  }

  @Test
  void aLeadThatBeganAnewAfterTheLossTakesTheLongerHistory() {
    lead(copy.leads(), "l-1", 7, 3);
    put(copy.leads(), "l-1", Schema.STAGES + "000001", Schema.TO, "old");
    lead(stack.leads(), "l-1", 8, 1);
    put(stack.leads(), "l-1", Schema.STAGES + "000001", Schema.TO, "anew");
    put(stack.leads(), "l-1", Schema.DELIVERY, Schema.DONE, "kept");
    put(copy.leads(), "l-1", Schema.DELIVERY, Schema.DONE, "old");
    put(copy.leads(), "l-1", Schema.CYCLES + "000001", Schema.WHY, "old");
    put(stack.leads(), "l-1", Schema.CYCLES + "000001", Schema.WHY, "anew");

    new Restore(client, copy.leads(), stack.leads(), Erasures.NONE, NOW).leads();

    assertThat(entries(stack.leads(), "l-1")).isEqualTo(3);
    assertThat(number(stack.leads(), "l-1", Schema.VERSION)).isEqualTo(9);
    assertThat(get(stack.leads(), "l-1", Schema.STAGES + "000001", Schema.TO)).isEqualTo("old");
    assertThat(get(stack.leads(), "l-1", Schema.CYCLES + "000001", Schema.WHY)).isEqualTo("old");
    assertThat(get(stack.leads(), "l-1", Schema.DELIVERY, Schema.DONE)).isEqualTo("kept");
  }

  @Test
  void doingItTwicePutsNothingMore() {
    lead(copy.leads(), "l-1", 7, 2);
    lead(copy.leads(), "l-2", 7, 2);
    var restore = new Restore(client, copy.leads(), stack.leads(), Erasures.NONE, NOW);
    restore.leads();

    var again = new Restore(client, copy.leads(), stack.leads(), Erasures.NONE, NOW).leads();

    assertThat(again).isZero();
  }

  private static void lead(String table, String id, int version, int entries) {
    var lead =
        TestLeads.withHistory(Lead.founded(new LeadId(id), TestLeads.user(id), NOW), entries);
    for (var write = 1; write <= version; write++) {
      new DynamoLeadStore(client, table)
          .commit(List.of(new PutLead(lead.withVersion(write), write - 1)));
    }
  }

  private static void put(String table, String pk, String sk, String name, String value) {
    var item = new HashMap<>(key(pk, sk));
    item.put(name, AttributeValue.fromS(value));
    client.putItem(put -> put.tableName(table).item(item));
  }

  private static String get(String table, String pk, String sk, String name) {
    return attribute(table, key(pk, sk), name).s();
  }

  private static int entries(String table, String id) {
    return new DynamoLeadStore(client, table)
        .findLead(new LeadId(id))
        .orElseThrow()
        .standing()
        .position()
        .entries();
  }

  private static int number(String table, String pk, String name) {
    return Integer.parseInt(attribute(table, key(pk, Schema.LEAD), name).n());
  }

  private static AttributeValue attribute(
      String table, Map<String, AttributeValue> key, String name) {
    var item = client.getItem(get -> get.tableName(table).key(key)).item();
    return Objects.requireNonNull(item.get(name), name);
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(Schema.PK, AttributeValue.fromS(pk), Schema.SK, AttributeValue.fromS(sk));
  }
}
