package dev.warmline.handoff;

import dev.warmline.lead.Beside;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Owner;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.SameAddress;
import dev.warmline.lead.Stage;
import dev.warmline.score.Moment;
import dev.warmline.score.Points;
import dev.warmline.score.Scorecard;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What sales is told about a lead: that it is handed over, that it asks for something, or that it
 * is to be disregarded: the one record that every body is rendered from. All lists and texts in it
 * are bounded and free of control characters; links in what visitors typed are not defused yet.
 *
 * @param stage the stage of the lead: MQL, or for an update the one it was in
 * @param at when the lead became MQL, or when the signal was found
 * @param why the reason of the stage change in the product's words, or what was asked for
 * @param tier how urgent: {@code hot} after a fast-track signal, else {@code warm}
 * @param scores in the order of the model
 * @param recent the newest hits, newest first
 * @param queue the queue that the lead came to, if the model routes
 * @param owner who has it, if somebody does
 * @param to who is told: ids of people, {@code queue:NAME}, {@code role:WORD}; empty without a team
 * @param sameAddress another lead with the same e-mail address that sales has already, and who set
 *     it
 * @param contacts how often somebody contacted the person: {@code 7 mails in 14 days}
 * @param beside what is said beside it: by when, how it was given back, who introduces, colleagues
 * @param zone the time zone that dates are shown in
 * @param link where sales works on the lead, if there is such a page
 */
public record Alert(
    NoticeId id,
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
    Optional<Owner> owner,
    List<String> to,
    Optional<SameAddress.Other> sameAddress,
    Optional<String> contacts,
    Beside beside,
    Source source,
    List<Activity> recent,
    Optional<FastTrack> fastTrack,
    RulesVersion model,
    ZoneId zone,
    Optional<URI> link) {
  private static final int MAX_RECENT = 10;

  public Alert {
    scores = List.copyOf(scores);
    interests = List.copyOf(interests);
    segments = List.copyOf(segments);
    to = List.copyOf(to);
    recent = List.copyOf(recent);
  }

  /** Whether it tells of a signal while sales had the lead already. */
  boolean isUpdate() {
    return id.kind() == NoticeId.Kind.SIGNAL;
  }

  /** Whether what sales was told does not hold any more. */
  boolean isDisregard() {
    return id.kind() == NoticeId.Kind.DISREGARD;
  }

  /** Whether who reads it knows the reasons already. */
  boolean isBrief() {
    return !id.kind().explains();
  }

  /** One score with the reasons that sum to it. */
  public record Score(String name, Points points, Optional<String> band, List<Reason> reasons) {
    public Score {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * The fit grade with the reasons that sum to its points.
   *
   * @param unknown the facts without which it is {@code ?}
   */
  public record Fit(String grade, List<String> unknown, Points points, List<Reason> reasons) {
    public Fit {
      unknown = List.copyOf(unknown);
      reasons = List.copyOf(reasons);
    }

    /** The grade, and what it lacks. */
    String words() {
      return Scorecard.Fit.words(grade, unknown);
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
   * What a notice about a lead says. Its texts are bounded here, whatever the qualification holds.
   *
   * @param more how many further requests it is about
   * @param desk the address that leads are shown below, if there is one
   */
  static Alert of(Notice notice, Qualification about, int more, Optional<URI> desk) {
    var card = about.scorecard();
    return new Alert(
        notice.id(),
        notice.stage(),
        notice.at(),
        VisitorText.clean(notice.why() + asked(more), AlertFields.LONGEST_LINE),
        about.tier().word(),
        Contact.of(about.traits()),
        AlertFields.scores(card.path("scores")),
        AlertFields.fit(card.path("fit")),
        AlertFields.ids(card.path("interests")),
        AlertFields.ids(card.path("segments")),
        about.queue().map(queue -> VisitorText.clean(queue, AlertFields.LONGEST_ID)),
        about.owner().map(AlertFields::clean),
        notice.to(),
        about.sameAddress().map(AlertFields::clean),
        AlertFields.line(card.path("qualifies").path("contacts")),
        AlertFields.clean(about.beside()),
        AlertFields.source(card.path("leadSource")),
        about.recent().stream().limit(MAX_RECENT).map(Alert::activity).toList(),
        AlertFields.fastTrack(card.path("qualifies").path("fastTrack")),
        AlertFields.model(card.path("model")),
        about.zone(),
        desk.flatMap(base -> notice.id().lead().map(lead -> AlertFields.leadPage(base, lead))));
  }

  private static String asked(int more) {
    return switch (more) {
      case 0 -> "";
      case 1 -> ", and once more";
      default -> ", and " + more + " times more";
    };
  }

  private static Activity activity(Moment moment) {
    var says = VisitorText.clean(moment.says(), AlertFields.LONGEST_LINE);
    return new Activity(moment.at(), says, moment.points());
  }
}
