package dev.warmline.handoff;

import dev.warmline.lead.Lead;
import dev.warmline.lead.Stage;
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
    var alert = Alert.of(lead, entry, desk);
    return new Message(
        AlertSubject.of(alert), AlertText.of(alert), AlertJson.write(alert), attributes(alert));
  }

  /** What subscriptions filter on; always all four, {@code none} where nothing applies. */
  private static Map<String, String> attributes(Alert alert) {
    return Map.of(
        "stage", Stage.MQL.word(),
        "tier", alert.tier(),
        "segment", alert.segments().stream().findFirst().orElse(NONE),
        "queue", alert.queue().orElse(NONE));
  }
}
