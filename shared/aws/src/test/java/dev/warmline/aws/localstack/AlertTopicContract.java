package dev.warmline.aws.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.aws.publish.SnsAlertPublisher;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.Message;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;

/** What subscribers of the alert topic can rely on, seen from a queue. */
abstract class AlertTopicContract {
  private static final NoticeId ID = NoticeId.qualified(new LeadId("l-ada"), 2);
  private static final String JSON = "{\"schema\":\"warmline.alert/1\",\"name\":\"J\u00fcrgen\"}";

  private final LocalStack aws;
  private final SnsClient sns;
  private final String topic;
  private final Queue queue;

  /** A topic of its own with a queue that gets everything. */
  AlertTopicContract(LocalStack aws) {
    this.aws = aws;
    sns = aws.topics();
    topic = sns.createTopic(create -> create.name(aws.freshName())).topicArn();
    queue = subscribed(Map.of());
  }

  @Test
  void aQueueGetsTheJsonUnderTheIdOfTheAlert() {
    publish(new Message("Ada is warm", "Hello sales", JSON, Map.of("tier", "hot", "owner", "")));

    var received = queue.take(1);

    assertThat(received).hasSize(1);
    var envelope = received.getFirst();
    assertThat(envelope.path("Subject").asText()).isEqualTo("Ada is warm");
    assertThat(envelope.path("Message").asText()).isEqualTo(JSON);
    var attributes = envelope.path("MessageAttributes");
    assertThat(attributes.path("alertId").path("Value").asText()).isEqualTo(ID.value());
    assertThat(attributes.path("tier").path("Value").asText()).isEqualTo("hot");
    assertThat(attributes.has("owner")).isFalse();
  }

  @Test
  void aRepeatIsTheSameToTheByte() {
    var message = new Message("Ada is warm", "Hello sales", JSON, Map.of("tier", "hot"));
    publish(message);
    publish(message);

    var received = queue.take(2);

    assertThat(received).hasSize(2);
    assertThat(received)
        .extracting(envelope -> envelope.path("Message").asText())
        .containsOnly(JSON);
    assertThat(received)
        .extracting(envelope -> envelope.path("MessageAttributes").path("alertId").path("Value"))
        .extracting(JsonNode::asText)
        .containsOnly(ID.value());
  }

  @Test
  void aFilterPolicyPicksAlertsByTheirAttributes() {
    var enterprise = subscribed(Map.of("FilterPolicy", "{\"segment\":[\"enterprise\"]}"));
    publish(new Message("small", "small", "{\"n\":1}", Map.of("segment", "small")));
    publish(new Message("large", "large", "{\"n\":2}", Map.of("segment", "enterprise")));

    assertThat(enterprise.take(1))
        .extracting(envelope -> envelope.path("Message").asText())
        .containsExactly("{\"n\":2}");
    assertThat(enterprise.isEmpty()).isTrue();
    assertThat(queue.take(2)).hasSize(2);
  }

  @Test
  void subjectsThatSnsRefusesArriveMended() {
    publish(new Message("M\u00fcller\r\n" + "x".repeat(200), "t", "{\"n\":1}", Map.of()));

    assertThat(queue.take(1))
        .extracting(envelope -> envelope.path("Subject").asText())
        .allMatch(subject -> subject.matches("[ -~]{1,99}"))
        .hasSize(1);
  }

  @Test
  void aTopicThatIsNotThereIsAFailedPublish() {
    var gone = new SnsAlertPublisher(sns, topic + "-gone");

    assertThatThrownBy(() -> gone.publish(ID, new Message("s", "t", "{}", Map.of())))
        .isInstanceOf(PublishFailed.class);
  }

  private void publish(Message message) {
    new SnsAlertPublisher(sns, topic).publish(ID, message);
  }

  private Queue subscribed(Map<String, String> attributes) {
    var subscriber = aws.queue(aws.freshName());
    sns.subscribe(
        subscribe ->
            subscribe
                .topicArn(topic)
                .protocol("sqs")
                .endpoint(subscriber.arn())
                .attributes(attributes));
    return subscriber;
  }
}
