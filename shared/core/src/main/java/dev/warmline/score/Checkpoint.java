package dev.warmline.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Json;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Scores a lead without reading its log: the fold of what is settled, and after it the newest
 * events one by one, so that a late one still finds its place. Whatever it cannot be sure of it
 * leaves to the log. Law: the scorecard is the one that the whole log gives.
 */
public final class Checkpoint {
  private static final int FORMAT = 7;
  private static final int TAIL = 8;
  private static final int MOST_CHARACTERS = 65_536;

  private final Model model;
  private final String guard;
  private final long at;
  private final Set<String> judged;

  private Checkpoint(Model model, String guard, Instant asOf, Set<String> judged) {
    this.model = model;
    this.guard = guard;
    this.at = Millis.of(asOf);
    this.judged = judged;
  }

  /**
   * A scorecard, and what the next one can be made of.
   *
   * @param card the scorecard; its lines count the hits but name no events
   * @param checkpoint JSON that means nothing elsewhere; empty if only the log can tell
   */
  public record Scored(Scorecard card, Optional<ObjectNode> checkpoint) {

    /** The same of a lead with too many events, of which only those of servers count. */
    public Scored ofServersAlone() {
      return new Scored(card.ofServersAlone(), checkpoint);
    }
  }

  /**
   * Scores the whole log of a lead.
   *
   * @param events every event of every profile of the lead
   * @param guard names the lead's profiles and the model: another guard makes a checkpoint void
   */
  public static Scored ofLog(Collection<Event> events, Model model, String guard, Instant asOf) {
    return of(History.of(events, model), guard, asOf);
  }

  /** The same of what was gathered from the log. */
  public static Scored ofLog(Gathering gathered, String guard, Instant asOf) {
    return of(gathered.history(), guard, asOf);
  }

  private static Scored of(History history, String guard, Instant asOf) {
    var checkpoint = new Checkpoint(history.model(), guard, asOf, judged(history));
    var counting = CountingEvents.at(checkpoint.at, history);
    var isOdd =
        counting.withTwins().isEmpty()
            || !counting.areAgeless()
            || history.events().getLast().at() > checkpoint.at;
    return isOdd
        ? new Scored(Scorer.score(history, asOf), Optional.empty())
        : checkpoint.scored(
            counting.into(new Fold(history.model())),
            counting.events(),
            mark -> RecentIds.of(counting.withTwins(), mark));
  }

  /**
   * Scores by a checkpoint and the events that are new since.
   *
   * @param news events of the lead that the checkpoint may or may not know, in any order
   * @return empty if the whole log is needed
   */
  public static Optional<Scored> continued(
      ObjectNode stored, Collection<Event> news, Model model, String guard, Instant asOf) {
    if (stored.path("format").intValue() != FORMAT
        || !stored.path("guard").asText().equals(guard)) {
      return Optional.empty();
    }
    var judged = new HashSet<String>();
    stored.path("judged").forEach(id -> judged.add(id.asText()));
    try {
      return new Checkpoint(model, guard, asOf, judged).continued(stored, news);
    } catch (RuntimeException unreadable) {
      // Whatever is wrong with it, the log says the same, or says what is wrong.
      return Optional.empty();
    }
  }

  private Optional<Scored> continued(ObjectNode stored, Collection<Event> news) {
    var base = stored.path("base").longValue();
    var events = new ReducedEvents(model, base);
    var fold = new FoldJson(base, events).read(stored.path("past"), model);
    if (stored.has("twin")) {
      fold.oldestTwin = base - stored.path("twin").longValue();
    }
    var tail = new ArrayList<LoggedEvent>();
    stored.path("tail").forEach(one -> tail.add(events.read(one)));
    var ids = RecentIds.read(stored.path("ids").asText(), base);
    var arrivals = new Arrivals(model, at, fold.mark, judged, tail, ids);
    if (!news.stream().sorted(Event.ORDER).allMatch(arrivals::take)) {
      return Optional.empty();
    }
    var merged = arrivals.merged();
    if (merged.isEmpty() || merged.getLast().at() > at) {
      return Optional.empty();
    }
    var scored = scored(fold, merged, ids::since);
    return FoldedForecast.of(fold).exactUntil() > at ? Optional.of(scored) : Optional.empty();
  }

  /** Folds all but the tail, writes both down, and folds the rest. */
  private Scored scored(Fold fold, List<LoggedEvent> events, LongFunction<RecentIds> ids) {
    var concerned = events.stream().filter(Fold::concerns).toList();
    var settled = settled(concerned);
    concerned.subList(0, settled).forEach(fold::add);
    var tail = concerned.subList(settled, concerned.size());
    var recent = ids.apply(fold.mark);
    var written =
        tail.isEmpty() || !recent.fits() ? Optional.<ObjectNode>empty() : write(fold, tail, recent);
    tail.forEach(fold::add);
    return new Scored(new NextChange(FoldedForecast.of(fold)).card(at), written);
  }

  /** Half the retention is late enough: what may expire soon is not kept one by one. */
  private int settled(List<LoggedEvent> events) {
    var settled = Math.max(0, events.size() - TAIL);
    var tooOld = events.isEmpty() ? 0 : events.getLast().at() - Millis.of(model.retention()) / 2;
    while (settled < events.size() && events.get(settled).at() < tooOld) {
      settled++;
    }
    return settled;
  }

  private Optional<ObjectNode> write(Fold fold, List<LoggedEvent> tail, RecentIds ids) {
    var base = tail.getLast().at();
    var events = new ReducedEvents(model, base);
    var json = EventJson.newObject().put("format", FORMAT).put("guard", guard).put("base", base);
    json.set("past", new FoldJson(base, events).write(fold));
    var ofTail = json.putArray("tail");
    tail.forEach(event -> ofTail.add(events.event(event)));
    var ofJudged = json.putArray("judged");
    judged.stream().sorted().forEach(ofJudged::add);
    json.put("ids", ids.write(base));
    if (fold.oldestTwin != RuleFold.NEVER) {
      json.put("twin", base - fold.oldestTwin);
    }
    var fits = events.fits() && Json.write(json).length() <= MOST_CHARACTERS;
    return fits ? Optional.of(json) : Optional.empty();
  }

  private static Set<String> judged(History history) {
    var judged = new HashSet<String>();
    for (var logged : history.events()) {
      if (logged.event().type() == EventType.VERDICT) {
        logged.event().text("about").map(LoggedEvent::digest).ifPresent(judged::add);
      }
    }
    return judged;
  }
}
