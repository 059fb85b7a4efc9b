package dev.warmline.lead;

import static dev.warmline.lead.Standing.Place.ANNOUNCED;
import static dev.warmline.lead.Standing.Place.CUSTOMER;
import static dev.warmline.lead.Standing.Place.DISQUALIFIED;
import static dev.warmline.lead.Standing.Place.PROSPECT;
import static dev.warmline.lead.Standing.Place.RECYCLED;
import static dev.warmline.lead.Standing.Place.SAL;
import static dev.warmline.lead.Standing.Place.SQL;
import static dev.warmline.lead.Standing.Place.SUSPECT;
import static dev.warmline.lead.Standing.Place.WAITING;

import dev.warmline.lead.Decision.Moved;
import dev.warmline.lead.Decision.Recorded;
import dev.warmline.lead.Decision.Refused;
import dev.warmline.lead.Decision.Stayed;
import dev.warmline.lead.Decision.Tell;
import dev.warmline.score.Scorecard;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what an act means for a lead: one pure function for the live system, replays and
 * backtests. {@code docs/lifecycle.md} shows it as a table.
 */
public final class StageMachine {
  static final String COOLED_DOWN = "cooled down";
  static final String IMPORTED = "imported";
  static final String NOT_WORKED = "not worked";
  static final String NOT_QUALIFIED = "not qualified";
  static final String IDLE = "idle";

  static final String FULL =
      "its history is full ("
          + Position.MOST_ENTRIES
          + " lines, "
          + Position.MOST_CYCLES
          + " cycles): its stage stays";

  private static final Set<Standing.Place> BELOW = Set.of(SUSPECT, PROSPECT, RECYCLED);

  private final Standing standing;
  private final Done done;
  private final Scorecard card;
  private final Terms terms;
  private final Instant now;
  private final Standing.Place place;

  private StageMachine(Standing standing, Done done, Scorecard card, Terms terms, Instant now) {
    this.standing = standing;
    this.done = done;
    this.card = card;
    this.terms = terms;
    this.now = now;
    this.place = standing.place();
  }

  /**
   * What becomes of a lead by an act.
   *
   * @param card the scorecard at {@code now}
   */
  public static Decision decide(
      Standing standing, Done done, Scorecard card, Terms terms, Instant now) {
    var decision = new StageMachine(standing, done, card, terms, now).decide();
    return decision instanceof Moved moved && !moved.standing().position().fits()
        ? new Refused(FULL)
        : decision;
  }

  private Decision decide() {
    if (done.isOwn()) {
      return table();
    }
    if (done.cycle().filter(cycle -> cycle != standing.cycle()).isPresent()) {
      return new Refused("cycle " + done.cycle().get() + " is over: this is " + standing.cycle());
    }
    var last = standing.lastAct().map(LastAct::at);
    if (last.filter(done.at()::isBefore).isPresent()) {
      return stayed("conflict: something was decided on " + last.get() + " already");
    }
    return switch (table()) {
      case Moved(var next, var why, var tells) -> new Moved(last(next, false), why, tells);
      case Stayed(var next, var why, var tells) ->
          new Stayed(last(next, next.equals(standing)), why, tells);
      case Recorded(var next, var why, var tells) -> new Recorded(last(next, false), why, tells);
      case Refused refused -> refused;
    };
  }

  private Standing last(Standing next, boolean isNothing) {
    return next.withLastAct(Optional.of(LastAct.of(done, standing, next, isNothing, terms)));
  }

  private Decision table() {
    return switch (done.act()) {
      case Act.Evaluated _ -> new Evaluating(standing, card, terms, now).decide();
      case Act.Retracted(var why) ->
          when(WAITING, ANNOUNCED) ? retracted(why) : stayed("there is nothing to take back");
      case Act.Expired _ -> leaving().expired();
      case Act.Reminded _ -> working().reminded();
      case Act.Resumed _ -> when(RECYCLED) ? resumed() : stayed("nothing was promised");
      case Act.Retired _ -> BELOW.contains(place) ? retired() : stayed("it is not below MQL");
      case Act.HandedOver _ when card.withdrawn() -> new Refused("consent is withdrawn");
      case Act.HandedOver(var why) ->
          when(SUSPECT, PROSPECT, RECYCLED)
              ? announced(standing.moved(Stage.MQL, why, now).inNextCycle(), why)
              : when(WAITING) ? announced(standing, why) : same(ANNOUNCED, SAL, SQL);
      case Act.Accepted _ -> when(ANNOUNCED) || isLate() ? working().accepted() : acceptedBefore();
      case Act.Returned(var cause) ->
          when(ANNOUNCED, SAL, SQL) ? leaving().givenBack(cause) : same(RECYCLED);
      case Act.Qualified _ -> when(ANNOUNCED, SAL) ? working().qualified() : same(SQL, CUSTOMER);
      case Act.Won _ ->
          when(CUSTOMER) ? same(CUSTOMER) : closed(Stage.CUSTOMER, "won", standing.assignment());
      case Act.Lost(var cause) -> when(SAL, SQL) ? leaving().givenBack(cause) : same(RECYCLED);
      case Act.Disqualified(var reason) ->
          when(DISQUALIFIED, CUSTOMER)
              ? same(DISQUALIFIED)
              : closed(Stage.DISQUALIFIED, reason.orElse("disqualified"), Assignment.NONE);
      case Act.Reopened(var why) ->
          when(DISQUALIFIED, CUSTOMER) ? closed(warmth(), why, Assignment.NONE) : same();
      case Act.Assigned(var to) ->
          when(ANNOUNCED, SAL, SQL, CUSTOMER) ? working().assigned(to) : same();
      case Act.Contacted(var agreed) ->
          when(ANNOUNCED, SAL, SQL, CUSTOMER) ? working().contacted(agreed) : same();
      case Act.Introduced _ -> when(ANNOUNCED, SAL, SQL) ? working().recorded() : same();
      case Act.Noted _ -> working().recorded();
      case Act.Answered _ -> working().answered();
      case Act.Undone _ -> working().undone();
      case Act.Released _ ->
          when(WAITING) ? announced(standing, "released") : same(ANNOUNCED, SAL, SQL);
      case Act.Dropped _ ->
          when(WAITING) ? leaving().to(Stage.RECYCLED, "dropped") : same(RECYCLED);
      case Act.Imported imported -> BELOW.contains(place) ? imported(imported) : same();
    };
  }

  private Leaving leaving() {
    return new Leaving(standing, done, Terms.tier(card), terms, now);
  }

  private Working working() {
    return new Working(standing, done, Terms.tier(card), terms, now);
  }

  /** Whoever comes second is told so; what is nobody's is theirs. */
  private Decision acceptedBefore() {
    var person = done.actor().person();
    if (!when(SAL, SQL) || person.isEmpty() || person.equals(standing.owner())) {
      return same(SAL, SQL, CUSTOMER);
    }
    return standing
        .owner()
        .<Decision>map(owner -> new Refused(owner + " has it since " + standing.since()))
        .orElseGet(() -> working().taken());
  }

  /** A lead that fell back by itself can still be accepted. */
  private boolean isLate() {
    return place == RECYCLED && Set.of(COOLED_DOWN, NOT_WORKED).contains(standing.why());
  }

  private Decision retracted(String why) {
    var next = closing(warmth(), why).with(Assignment.NONE);
    return place == ANNOUNCED
        ? new Moved(next, why, List.of(tell(NoticeId.Kind.DISREGARD, why)))
        : new Moved(next, why, List.of());
  }

  /** As was promised, whatever the scores say by now. */
  private Decision resumed() {
    var promise = standing.givenBack().filter(given -> given.isDue(now));
    var isBarred = card.withdrawn() || card.qualifies().excluded().isPresent();
    if (promise.isEmpty() || isBarred) {
      return stayed("nothing is due that was promised");
    }
    var said = promise.get();
    var note = said.note().map(text -> ", " + text).orElse("");
    var why = "promised when it was returned: " + said.reason() + note;
    var next = standing.moved(Stage.MQL, why, now).inNextCycle();
    return switch (announced(next, why)) {
      case Moved(var announced, var words, var tells)
          when promise.get().again().owner().isPresent() ->
          new Moved(announced.with(promise.get().again()), words, tells);
      case Decision other -> other;
    };
  }

  private Decision retired() {
    return terms.retires(standing, card).filter(at -> !now.isBefore(at)).isPresent()
        ? closed(Stage.DISQUALIFIED, IDLE, Assignment.NONE)
        : stayed("it is not idle");
  }

  private Decision closed(Stage to, String why, Assignment hands) {
    return new Moved(closing(to, why).with(hands), why, List.of());
  }

  private Standing closing(Stage to, String why) {
    return standing.moved(to, why, now).with(new Announcement.NotOpen());
  }

  /** Sales is told: by a person's act, a pace, or a promise whose day has come. */
  private Decision announced(Standing next, String why) {
    var isPaced = done.isOwn() && done.act() instanceof Act.Released;
    var by = isPaced ? Announcement.PACE : done.act().word();
    return Evaluating.announced(
        standing, next, new Announcement.Announced(now, by), card, terms, now, why);
  }

  private Decision imported(Act.Imported imported) {
    var why = IMPORTED;
    if (!imported.stage().isWithSales()) {
      return imported.stage() == standing.stage()
          ? stayed("it is there already")
          : closed(imported.stage(), why, Assignment.NONE);
    }
    var next = standing.moved(imported.stage(), why, now).inNextCycle();
    if (imported.stage() == Stage.MQL) {
      var list = Optional.of(imported.list()).filter(name -> !name.isEmpty());
      var waiting = new Announcement.Waiting(now, Announcement.Reason.IMPORT, list);
      return new Moved(
          next.with(waiting), why, List.of(tell(NoticeId.Kind.WAITING, waiting.words())));
    }
    var hands = terms.routed(card);
    var deadlines =
        imported.stage() == Stage.SAL
            ? terms.accepted(hands, Terms.tier(card), now)
            : Deadlines.NONE;
    var announced = new Announcement.Announced(now, done.act().word());
    return new Moved(
        next.with(announced).with(deadlines).with(hands),
        why,
        List.of(tell(NoticeId.Kind.QUALIFIED, why)));
  }

  private Stage warmth() {
    return card.qualifies().prospect() ? Stage.PROSPECT : Stage.SUSPECT;
  }

  private boolean when(Standing.Place... places) {
    return Set.of(places).contains(place);
  }

  /** Where the act leads to is where the lead is, or beyond; everywhere else it is refused. */
  private Decision same(Standing.Place... places) {
    return when(places)
        ? stayed("it is " + standing.stage().word() + " already")
        : new Refused(
            "a lead that is "
                + (place == WAITING ? "waiting" : standing.stage().word())
                + " cannot be "
                + done.act().word());
  }

  private Decision stayed(String why) {
    return new Stayed(standing, why, List.of());
  }

  private Tell tell(NoticeId.Kind kind, String why) {
    return new Tell(kind, now, why, Optional.empty());
  }
}
