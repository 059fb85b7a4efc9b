package dev.warmline.aws.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.Message;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

class SnsAlertPublisherTest {
  private static final NoticeId ID = NoticeId.qualified(new LeadId("l-ada"), 2);
  private static final Map<String, String> ATTRIBUTES =
      Map.of("segment", "enterprise", "tier", "hot", "queue", "inbound-sdr", "owner", "");

  private final Topic topic = new Topic();
  private final SnsAlertPublisher publisher =
      new SnsAlertPublisher(topic, "arn:aws:sns:eu-central-1:123456789012:alerts");

  @Test
  void peopleGetTextAndMachinesGetJson() throws JsonProcessingException {
    publisher.publish(ID, new Message("Ada is warm", "Hello sales", "{\"v\":1}", ATTRIBUTES));

    var request = topic.requests.getFirst();
    assertThat(request.topicArn()).endsWith(":alerts");
    assertThat(request.messageStructure()).isEqualTo("json");
    var bodies = new ObjectMapper().readTree(request.message());
    assertThat(names(bodies)).containsExactly("default", "email", "lambda", "sqs", "https");
    assertThat(bodies.path("default").asText()).isEqualTo("Hello sales");
    assertThat(bodies.path("email").asText()).isEqualTo("Hello sales");
    for (var machine : List.of("lambda", "sqs", "https")) {
      assertThat(bodies.path(machine).asText()).as(machine).isEqualTo("{\"v\":1}");
    }
  }

  @Test
  void attributesAreForFiltersAndCarryTheAlertIdAndNothingEmpty() {
    publisher.publish(ID, new Message("Ada is warm", "text", "{}", ATTRIBUTES));

    var attributes = topic.requests.getFirst().messageAttributes();
    assertThat(attributes).containsOnlyKeys("segment", "tier", "queue", "alertId");
    assertThat(attributes)
        .containsEntry(
            "alertId",
            MessageAttributeValue.builder().dataType("String").stringValue(ID.value()).build());
    assertThat(attributes.values()).allMatch(value -> value.dataType().equals("String"));
  }

  @Test
  void aSubjectThatSnsWouldRefuseIsMended() {
    publisher.publish(ID, new Message("M\u00fcller\r\n" + "x".repeat(200), "t", "{}", Map.of()));
    publisher.publish(ID, new Message("\u65e5\u672c", "t", "{}", Map.of()));

    assertThat(topic.requests.get(0).subject())
        .hasSize(99)
        .matches("[ -~]+")
        .startsWith("M ller x");
    assertThat(topic.requests.get(1).subject()).isEqualTo("Qualified lead");
  }

  @Test
  void troubleWithTheTopicIsAFailedPublish() {
    topic.isDown = true;

    assertThatThrownBy(() -> publisher.publish(ID, new Message("s", "t", "{}", Map.of())))
        .isInstanceOf(PublishFailed.class)
        .hasMessageContaining(ID.value());
  }

  private static List<String> names(JsonNode json) {
    var names = new ArrayList<String>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static final class Topic implements SnsClient {
    private final List<PublishRequest> requests = new ArrayList<>();
    private boolean isDown;

    @Override
    public PublishResponse publish(PublishRequest request) {
      if (isDown) {
        throw SdkClientException.create("down");
      }
      requests.add(request);
      return PublishResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
