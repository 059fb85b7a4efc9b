package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.cli.OwnerMails.Synced;
import dev.warmline.team.Team;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;

class OwnerMailsTest {
  private static final List<String> NOBODY = List.of();

  private final Topic topic = new Topic();
  private final OwnerMails mails = new OwnerMails(topic, "arn:topic");

  @Test
  void everybodyIsAskedOnceForWhatTheyOwn() {
    assertThat(mails.sync(team("kim", "bo")))
        .isEqualTo(new Synced(List.of("kim", "bo"), NOBODY, NOBODY, NOBODY));
    assertThat(topic.policies.get("kim@corp.example")).isEqualTo("{\"owner\":[\"kim\"]}");

    assertThat(mails.sync(team("kim", "bo")))
        .isEqualTo(new Synced(NOBODY, NOBODY, List.of("kim", "bo"), NOBODY));

    topic.confirmed = true;
    assertThat(mails.sync(team("kim", "bo"))).isEqualTo(new Synced(NOBODY, NOBODY, NOBODY, NOBODY));
  }

  @Test
  void whoIsGoneGetsNothingMoreAndOthersMailboxesStay() {
    mails.sync(team("kim", "bo"));
    topic.policies.put("sales@corp.example", "");
    topic.confirmed = true;

    assertThat(mails.sync(team("bo")))
        .isEqualTo(new Synced(NOBODY, List.of("kim"), NOBODY, NOBODY));
    assertThat(topic.policies).containsOnlyKeys("bo@corp.example", "sales@corp.example");
  }

  @Test
  void anAddressThatGetsEverythingAlreadyIsLeftAlone() {
    topic.policies.put("kim@corp.example", "");
    topic.confirmed = true;

    assertThat(mails.sync(team("kim")))
        .isEqualTo(new Synced(NOBODY, NOBODY, NOBODY, List.of("kim")));
  }

  private static Team team(String... people) {
    var team = new ObjectMapper().createObjectNode();
    for (var person : people) {
      var one = team.withObjectProperty("people").putObject(person);
      one.put("name", person).put("email", person + "@corp.example").put("role", "sales");
    }
    team.putObject("queues").putObject("inbound").put("owner", "crm");
    return Team.of(team);
  }

  /** A topic with one subscription an address. */
  private static final class Topic implements SnsClient {
    private final Map<String, String> policies = new LinkedHashMap<>();
    private boolean confirmed;

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}

    @Override
    public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
        ListSubscriptionsByTopicRequest request) {
      var all =
          policies.keySet().stream()
              .map(
                  address ->
                      Subscription.builder()
                          .protocol("email")
                          .endpoint(address)
                          .subscriptionArn(confirmed ? "arn:" + address : "PendingConfirmation")
                          .build())
              .toList();
      return ListSubscriptionsByTopicResponse.builder().subscriptions(all).build();
    }

    @Override
    public GetSubscriptionAttributesResponse getSubscriptionAttributes(
        GetSubscriptionAttributesRequest request) {
      var policy = policies.getOrDefault(request.subscriptionArn().substring(4), "");
      var attributes = policy.isEmpty() ? Map.<String, String>of() : Map.of("FilterPolicy", policy);
      return GetSubscriptionAttributesResponse.builder().attributes(attributes).build();
    }

    @Override
    public SubscribeResponse subscribe(SubscribeRequest request) {
      if (policies.containsKey(request.endpoint())) {
        throw InvalidParameterException.builder().message("exists").build();
      }
      policies.put(request.endpoint(), request.attributes().get("FilterPolicy"));
      return SubscribeResponse.builder().build();
    }

    @Override
    public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
      policies.remove(request.subscriptionArn().substring(4));
      return UnsubscribeResponse.builder().build();
    }
  }
}
