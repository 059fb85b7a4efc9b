package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.StoreUnavailable;
import dev.warmline.lead.LeadStore.Change.AddEntry;
import dev.warmline.lead.LeadStore.Change.PutLead;
import dev.warmline.lead.Stage;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * A deployment that is wrong (another key, no index, no permission, no table) is trouble that
 * passes once it is mended: nothing may be given up as if the record were at fault.
 */
class MisdeploymentTest {
  private static final PutLead LEAD =
      new PutLead(TestLeads.next(TestLeads.lead("u-7", Stage.MQL), Stage.MQL, Optional.empty()), 0);

  @Test
  void aTableWithAnotherKeyMayBeMended() {
    var table = tableWithoutSortKey("other-key");
    var log = new DynamoEventLog(LocalDynamo.client(), table);
    var leads = new DynamoLeadStore(LocalDynamo.client(), table);

    assertMayPass(() -> log.append(List.of(TestEvents.page("e-1", "/").build())));
    assertMayPass(() -> leads.commit(List.of(LEAD)));
    assertMayPass(
        () ->
            leads.commit(
                List.of(LEAD, new AddEntry(LEAD.lead().id(), TestLeads.becameMql(1, "why")))));
    assertMayPass(() -> leads.findLead(LEAD.lead().id()));
  }

  @Test
  void aTableWithoutTheIndexMayBeMended() {
    var leads = new DynamoLeadStore(LocalDynamo.client(), LocalDynamo.freshTables().models());

    assertMayPass(() -> leads.listDue(Instant.EPOCH, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ValidationException",
        "ResourceNotFoundException",
        "AccessDeniedException",
        "UnrecognizedClientException"
      })
  void whatIsSaidOfTheDeploymentIsNotSaidOfTheRecord(String code) {
    var client = new Refusing(code, "One or more parameter values were invalid");
    var log = new DynamoEventLog(client, "events");
    var leads = new DynamoLeadStore(client, "leads");

    assertMayPass(() -> log.append(List.of(TestEvents.page("e-1", "/").build())));
    assertMayPass(() -> leads.commit(List.of(LEAD)));
  }

  private static void assertMayPass(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(StoreUnavailable.class);
  }

  private static String tableWithoutSortKey(String name) {
    LocalDynamo.client()
        .createTable(
            create ->
                create
                    .tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .keySchema(
                        KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build())
                    .attributeDefinitions(
                        AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build()));
    return name;
  }

  /** Answers every put with this error. */
  private record Refusing(String code, String message) implements DynamoDbClient {

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      throw DynamoDbException.builder()
          .statusCode(400)
          .message(message)
          .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
