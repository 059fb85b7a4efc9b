package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
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
  void everybodyIsAskedOnceForWhatGoesToThem() {
    assertThat(mails.sync(team("kim", "bo")))
        .isEqualTo(new Synced(List.of("kim", "bo"), NOBODY, NOBODY, NOBODY, NOBODY));
    assertThat(topic.policies.get("kim@corp.example"))
        .isEqualTo("{\"to\":[\"kim\",\"role:sales\"]}");

    assertThat(mails.sync(team("kim", "bo")))
        .isEqualTo(new Synced(NOBODY, NOBODY, NOBODY, List.of("kim", "bo"), NOBODY));

    topic.confirmed = true;
    assertThat(mails.sync(team("kim", "bo")))
        .isEqualTo(new Synced(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY));
  }

  @Test
  void whoIsGoneGetsNothingMoreAndOthersMailboxesStay() {
    mails.sync(team("kim", "bo"));
    topic.policies.put("sales@corp.example", "");
    topic.confirmed = true;

    assertThat(mails.sync(team("bo")))
        .isEqualTo(new Synced(NOBODY, NOBODY, List.of("kim"), NOBODY, NOBODY));
    assertThat(topic.policies).containsOnlyKeys("bo@corp.example", "sales@corp.example");
  }

  @Test
  void anAddressThatGetsEverythingAlreadyIsLeftAlone() {
    topic.policies.put("kim@corp.example", "");
    topic.confirmed = true;

    assertThat(mails.sync(team("kim")))
        .isEqualTo(new Synced(NOBODY, NOBODY, NOBODY, NOBODY, List.of("kim")));
  }

  @Test
  void whoServesAQueueHearsOfWhatLiesInItAndNobodyIsAskedAgain() {
    mails.sync(team("kim"));
    topic.confirmed = true;

    var synced = mails.sync(serving("kim"));

    assertThat(synced).isEqualTo(new Synced(NOBODY, List.of("kim"), NOBODY, NOBODY, NOBODY));
    assertThat(topic.policies.get("kim@corp.example"))
        .isEqualTo("{\"to\":[\"kim\",\"role:sales\",\"queue:inbound\"]}");
    assertThat(mails.sync(serving("kim")).changed()).isEmpty();
  }

  private static Team serving(String person) {
    var team = source(person);
    team.withObjectProperty("queues").putObject("inbound").putArray("members").add(person);
    return Team.of(team);
  }

  private static Team team(String... people) {
    var team = source(people);
    team.putObject("queues").putObject("inbound").put("owner", "crm");
    return Team.of(team);
  }

  private static ObjectNode source(String... people) {
    var team = new ObjectMapper().createObjectNode();
    for (var person : people) {
      var one = team.withObjectProperty("people").putObject(person);
      one.put("name", person).put("email", person + "@corp.example").put("role", "sales");
    }
    return team;
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
    public SetSubscriptionAttributesResponse setSubscriptionAttributes(
        SetSubscriptionAttributesRequest request) {
      policies.put(request.subscriptionArn().substring(4), request.attributeValue());
      return SetSubscriptionAttributesResponse.builder().build();
    }

    @Override
    public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
      policies.remove(request.subscriptionArn().substring(4));
      return UnsubscribeResponse.builder().build();
    }
  }
}
