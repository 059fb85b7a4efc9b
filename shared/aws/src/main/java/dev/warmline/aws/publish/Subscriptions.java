package dev.warmline.aws.publish;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;

/** How many subscriptions a topic has, by state: a mailbox that opts out tells nobody else. */
public record Subscriptions(SnsClient client, String topicArn)
    implements Supplier<Map<String, Long>> {
  private static final List<String> STATES =
      List.of("SubscriptionsConfirmed", "SubscriptionsPending");

  @Override
  public Map<String, Long> get() {
    var attributes = client.getTopicAttributes(request -> request.topicArn(topicArn)).attributes();
    return STATES.stream()
        .filter(attributes::containsKey)
        .collect(
            Collectors.toMap(Function.identity(), state -> Long.parseLong(attributes.get(state))));
  }
}
