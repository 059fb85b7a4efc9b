package dev.warmline.handoff;

import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Owner;
import dev.warmline.report.WeekDigest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders what a notice says: a pure function, so that the same notice always gives the same
 * message. All bodies together stay far below the 256 KB that SNS takes, also when the JSON is sent
 * once per protocol.
 *
 * @param desk the address that leads are shown below ({@code <desk>/leads/<id>}), if there is one
 */
public record AlertRenderer(Optional<URI> desk) {
  private static final String NONE = "none";

  /** One that links to leads below this address; {@code none} stands for no address. */
  public static AlertRenderer linking(String desk) {
    return new AlertRenderer(Optional.of(desk).filter(it -> !it.equals(NONE)).map(URI::create));
  }

  /**
   * The message of a notice about a lead.
   *
   * @param more how many further requests it is about
   */
  public Message render(Notice notice, int more) {
    return notice
        .about()
        .map(about -> message(Alert.of(notice, about, more, desk)))
        .orElseThrow(() -> new IllegalArgumentException("it is about no lead: " + notice.id()));
  }

  /** The message that so many leads wait for what the notice names. */
  public Message waiting(Notice notice, int count) {
    var subject =
        VisitorText.cut(VisitorText.ascii(count + " qualified by " + notice.why()), 70, "...")
            + ": release, look or drop";
    var waiting = new WaitingText(notice.id(), notice.at(), count, notice.why());
    return new Message(subject, waiting.text(), waiting.write(), aboutNoLead(notice));
  }

  /** The message of a week. */
  public Message digest(Notice notice, WeekDigest digest) {
    var text = new DigestText(digest);
    var body = Json.write(DigestJson.write(digest));
    return new Message(text.subject(), text.text(), body, aboutNoLead(notice));
  }

  private static Map<String, String> aboutNoLead(Notice notice) {
    var attributes = new HashMap<String, String>();
    for (var name : List.of("tier", "segment", "queue", "owner")) {
      attributes.put(name, NONE);
    }
    attributes.put("notice", notice.id().kind().word());
    attributes.put("stage", notice.stage().word());
    to(attributes, notice.to());
    return attributes;
  }

  /** A list, so that who is told of many things needs one filter. */
  private static void to(Map<String, String> attributes, List<String> people) {
    if (!people.isEmpty()) {
      var list = EventJson.newObject().arrayNode();
      people.forEach(list::add);
      attributes.put("to", Json.write(list));
    }
  }

  private static Message message(Alert alert) {
    return new Message(
        AlertSubject.of(alert), AlertText.of(alert), AlertJson.write(alert), attributes(alert));
  }

  /** What subscriptions filter on; always all six, {@code none} where nothing applies. */
  private static Map<String, String> attributes(Alert alert) {
    var attributes = new HashMap<String, String>();
    attributes.put("notice", alert.id().kind().word());
    attributes.put("stage", alert.stage().word());
    attributes.put("tier", alert.tier());
    attributes.put("segment", alert.segments().stream().findFirst().orElse(NONE));
    attributes.put("queue", alert.queue().orElse(NONE));
    attributes.put("owner", alert.owner().map(Owner::id).orElse(NONE));
    to(attributes, alert.to());
    return attributes;
  }
}
