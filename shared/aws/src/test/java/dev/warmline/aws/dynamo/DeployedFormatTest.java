package dev.warmline.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;

class DeployedFormatTest {
  private static final String ARN = "arn:aws:dynamodb:eu-central-1:123456789012:table/models";

  @Test
  void theTagOfTheTableSaysWhichFormatTheFunctionsKnow() {
    var other = Tag.builder().key("team").value("growth").build();
    var format = Tag.builder().key(DeployedFormat.TAG).value("7").build();

    assertThat(DeployedFormat.of(new Tagged(List.of(other, format)), "models")).isEqualTo(7);
  }

  @Test
  void aTableWithoutTheTagIsOfTheFirstFormat() {
    assertThat(DeployedFormat.of(new Tagged(List.of()), "models")).isEqualTo(1);
  }

  @Test
  void whoMayNotReadTheTagIsToldSo() {
    assertThatThrownBy(() -> DeployedFormat.of(new Tagged(List.of()), "others"))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("which model format the stack knows");
  }

  @Test
  void aModelOfTheFirstFormatIsPublishedWithoutAskingWhatTheStackKnows()
      throws JsonProcessingException {
    var model = (ObjectNode) Json.read("{\"name\":\"plain\",\"scores\":{}}");
    var publisher =
        new ModelPublisher(
            LocalDynamo.client(),
            LocalDynamo.freshTables().models(),
            () -> {
              throw new AssertionError("asked");
            });

    assertThat(publisher.publish(model, ModelPublisher.Quiet.KEEP, Instant.EPOCH).number())
        .isEqualTo(1);
  }

  /** One table, with these tags. */
  private record Tagged(List<Tag> tags) implements DynamoDbClient {

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
      if (!request.tableName().equals("models")) {
        throw DynamoDbException.builder().message("denied").statusCode(400).build();
      }
      return DescribeTableResponse.builder().table(table -> table.tableArn(ARN)).build();
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest request) {
      assertThat(request.resourceArn()).isEqualTo(ARN);
      return ListTagsOfResourceResponse.builder().tags(tags).build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
