package dev.warmline.lead;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of two leads that turn out to be one person. */
final class Merge {
  /** These alone say nothing of the person. */
  private static final Set<String> WEIGHTLESS = Set.of("duplicate", StageMachine.IDLE);

  private static final Comparator<Lead> SURVIVOR_LAST =
      Comparator.<Lead>comparingInt(lead -> weight(lead.standing()))
          .thenComparingInt(lead -> lead.standing().cycle())
          .thenComparing(Lead::id, Comparator.reverseOrder());

  private Merge() {}

  /** The one that is further with sales, then the higher cycle, then the smaller id. */
  static Lead survivorOf(Lead a, Lead b) {
    return SURVIVOR_LAST.compare(a, b) >= 0 ? a : b;
  }

  /** What a person has accepted or won is kept, then what somebody ruled out, then the furthest. */
  private static int weight(Standing standing) {
    return switch (standing.place()) {
      case CUSTOMER -> 9;
      case SQL -> 8;
      case SAL -> 7;
      case DISQUALIFIED -> WEIGHTLESS.contains(standing.why()) ? 0 : 6;
      case ANNOUNCED -> 5;
      case WAITING -> 4;
      case RECYCLED -> 3;
      case PROSPECT -> 2;
      case SUSPECT -> 1;
    };
  }

  /**
   * The survivor as both of them, who is this: it is evaluated again before anything else happens.
   */
  static Lead joined(Lead survivor, Lead loser, Identity identity, Instant now) {
    var one = survivor.standing();
    var other = loser.standing();
    var highest = Math.max(one.position().cycles(), other.position().cycles());
    var standing =
        one.with(one.position().withCycles(highest))
            .withLeft(leftAt(one, other))
            .withLastAct(LastAct.joined(one.lastAct(), other.lastAct()))
            .withGivenBack(one.givenBack().or(other::givenBack))
            .with(one.signals().joined(other.signals()));
    return survivor.with(standing).with(identity, now);
  }

  /** That sales gave the other back is no answer to what is asked of the one that it has. */
  private static Optional<Instant> leftAt(Standing one, Standing other) {
    return one.isWithSales() || one.stage() == Stage.CUSTOMER
        ? one.left()
        : later(one.left(), other.left());
  }

  /** What stays of the loser: nothing but where it went, and where it stood. */
  static Lead tombstone(Lead loser, LeadId survivor) {
    return new Lead(
        loser.id(),
        loser.version(),
        Identity.tombstone(survivor),
        loser.standing(),
        new Card(
            loser.card().publication(),
            Card.empty().scorecard(),
            Card.empty().traits(),
            Optional.empty()),
        Agenda.EMPTY);
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).max(Instant::compareTo);
  }
}
