package dev.warmline.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.event.EmailAddress;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * The mailboxes of the people of a team at the topic of alerts: each is sent what goes to them, to
 * their role or to a queue that they serve. Subscriptions without such a filter are nobody's here
 * and stay.
 */
record OwnerMails(SnsClient client, String topicArn) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAIL = "email";
  private static final String POLICY = "FilterPolicy";
  private static final String TO = "to";

  /**
   * A mailbox that gets what goes to somebody.
   *
   * @param to by what it filters, the id of the person first
   */
  private record Mailbox(String arn, List<String> to, String address) {
    String person() {
      return to.getFirst();
    }

    boolean isOf(TeamMember person) {
      return person.id().equals(person()) && person.email().equals(parsed(address));
    }
  }

  /**
   * What was done.
   *
   * @param asked whose mailbox was sent a question to confirm
   * @param changed whose mailbox gets other things from now on
   * @param removed whose mailbox gets nothing more
   * @param waiting who has not confirmed yet
   * @param taken whose address has a subscription of another kind, which is left alone
   */
  record Synced(
      List<String> asked,
      List<String> changed,
      List<String> removed,
      List<String> waiting,
      List<String> taken) {
    private Synced() {
      this(
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>());
    }
  }

  /** Makes the subscriptions those of a team. Doing it twice asks nobody twice. */
  Synced sync(Team team) {
    var synced = new Synced();
    var pending = new HashSet<EmailAddress>();
    var mailboxes = new ArrayList<Mailbox>();
    for (var subscription : mails()) {
      if (subscription.subscriptionArn().startsWith("arn:")) {
        var to = to(subscription);
        if (!to.isEmpty()) {
          mailboxes.add(new Mailbox(subscription.subscriptionArn(), to, subscription.endpoint()));
        }
      } else {
        EmailAddress.parse(subscription.endpoint()).ifPresent(pending::add);
      }
    }
    remove(team, mailboxes, synced);
    for (var person : team.people().values()) {
      mailboxes.stream()
          .filter(mailbox -> mailbox.isOf(person))
          .findFirst()
          .ifPresentOrElse(
              mailbox -> change(mailbox, wanted(team, person), synced),
              () -> ask(team, person, pending, synced));
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
      if (team.person(mailbox.person()).filter(mailbox::isOf).isEmpty()) {
        client.unsubscribe(request -> request.subscriptionArn(mailbox.arn()));
        synced.removed().add(mailbox.person());
      }
    }
  }

  /** What somebody hears of: what goes to them, to their role, to the queues they serve. */
  private static List<String> wanted(Team team, TeamMember person) {
    var to = new ArrayList<>(List.of(person.id(), "role:" + person.role().word()));
    team.queues().values().stream()
        .filter(queue -> queue.members().contains(person.id()))
        .forEach(queue -> to.add("queue:" + queue.name()));
    return to;
  }

  private void change(Mailbox mailbox, List<String> wanted, Synced synced) {
    if (!mailbox.to().equals(wanted)) {
      client.setSubscriptionAttributes(
          request ->
              request
                  .subscriptionArn(mailbox.arn())
                  .attributeName(POLICY)
                  .attributeValue(policy(wanted)));
      synced.changed().add(mailbox.person());
    }
  }

  private static String policy(List<String> to) {
    var policy = JSON.createObjectNode();
    to.forEach(policy.putArray(TO)::add);
    return policy.toString();
  }

  private void ask(Team team, TeamMember person, Set<EmailAddress> pending, Synced synced) {
    if (pending.contains(person.email())) {
      synced.waiting().add(person.id());
      return;
    }
    var policy = policy(wanted(team, person));
    try {
      client.subscribe(
          request ->
              request
                  .topicArn(topicArn)
                  .protocol(MAIL)
                  .endpoint(person.email().toString())
                  .attributes(Map.of(POLICY, policy, "FilterPolicyScope", "MessageAttributes")));
      synced.asked().add(person.id());
    } catch (InvalidParameterException e) {
      synced.taken().add(person.id());
    }
  }

  /** By what a subscription filters, if that is all it filters by; else nothing. */
  private List<String> to(Subscription subscription) {
    var attributes =
        client
            .getSubscriptionAttributes(
                request -> request.subscriptionArn(subscription.subscriptionArn()))
            .attributes();
    try {
      var policy = JSON.readTree(attributes.getOrDefault(POLICY, "{}"));
      return policy.size() == 1
          ? policy.path(TO).valueStream().map(JsonNode::asText).toList()
          : List.of();
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  private static EmailAddress parsed(String address) {
    return EmailAddress.parse(address).orElseGet(() -> new EmailAddress(address, ""));
  }
}
