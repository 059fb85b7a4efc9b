package dev.warmline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.event.EmailAddress;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * The mailboxes of the people of a team at the topic of alerts: each is sent what has their id as
 * {@code owner}, and nothing else. Subscriptions without such a filter are nobody's here and stay.
 */
record OwnerMails(SnsClient client, String topicArn) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAIL = "email";
  private static final String POLICY = "FilterPolicy";
  private static final String OWNER = "owner";

  /** A mailbox that gets what somebody owns. */
  private record Mailbox(String arn, String owner, String address) {
    boolean isOf(TeamMember person) {
      return person.id().equals(owner) && person.email().equals(parsed(address));
    }
  }

  /**
   * What was done.
   *
   * @param asked whose mailbox was sent a question to confirm
   * @param removed whose mailbox gets nothing more
   * @param waiting who has not confirmed yet
   * @param taken whose address has a subscription of another kind, which is left alone
   */
  record Synced(
      List<String> asked, List<String> removed, List<String> waiting, List<String> taken) {}

  /** Makes the subscriptions those of a team. Doing it twice asks nobody twice. */
  Synced sync(Team team) {
    var synced =
        new Synced(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var pending = new HashSet<EmailAddress>();
    var mailboxes = new ArrayList<Mailbox>();
    for (var subscription : mails()) {
      if (subscription.subscriptionArn().startsWith("arn:")) {
        owner(subscription)
            .ifPresent(
                owner ->
                    mailboxes.add(
                        new Mailbox(
                            subscription.subscriptionArn(), owner, subscription.endpoint())));
      } else {
        EmailAddress.parse(subscription.endpoint()).ifPresent(pending::add);
      }
    }
    remove(team, mailboxes, synced);
    for (var person : team.people().values()) {
      if (mailboxes.stream().noneMatch(mailbox -> mailbox.isOf(person))) {
        ask(person, pending, synced);
      }
    }
    return synced;
  }

  private List<Subscription> mails() {
    return client
        .listSubscriptionsByTopicPaginator(list -> list.topicArn(topicArn))
        .subscriptions()
        .stream()
        .filter(subscription -> MAIL.equals(subscription.protocol()))
        .toList();
  }

  private void remove(Team team, List<Mailbox> mailboxes, Synced synced) {
    for (var mailbox : mailboxes) {
      if (team.person(mailbox.owner()).filter(mailbox::isOf).isEmpty()) {
        client.unsubscribe(request -> request.subscriptionArn(mailbox.arn()));
        synced.removed().add(mailbox.owner());
      }
    }
  }

  private void ask(TeamMember person, Set<EmailAddress> pending, Synced synced) {
    if (pending.contains(person.email())) {
      synced.waiting().add(person.id());
      return;
    }
    var policy = JSON.createObjectNode();
    policy.putArray(OWNER).add(person.id());
    try {
      client.subscribe(
          request ->
              request
                  .topicArn(topicArn)
                  .protocol(MAIL)
                  .endpoint(person.email().toString())
                  .attributes(
                      Map.of(POLICY, policy.toString(), "FilterPolicyScope", "MessageAttributes")));
      synced.asked().add(person.id());
    } catch (InvalidParameterException e) {
      synced.taken().add(person.id());
    }
  }

  /** The one id that a subscription filters by, if that is all it filters by. */
  private Optional<String> owner(Subscription subscription) {
    var attributes =
        client
            .getSubscriptionAttributes(
                request -> request.subscriptionArn(subscription.subscriptionArn()))
            .attributes();
    try {
      var policy = JSON.readTree(attributes.getOrDefault(POLICY, "{}"));
      var ids = policy.path(OWNER);
      return policy.size() == 1 && ids.size() == 1
          ? Optional.of(ids.get(0).asText())
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static EmailAddress parsed(String address) {
    return EmailAddress.parse(address).orElseGet(() -> new EmailAddress(address, ""));
  }
}
