package dev.warmline.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.ParkedEvent;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something of a source that came while somebody watched.
 *
 * @param at when it was received
 * @param what its type and name, or that it was parked
 * @param who its profile, or the id under which it is parked
 * @param why the rules that it matches, or why it counts for none
 */
record Sighting(Instant at, String what, String who, String why) {

  /** An event that was stored, and what the model in force says of it. */
  static Sighting of(Event event, Model model) {
    var name = event.text("event").or(() -> event.text("name")).map(n -> " " + n).orElse("");
    return new Sighting(
        event.receivedAt(),
        event.type().word() + name,
        event.profile().toString(),
        robot(event).map(reason -> "robot: " + reason).orElseGet(() -> rules(event, model)));
  }

  /** An event that was refused. */
  static Sighting of(ParkedEvent event) {
    return new Sighting(event.at(), "parked", event.digest(), event.reason());
  }

  String line() {
    return "%s  %s  %s  %s".formatted(at, what, who, why);
  }

  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode().put("at", at.toString());
    return json.put("what", what).put("who", who).put("why", why);
  }

  private static Optional<String> robot(Event event) {
    var verdict = event.json().path("verdict");
    return verdict.path("bot").asBoolean()
        ? Optional.of(verdict.path("reason").asText())
        : Optional.empty();
  }

  /** Rules of silence match what ends it: those it is not counted for. */
  private static String rules(Event event, Model model) {
    return model.matching(event).map(places -> rules(places, model)).orElse("ignored");
  }

  private static String rules(int[] places, Model model) {
    var names =
        Arrays.stream(places)
            .filter(place -> !isOfSilence(model, place))
            .mapToObj(place -> name(model, place))
            .toList();
    return names.isEmpty() ? "no rule" : String.join(", ", names);
  }

  private static boolean isOfSilence(Model model, int place) {
    return place < model.rules().size() && model.rules().get(place).isOfSilence();
  }

  /** Behind the places of the rules are those of the fast track, and what is a contact. */
  private static String name(Model model, int place) {
    var rules = model.rules();
    var tracks = rules.size() + model.qualify().fastTrack().size();
    return place < rules.size()
        ? rules.get(place).id()
        : place < tracks ? "fast track" : "contact-limit";
  }
}
