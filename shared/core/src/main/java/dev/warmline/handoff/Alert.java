package dev.warmline.handoff;

import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.score.Points;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What sales is told about a lead that became MQL, or about a signal of one it has: the one record
 * that every body is rendered from. All lists and texts in it are bounded and free of control
 * characters; links in what visitors typed are not defused yet.
 *
 * @param stage the stage of the lead: MQL, or for an update the one it was in
 * @param at when the lead became MQL, or when the signal was found
 * @param why the reason of the stage change in the product's words, or what was asked for
 * @param tier how urgent: {@code hot} after a fast-track signal, else as the verdict says
 * @param scores in the order of the model
 * @param recent the newest hits, newest first
 * @param queue the queue of the route that the lead took, if the model routes
 * @param zone the time zone that dates are shown in
 * @param link where sales works on the lead, if there is such a page
 */
public record Alert(
    AlertId id,
    Stage stage,
    Instant at,
    String why,
    String tier,
    Contact contact,
    List<Score> scores,
    Optional<Fit> fit,
    List<String> interests,
    List<String> segments,
    Optional<String> queue,
    Source source,
    List<Activity> recent,
    Optional<FastTrack> fastTrack,
    RulesVersion model,
    ZoneId zone,
    Optional<URI> link) {

  public Alert {
    scores = List.copyOf(scores);
    interests = List.copyOf(interests);
    segments = List.copyOf(segments);
    recent = List.copyOf(recent);
  }

  /** One score with the reasons that sum to it. */
  public record Score(String name, Points points, Optional<String> band, List<Reason> reasons) {
    public Score {
      reasons = List.copyOf(reasons);
    }
  }

  /** The fit grade with the reasons that sum to its points. */
  public record Fit(String grade, Points points, List<Reason> reasons) {
    public Fit {
      reasons = List.copyOf(reasons);
    }
  }

  /** The channels that brought the person: first and last touch. */
  public record Source(Optional<String> first, Optional<String> last) {}

  /** Something the person did, in the rule's words. */
  public record Activity(Instant at, String says, Points points) {}

  /**
   * The signal that qualified the lead at once.
   *
   * @param verified false if it came from a browser, where anybody can send anything
   */
  public record FastTrack(String says, boolean verified) {}

  /** The rules that the verdict was made under. */
  public record RulesVersion(String name, int version) {}

  /**
   * The alert for the stage entry that made a lead MQL, from the verdict stored with it. What the
   * verdict lacks is left out: a thin verdict makes a thin alert, never none.
   *
   * @param desk the address that leads are shown below, if there is one
   */
  public static Alert of(Lead lead, StageEntry entry, Optional<URI> desk) {
    var id = new AlertId(lead.id(), entry.cycle());
    return new VerdictReader(lead, entry.verdict(), desk)
        .read(id, Stage.MQL, entry.at(), entry.why());
  }

  /** The update about a signal of a lead that sales has, from the verdict stored with it. */
  public static Alert of(Lead lead, HotSignal signal, Optional<URI> desk) {
    var id = new AlertId(lead.id(), signal.cycle(), Optional.of(signal.name()));
    return new VerdictReader(lead, signal.verdict(), desk)
        .read(id, signal.stage(), signal.at(), signal.why());
  }
}
