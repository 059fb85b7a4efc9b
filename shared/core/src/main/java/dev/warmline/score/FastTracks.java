package dev.warmline.score;

import dev.warmline.event.Event;
import dev.warmline.event.Trust;
import dev.warmline.rule.Model;
import dev.warmline.rule.Qualify;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the signal that qualifies at once. */
final class FastTracks {
  /** Where clients say which form it was. */
  static final List<String> FORM =
      List.of("properties.form", "properties.formId", "properties.form_id", "properties.formName");

  private final Model model;
  private final int firstPlace;

  FastTracks(Model model) {
    this.model = model;
    this.firstPlace = model.rules().size();
  }

  /** The instant from which a signal of another instant is too old. */
  long ends(long at) {
    return at + Millis.of(model.qualify().fastTrackWithin());
  }

  boolean isFastTrack(LoggedEvent event) {
    return Arrays.stream(event.matches()).anyMatch(this::isTrack);
  }

  private boolean isTrack(int place) {
    return place >= firstPlace && place < firstPlace + model.qualify().fastTrack().size();
  }

  Scorecard.FastTrack show(LoggedEvent logged) {
    var event = logged.event();
    var words =
        rule(logged)
            .says()
            .map(says -> Words.fill(says, event.json()))
            .or(() -> event.text("event"))
            .orElse("Fast track");
    return new Scorecard.FastTrack(
        event.text("id").orElseGet(event::id),
        Instant.ofEpochMilli(logged.at()),
        words,
        event.trust() == Trust.SERVER,
        request(event),
        Evidence.kind(event, model.qualify().freshWithin()) == Evidence.Kind.FRESH
            ? Optional.of(event.receivedAt())
            : Optional.empty());
  }

  /** The same event name and form, asked for again, is the same request. */
  private static String request(Event event) {
    var form =
        FORM.stream().flatMap(path -> FieldPaths.textAt(event.json(), path).stream()).findFirst();
    return event.text("event").orElse("") + form.map(name -> "/" + name).orElse("");
  }

  private Qualify.FastTrackRule rule(LoggedEvent event) {
    for (var place : event.matches()) {
      if (isTrack(place)) {
        return model.qualify().fastTrack().get(place - firstPlace);
      }
    }
    throw new IllegalArgumentException("not a fast-track event");
  }
}
