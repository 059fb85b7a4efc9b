package dev.warmline.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventType;
import dev.warmline.event.Profile;
import dev.warmline.rule.Model;
import dev.warmline.rule.RepeatedMatches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The events of a lead while its log is read: of each that the model looks at what a scorecard may
 * ask for is kept, of the others nothing, and no more of all than memory is sure to hold.
 */
public final class Gathering {
  /** So many events may be read for one lead, whether anything looks at them or not. */
  public static final int MOST_READ = 1_000_000;

  private static final int BYTES_OF_AN_EVENT = 400;
  private static final int BYTES_OF_A_NODE = 64;

  private final Model model;
  private final RepeatedMatches matches;
  private final Room room;
  private final List<LoggedEvent> kept = new ArrayList<>();
  private final Map<Profile, Profile> profiles = new HashMap<>();
  private Instant newest = Instant.EPOCH;
  private boolean isJudged;
  private long bytes;
  private int read;

  /** How much of one lead is kept. */
  public enum Room {
    /** What nearly every lead has: many may be gathered at once. */
    USUAL(6_000, 4L << 20),
    /** The most that a lead may have: one is gathered at a time. */
    WHOLE(50_000, 32L << 20);

    private final int events;
    private final long bytes;

    Room(int events, long bytes) {
      this.events = events;
      this.bytes = bytes;
    }

    /** The most events that the model looks at. */
    public int events() {
      return events;
    }

    /** The most bytes of memory, estimated, that what is kept of them takes. */
    public long bytes() {
      return bytes;
    }
  }

  /** Nothing yet, of what a model looks at; {@code room} says how much it may become. */
  public Gathering(Model model, Room room) {
    this.model = model;
    this.matches = new RepeatedMatches(model);
    this.room = room;
  }

  /**
   * Takes an event; each event of the lead is to be given once, in any order.
   *
   * @return whether there is room for more; once false, what was gathered means nothing
   */
  public boolean take(Event event) {
    read++;
    newest = event.receivedAt().isAfter(newest) ? event.receivedAt() : newest;
    if (event.isAuthorised()) {
      matches.matching(event).ifPresent(rules -> count(new LoggedEvent(event, rules)));
    }
    return fits();
  }

  private void count(LoggedEvent logged) {
    if (isJudgement(logged.event().type()) || Fold.concerns(logged)) {
      keep(ReducedEvents.kept(logged, model));
    }
  }

  /** Whether there was room for all that was given. */
  public boolean fits() {
    return read <= MOST_READ && kept.size() <= room.events() && bytes <= room.bytes();
  }

  /** Whether somebody has said of one of the events whether it is of a robot. */
  public boolean isJudged() {
    return isJudged;
  }

  /** When the newest event that was read was received; the epoch if none was. */
  public Instant newest() {
    return newest;
  }

  History history() {
    return History.ofLog(kept, model);
  }

  private void keep(LoggedEvent logged) {
    var event = logged.event();
    var shared = profiles.computeIfAbsent(event.profile(), first -> first);
    kept.add(new LoggedEvent(event.with(shared), logged.matches()));
    bytes += BYTES_OF_AN_EVENT + bytes(event.json());
    isJudged |= event.type() == EventType.VERDICT;
  }

  private static boolean isJudgement(EventType type) {
    return type == EventType.VERDICT || type == EventType.CONSENT;
  }

  /** About what a tree takes in memory: small values take many times their text. */
  private static long bytes(JsonNode json) {
    var bytes = BYTES_OF_A_NODE + (json.isTextual() ? json.textValue().length() : 0L);
    for (var field : json.properties()) {
      bytes += BYTES_OF_A_NODE + field.getKey().length();
    }
    for (var child : json) {
      bytes += bytes(child);
    }
    return bytes;
  }
}
