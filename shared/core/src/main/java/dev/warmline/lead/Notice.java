package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.team.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody must be told, written in the transaction of its cause. It stands in the due index
 * until it is closed, so that the clock finds it whatever became of the stream.
 *
 * @param at when its cause came about
 * @param stage the stage of the lead then
 * @param why in words
 * @param about what the cause was decided on; empty for a notice about no one lead
 * @param notBefore when it may be published
 * @param state how far it has come
 * @param to who is told: ids of people, {@code queue:NAME}, {@code role:WORD}; empty where there is
 *     no team
 * @param body the message as it was rendered when it was first claimed: what is published is this
 */
public record Notice(
    NoticeId id,
    Instant at,
    Stage stage,
    String why,
    Optional<Qualification> about,
    Instant notBefore,
    State state,
    List<String> to,
    Optional<ObjectNode> body) {

  public Notice {
    to = List.copyOf(to);
  }

  /** How far a notice has come. */
  public sealed interface State {

    /** Nobody has taken it yet. */
    record Unclaimed() implements State {}

    /** A holder publishes it until then, or has crashed. */
    record Claimed(String holder, Instant until) implements State {}

    /** It was published. */
    record Sent(Instant at) implements State {}

    /** It was not published, and never will be. */
    record Voided(Instant at, String why) implements State {}

    /** Another notice tells what it would have told. */
    record Covered(Instant at, NoticeId by) implements State {}
  }

  /** A notice that nobody has taken yet. */
  public static Notice open(
      NoticeId id,
      Instant at,
      Stage stage,
      String why,
      Optional<Qualification> about,
      Instant notBefore) {
    return new Notice(
        id, at, stage, why, about, notBefore, new State.Unclaimed(), List.of(), Optional.empty());
  }

  /** The notice of what both teams did in a week, for marketing and who leads them. */
  public static Notice ofWeek(String week, Instant now, Instant notBefore) {
    var id = NoticeId.digestOf(week);
    var to = List.of("role:" + Role.MARKETING.word(), "role:" + Role.LEAD.word());
    return open(id, now, Stage.MQL, week, Optional.empty(), notBefore).to(to);
  }

  /** Whether nothing is left to do about it. */
  public boolean isClosed() {
    return switch (state) {
      case State.Unclaimed _, State.Claimed _ -> false;
      case State.Sent _, State.Voided _, State.Covered _ -> true;
    };
  }

  /** When the clock must look at it; empty once it is closed. */
  public Optional<Instant> due() {
    return switch (state) {
      case State.Unclaimed _ -> Optional.of(notBefore);
      case State.Claimed(var holder, var until) -> Optional.of(until);
      case State.Sent _, State.Voided _, State.Covered _ -> Optional.empty();
    };
  }

  /** The same notice, which names another lead with the same address. */
  public Notice withSameAddress(Optional<SameAddress.Other> other) {
    var named = about.map(it -> it.withSameAddress(other));
    return new Notice(id, at, stage, why, named, notBefore, state, to, body);
  }

  /** The same notice for these people. */
  Notice to(List<String> people) {
    return new Notice(id, at, stage, why, about, notBefore, state, people, body);
  }

  /** The same notice in another state. */
  public Notice with(State state) {
    return new Notice(id, at, stage, why, about, notBefore, state, to, body);
  }

  /** The same notice with its rendered message. */
  public Notice withBody(ObjectNode body) {
    return new Notice(id, at, stage, why, about, notBefore, state, to, Optional.of(body));
  }
}
