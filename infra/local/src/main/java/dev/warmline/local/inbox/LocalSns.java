package dev.warmline.local.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** The alert topic: what is published is in the inbox and on its way to Slack. */
public record LocalSns(Inbox inbox, Notifications notifications, InstantSource clock)
    implements SnsClient {
  /** The only topic there is. */
  public static final String TOPIC_ARN = "arn:aws:sns:eu-central-1:000000000000:alerts";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_SUBJECT = 100;

  @Override
  public PublishResponse publish(PublishRequest request) {
    var subject = Optional.ofNullable(request.subject()).orElse("");
    check(subject);
    var bodies = bodies(request);
    var machine = bodies.path("lambda").asText(bodies.path("default").asText());
    var mail = bodies.path("email").asText(bodies.path("default").asText());
    var alert = inbox.deliver(subject, mail, machine, clock.instant());
    notifications.add(alert, machine);
    return PublishResponse.builder().messageId(UUID.randomUUID().toString()).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  /** SNS refuses such subjects, so that it is noticed here first. */
  private static void check(String subject) {
    if (subject.length() > LONGEST_SUBJECT || !subject.chars().allMatch(c -> c >= 32 && c < 127)) {
      throw InvalidParameterException.builder().message("Invalid parameter: Subject").build();
    }
  }

  private static JsonNode bodies(PublishRequest request) {
    if (!"json".equals(request.messageStructure())) {
      return JsonNodeFactory.instance.objectNode().put("default", request.message());
    }
    try {
      return MAPPER.readTree(request.message());
    } catch (JsonProcessingException e) {
      throw InvalidParameterException.builder()
          .message("Invalid parameter: Message Structure - JSON message body failed to parse")
          .build();
    }
  }
}
