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
    return new StageMachine(standing, done, card, terms, now).decide();
  }

  private Decision decide() {
    if (done.isOwn()) {
      return table();
    }
    if (done.cycle().filter(cycle -> cycle != standing.cycle()).isPresent()) {
      return new Refused("cycle " + done.cycle().get() + " is over: this is " + standing.cycle());
    }
    if (standing.actedAt().filter(done.at()::isBefore).isPresent()) {
      return stayed("conflict: something was decided on " + standing.actedAt().get() + " already");
    }
    return switch (table()) {
      case Moved(var next, var why, var tells) ->
          new Moved(next.withActedAt(Optional.of(done.at())), why, tells);
      case Stayed(var next, var why, var tells) ->
          new Stayed(next.withActedAt(Optional.of(done.at())), why, tells);
      case Refused refused -> refused;
    };
  }

  private Decision table() {
    return switch (done.act()) {
      case Act.Evaluated _ -> new Evaluating(standing, card, terms, now).decide();
      case Act.Retracted(var why) ->
          when(WAITING, ANNOUNCED) ? retracted(why) : stayed("there is nothing to take back");
      case Act.Expired _ -> expired();
      case Act.HandedOver _ when card.withdrawn() -> new Refused("consent is withdrawn");
      case Act.HandedOver(var why) ->
          when(SUSPECT, PROSPECT, RECYCLED)
              ? announced(standing.moved(Stage.MQL, why, now).inNextCycle(), why)
              : when(WAITING) ? announced(standing, why) : same(ANNOUNCED, SAL, SQL);
      case Act.Accepted _ ->
          when(ANNOUNCED) || isLate()
              ? moved(Stage.SAL, "accepted", terms.accepted(now))
              : same(SAL, SQL, CUSTOMER);
      case Act.Returned(var reason) -> when(ANNOUNCED, SAL, SQL) ? left(reason) : same(RECYCLED);
      case Act.Qualified _ ->
          when(ANNOUNCED, SAL)
              ? moved(Stage.SQL, "qualified", Deadlines.NONE)
              : same(SQL, CUSTOMER);
      case Act.Won _ -> when(CUSTOMER) ? same(CUSTOMER) : closed(Stage.CUSTOMER, "won");
      case Act.Lost(var reason) -> when(SAL, SQL) ? left(reason) : same(RECYCLED);
      case Act.Disqualified(var reason) ->
          when(DISQUALIFIED, CUSTOMER)
              ? same(DISQUALIFIED)
              : closed(Stage.DISQUALIFIED, reason.orElse("disqualified"));
      case Act.Reopened(var why) -> when(DISQUALIFIED, CUSTOMER) ? closed(warmth(), why) : same();
      case Act.Released _ ->
          when(WAITING) ? announced(standing, "released") : same(ANNOUNCED, SAL, SQL);
      case Act.Dropped _ -> when(WAITING) ? leaves("dropped") : same(RECYCLED);
      case Act.Imported imported -> BELOW.contains(place) ? imported(imported) : same();
    };
  }

  /** A lead that fell back by itself can still be accepted. */
  private boolean isLate() {
    return place == RECYCLED && Set.of(COOLED_DOWN, NOT_WORKED).contains(standing.why());
  }

  private Decision retracted(String why) {
    var next = closing(warmth(), why);
    return place == ANNOUNCED
        ? new Moved(next, why, List.of(tell(NoticeId.Kind.DISREGARD, why)))
        : new Moved(next, why, List.of());
  }

  private Decision expired() {
    if (!standing.deadlines().haveExpired(now)) {
      return stayed("its time is not over");
    }
    return leaves(place == SAL ? NOT_QUALIFIED : NOT_WORKED);
  }

  private Decision left(Optional<String> reason) {
    var unknown = reason.filter(name -> !terms.allows(name));
    return unknown.isPresent()
        ? new Refused(
            "reason "
                + unknown.get()
                + " is none of the model's: "
                + String.join(", ", terms.reasons()))
        : leaves(reason.orElse(done.act().word()));
  }

  private Decision leaves(String why) {
    return new Moved(closing(Stage.RECYCLED, why).withLeft(Optional.of(now)), why, List.of());
  }

  private Decision moved(Stage to, String why, Deadlines deadlines) {
    var cycle = standing.isAnnounced() ? standing.announcement() : late();
    return new Moved(standing.moved(to, why, now).with(cycle).with(deadlines), why, List.of());
  }

  private Announcement late() {
    return new Announcement.Announced(now, done.act().word());
  }

  private Decision closed(Stage to, String why) {
    return new Moved(closing(to, why), why, List.of());
  }

  private Standing closing(Stage to, String why) {
    return standing.moved(to, why, now).with(new Announcement.NotOpen());
  }

  /** Sales is told, by a person's act or a pace. */
  private Decision announced(Standing next, String why) {
    var by = done.isOwn() ? Announcement.PACE : done.act().word();
    return Evaluating.announced(
        standing, next, new Announcement.Announced(now, by), card, terms, now, why);
  }

  private Decision imported(Act.Imported imported) {
    var why = IMPORTED;
    if (!imported.stage().isWithSales()) {
      return imported.stage() == standing.stage()
          ? stayed("it is there already")
          : closed(imported.stage(), why);
    }
    var next = standing.moved(imported.stage(), why, now).inNextCycle();
    if (imported.stage() == Stage.MQL) {
      var list = Optional.of(imported.list()).filter(name -> !name.isEmpty());
      var waiting = new Announcement.Waiting(now, Announcement.Reason.IMPORT, list);
      return new Moved(
          next.with(waiting), why, List.of(tell(NoticeId.Kind.WAITING, waiting.words())));
    }
    var deadlines = imported.stage() == Stage.SAL ? terms.accepted(now) : Deadlines.NONE;
    return new Moved(
        next.with(late()).with(deadlines), why, List.of(tell(NoticeId.Kind.QUALIFIED, why)));
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
