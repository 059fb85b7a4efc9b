package dev.warmline.handoff;

import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.StageEntry;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Renders the alert of a stage entry: a pure function, so that the same entry always gives the same
 * message. All bodies together stay far below the 256 KB that SNS takes, also when the JSON is sent
 * once per protocol.
 *
 * @param desk the address that leads are shown below ({@code <desk>/leads/<id>}), if there is one
 */
public record AlertRenderer(Optional<URI> desk) {
  private static final String NONE = "none";

  /** The message about the entry that made this lead MQL. */
  public Message render(Lead lead, StageEntry entry) {
    return message(Alert.of(lead, entry, desk));
  }

  /** The message about a signal of a lead that sales has already. */
  public Message render(Lead lead, HotSignal signal) {
    return message(Alert.of(lead, signal, desk));
  }

  private static Message message(Alert alert) {
    return new Message(
        AlertSubject.of(alert), AlertText.of(alert), AlertJson.write(alert), attributes(alert));
  }

  /** What subscriptions filter on; always all four, {@code none} where nothing applies. */
  private static Map<String, String> attributes(Alert alert) {
    return Map.of(
        "stage", alert.stage().word(),
        "tier", alert.tier(),
        "segment", alert.segments().stream().findFirst().orElse(NONE),
        "queue", alert.queue().orElse(NONE));
  }
}
