package dev.warmline.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a lead qualifies.
 *
 * @param enter what makes a lead MQL; without it only a fast track does
 * @param exit what recycles an MQL that nobody accepted; without it nothing does
 * @param prospect what tells a Prospect from a Suspect; without it any positive hit does
 * @param ready what makes sales hear of an MQL; until then it stays with marketing. Without it
 *     sales hears at once
 * @param coolDown how long a lead that left stays out; zero for not at all
 * @param required the traits that must be known
 * @param fastTrack signals that qualify at once
 * @param fastTrackWithin how old such a signal may be: less than this
 * @param freshWithin how soon after it happened evidence must be received to be fresh
 * @param contactLimit how often somebody may be contacted
 * @param exclude patterns over traits of those who never qualify
 */
public record Qualify(
    Optional<Condition> enter,
    Optional<Condition> exit,
    Optional<Condition> prospect,
    Optional<Condition> ready,
    Duration coolDown,
    List<String> required,
    List<FastTrackRule> fastTrack,
    Duration fastTrackWithin,
    Duration freshWithin,
    Optional<ContactLimit> contactLimit,
    List<Pattern> exclude) {

  public Qualify {
    required = List.copyOf(required);
    fastTrack = List.copyOf(fastTrack);
    exclude = List.copyOf(exclude);
  }

  /** Every leaf of the trees. */
  public Stream<Condition> leaves() {
    return Stream.of(enter, exit, prospect, ready)
        .flatMap(Optional::stream)
        .flatMap(Condition::leaves);
  }

  /**
   * A signal that qualifies at once.
   *
   * @param says the explanation, a template
   */
  public record FastTrackRule(Pattern when, Optional<String> says) {}
}
