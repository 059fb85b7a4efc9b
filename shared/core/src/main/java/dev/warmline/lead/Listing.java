package dev.warmline.lead;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * A lead as it stands in a list that people work off.
 *
 * @param lead its id
 * @param order its place: a text that sorts, made of words and instants, so that a score which
 *     moves a little moves no index entry
 */
public record Listing(LeadId lead, String order) implements Comparable<Listing> {
  private static final String HOT = "0";
  private static final String OTHER = "1";

  /** Behind all that is due at some time. */
  private static final String NEVER = "~";

  private static final long LATEST = 9_999_999_999_999L;

  /**
   * The place in the queue of sales: hot ones first, then what is due soonest, then the better
   * grade and band. A lead is hot as long as a fast-track signal counts.
   */
  public static Listing inQueue(Lead lead) {
    var card = lead.card().scorecard();
    var fit = card.path("fit").path("grade").asText("-");
    var band = new StringBuilder();
    card.path("scores").forEach(score -> band.append(score.path("band").asText("-")).append('#'));
    var tier = isHot(lead) ? HOT : OTHER;
    return new Listing(
        lead.id(), String.join("#", tier, urgency(lead), fit, band + lead.id().value()));
  }

  /** When the first of its deadlines is, as a text that sorts; those without one come last. */
  public static String urgency(Lead lead) {
    return lead.standing().deadlines().next().map(Listing::sortable).orElse(NEVER);
  }

  /** Whether a signal that qualifies at once makes it urgent. */
  public static boolean isHot(Lead lead) {
    return lead.card().scorecard().path("qualifies").path("fastTrack").isObject();
  }

  /**
   * The place among what sales gave back: open questions first, the one due soonest before others;
   * then what came back last.
   *
   * @return empty if sales has not given it back, or it went its way since
   */
  public static Optional<Listing> returned(Lead lead) {
    var standing = lead.standing();
    return standing
        .givenBack()
        .filter(_ -> !standing.isOpen())
        .map(
            given ->
                given.asks()
                    ? HOT + "#" + given.answerBy().map(Listing::sortable).orElse(NEVER)
                    : OTHER + "#" + backwards(standing.left().orElse(standing.since())))
        .map(order -> new Listing(lead.id(), order + "#" + lead.id().value()));
  }

  private static String sortable(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The newest sorts first. */
  private static String backwards(Instant instant) {
    return String.format(Locale.ROOT, "%013d", LATEST - instant.toEpochMilli());
  }

  @Override
  public int compareTo(Listing other) {
    return order.compareTo(other.order);
  }
}
