package dev.warmline.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Trust;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the rules say of a lead at an instant: a pure function of its events, the model and that
 * instant.
 *
 * @param scores by name, in the order of the model
 * @param interests topics of the hits, ranked by points
 * @param segments ids of the segments that match, in the order of the model
 * @param latestHit the newest kept hit of any rule
 * @param nextChange no later than the first instant at which any verdict could differ by time
 *     alone; empty if nothing can change
 * @param evidence the newest of what speaks for the lead
 * @param withdrawn whether the person has withdrawn consent: then nothing counts
 * @param serversAlone whether only events of servers count, because the lead has too many
 * @param traits the facts known about the person at {@code asOf}
 * @param addressBy who set the e-mail address among the traits, if there is one
 * @param recent the newest hits, newest first
 */
public record Scorecard(
    Instant asOf,
    String model,
    int version,
    Map<String, Score> scores,
    Optional<Fit> fit,
    List<String> interests,
    List<String> segments,
    LeadSource leadSource,
    Qualification qualifies,
    Optional<Instant> latestHit,
    Optional<Instant> nextChange,
    Evidence evidence,
    boolean withdrawn,
    boolean serversAlone,
    ObjectNode traits,
    Optional<Trust> addressBy,
    List<Moment> recent) {

  public Scorecard {
    scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    interests = List.copyOf(interests);
    segments = List.copyOf(segments);
    recent = List.copyOf(recent);
  }

  /** The same scorecard with another next change. */
  Scorecard withNextChange(Optional<Instant> instant) {
    return new Scorecard(
        asOf,
        model,
        version,
        scores,
        fit,
        interests,
        segments,
        leadSource,
        qualifies,
        latestHit,
        instant,
        evidence,
        withdrawn,
        serversAlone,
        traits,
        addressBy,
        recent);
  }

  /** The same scorecard of a lead with too many events. */
  public Scorecard ofServersAlone() {
    return new Scorecard(
        asOf,
        model,
        version,
        scores,
        fit,
        interests,
        segments,
        leadSource,
        qualifies,
        latestHit,
        nextChange,
        evidence,
        withdrawn,
        true,
        traits,
        addressBy,
        recent);
  }

  /**
   * One score with the lines that sum to it.
   *
   * @param band the name of its range, if the model names bands
   */
  public record Score(Points points, Optional<String> band, List<Line> lines) {
    public Score {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The fit grade with the lines that sum to its points.
   *
   * @param grade {@code ?} while a fact that it needs is unknown
   * @param unknown those facts
   */
  public record Fit(Points points, String grade, List<String> unknown, List<Line> lines) {
    public Fit {
      unknown = List.copyOf(unknown);
      lines = List.copyOf(lines);
    }

    /** The grade, and what it lacks: {@code ? (unknown: employees)}. */
    public String words() {
      return words(grade, unknown);
    }

    /** A grade and what it lacks in words. */
    public static String words(String grade, List<String> unknown) {
      return unknown.isEmpty() ? grade : grade + " (unknown: " + String.join(", ", unknown) + ")";
    }
  }

  /** One line of an explanation. */
  public sealed interface Line {
    /** What the line adds to the sum. */
    Points points();

    /**
     * What one rule contributes now.
     *
     * @param hits how many hits are worth something now (0 for a fit rule)
     * @param events their event ids, oldest first (empty for a fit rule)
     * @param says the rule's words, filled from its newest hit
     */
    record OfRule(String rule, Points points, int hits, List<String> events, Optional<String> says)
        implements Line {
      public OfRule {
        events = List.copyOf(events);
      }
    }

    /** What a person added or took away. */
    record OfAdjustment(
        String adjustment, Points points, Optional<String> author, Optional<String> note)
        implements Line {}

    /**
     * What a limit on a sum took away or filled up.
     *
     * @param clamp {@code rule:ID}, {@code group:NAME} or {@code score:NAME}
     */
    record OfClamp(String clamp, Points points) implements Line {}
  }

  /** The channel that brought the person: first and last touch, absent before any. */
  public record LeadSource(Optional<String> first, Optional<String> last) {}

  /**
   * Whether the lead qualifies by its scores and facts; the stage it is in is not considered.
   *
   * @param prospect whether it is more than a Suspect
   * @param ready whether sales may hear of it: false below what the model hands over at
   * @param contacted whether somebody contacted it as often as the model allows
   * @param contacts how often somebody did, as sales reads it: {@code 7 mails in 14 days}
   * @param missing the required traits that are absent
   * @param signals the newest fast-track signals of a server and of a browser, in order, as far as
   *     they are young enough
   * @param excluded why the lead can never qualify
   * @param latestPositiveHit the newest kept hit of a rule with positive points, or fast-track hit
   */
  public record Qualification(
      boolean enter,
      boolean exit,
      boolean prospect,
      boolean ready,
      boolean contacted,
      Optional<String> contacts,
      List<String> missing,
      Optional<FastTrack> fastTrack,
      List<FastTrack> signals,
      Optional<String> excluded,
      Optional<Instant> latestPositiveHit) {
    public Qualification {
      missing = List.copyOf(missing);
      signals = List.copyOf(signals);
    }

    /** Whether the lead qualifies, were it not in any stage. */
    public boolean holds() {
      return excluded.isEmpty() && (fastTrack.isPresent() || (enter && missing.isEmpty()));
    }
  }

  /**
   * A signal that qualifies at once.
   *
   * @param verified false if it came from a browser source
   * @param request what was asked for: the event's name and the form
   * @param fresh when it was received, if it came soon after it happened and from no backfill
   */
  public record FastTrack(
      String event,
      Instant at,
      String says,
      boolean verified,
      String request,
      Optional<Instant> fresh) {}
}
