package dev.warmline.lead;

import dev.warmline.team.Role;
import dev.warmline.team.TeamPublication;
import dev.warmline.team.TeamQueue;
import java.util.List;
import java.util.stream.Stream;

/**
 * To whom a notice goes, where there is a team: people by their ids, a queue as {@code queue:NAME},
 * everybody of a role as {@code role:WORD}.
 *
 * @param before where the lead stood before the cause of the notice
 * @param after where it stands after it
 */
record Audience(TeamPublication team, Standing before, Standing after) {

  /** Each once. */
  List<String> of(NoticeId.Kind kind) {
    var hands = hands();
    var all =
        switch (kind) {
          case QUALIFIED, DISREGARD, REMINDER, MERGED -> owner(hands);
          case SIGNAL -> hands.equals(Assignment.NONE) ? escalation(hands) : owner(hands);
          case OVERDUE, UNCONTACTED -> Stream.concat(owner(hands), escalation(hands));
          case REASSIGNED -> Stream.concat(owner(hands), before.owner().stream());
          case UNWORKED -> Stream.concat(escalation(hands), Stream.of(role(Role.MARKETING)));
          case WAITING, RETURNED, INCOMPLETE -> Stream.of(role(Role.MARKETING));
          case UNANSWERED -> Stream.of(role(Role.LEAD));
          case ANSWERED -> before.givenBack().map(GivenBack::by).stream();
        };
    return all.distinct().toList();
  }

  /** In whose hands it is, or was while sales had it. */
  private Assignment hands() {
    return after.assignment().equals(Assignment.NONE) ? before.assignment() : after.assignment();
  }

  private static Stream<String> owner(Assignment hands) {
    return hands.owner().or(() -> hands.queue().map("queue:"::concat)).stream();
  }

  private Stream<String> escalation(Assignment hands) {
    var queue = hands.queue().flatMap(team.team()::queue);
    return Stream.of(queue.flatMap(TeamQueue::escalateTo).orElseGet(() -> role(Role.LEAD)));
  }

  private static String role(Role role) {
    return "role:" + role.word();
  }

  /** Those of a notice of a lead; nobody in particular, where there is no team. */
  static List<String> of(Terms terms, NoticeId.Kind kind, Standing before, Standing after) {
    return terms.team().map(team -> new Audience(team, before, after).of(kind)).orElseGet(List::of);
  }
}
