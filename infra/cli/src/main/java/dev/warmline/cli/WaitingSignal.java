package dev.warmline.cli;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Model;
import dev.warmline.score.Gathering;
import dev.warmline.score.Scorecard;
import dev.warmline.score.Scorer;
import java.time.Instant;
import java.util.Optional;

/**
 * A fast-track signal, such as a demo request, of somebody whom nobody can reach: it qualifies as
 * soon as an e-mail address or a phone number is known.
 */
final class WaitingSignal {
  private WaitingSignal() {}

  /**
   * The signal that would count with an address, if none counts without.
   *
   * @param gathered what the scorecard was made of; it has such an address afterwards
   */
  static Optional<Scorecard.FastTrack> of(Gathering gathered, Model model, Scorecard card) {
    var traits = card.traits();
    var isReached = traits.path("email").isTextual() || traits.path("phone").isTextual();
    if (isReached || card.withdrawn() || model.qualify().fastTrack().isEmpty()) {
      return Optional.empty();
    }
    gathered.take(address(card.asOf()));
    return Scorer.score(gathered, card.asOf()).qualifies().fastTrack();
  }

  private static Event address(Instant at) {
    var json = EventJson.newObject().put("id", "an address").put("type", "identify");
    json.put("occurredAt", EventJson.format(at)).put("userId", "somebody");
    json.putObject("traits").put("email", "somebody@address.invalid");
    return EventJson.of(json);
  }
}
