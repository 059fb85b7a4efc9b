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
    return kind.to().flatMap(this::people).distinct().toList();
  }

  private Stream<String> people(Whom whom) {
    var hands = hands();
    return switch (whom) {
      case OWNER -> owner(hands);
      case FORMER_OWNER -> before.owner().stream();
      case ESCALATION -> escalation(hands);
      case OWNER_ELSE_ESCALATION ->
          hands.equals(Assignment.NONE) ? escalation(hands) : owner(hands);
      case RETURNER -> before.givenBack().map(GivenBack::by).stream();
      case MARKETING -> Stream.of(role(Role.MARKETING));
      case LEADS -> Stream.of(role(Role.LEAD));
    };
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
