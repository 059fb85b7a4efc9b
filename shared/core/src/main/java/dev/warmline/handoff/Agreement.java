package dev.warmline.handoff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.rule.Condition;
import dev.warmline.rule.DurationText;
import dev.warmline.rule.Model;
import dev.warmline.rule.Publication;
import dev.warmline.rule.Qualify;
import dev.warmline.rule.ReturnReason;
import dev.warmline.rule.ReturnReason.Promise;
import dev.warmline.team.ServiceLevel;
import dev.warmline.team.TeamPublication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What sales and marketing have agreed on: when a lead is handed over and with what, how long each
 * side has, why a lead may be given back, and by which versions that is so.
 *
 * @param publication of the model that is in force
 * @param team that is in force; without one the model's own clocks hold
 */
public record Agreement(Publication publication, Optional<TeamPublication> team) {

  /** A part of it, for people. */
  public record Part(String title, List<String> lines) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /** The parts in the order in which people read them. */
  public List<Part> parts() {
    var qualify = model().qualify();
    return Stream.of(
            new Part("A lead is handed to sales when", handedOver(qualify)),
            new Part("Never", qualify.exclude().stream().map(ConditionWords::of).toList()),
            new Part("What sales gets with it", needed(qualify)),
            new Part("Sales", sales()),
            new Part("Marketing", marketing()),
            new Part("A lead may be given back because of", reasons()),
            new Part("By", versions()))
        .filter(part -> !part.lines().isEmpty())
        .toList();
  }

  /** As JSON: the same parts, and what programs want to know of them. */
  public ObjectNode write() {
    var json = EventJson.newObject();
    json.putObject("model")
        .put("name", model().name())
        .put("version", model().version())
        .put("publication", publication.number());
    team.ifPresent(it -> json.putObject("team").put("publication", it.number()));
    texts(json.putArray("required"), model().qualify().required());
    var sales = json.putArray("sales");
    levels().forEach(level -> sales.add(write(level)));
    answerWithin().ifPresent(time -> json.put("answerReturnWithin", text(time)));
    var reasons = json.putArray("reasons");
    model().returnReasons().forEach(reason -> reasons.add(write(reason)));
    var words = json.putArray("words");
    for (var part : parts()) {
      texts(words.addObject().put("title", part.title()).putArray("lines"), part.lines());
    }
    return json;
  }

  private Model model() {
    return publication.model();
  }

  private static List<String> handedOver(Qualify qualify) {
    var lines = new ArrayList<String>();
    qualify.enter().ifPresent(enter -> lines.addAll(ways(enter)));
    qualify.ready().ifPresent(ready -> lines.add("and not before: " + ConditionWords.of(ready)));
    qualify
        .fastTrack()
        .forEach(
            track -> lines.add("at once: " + track.says().orElse(ConditionWords.of(track.when()))));
    qualify
        .contactLimit()
        .ifPresent(
            limit ->
                lines.add(
                    "and nobody contacted the person "
                        + limit.times()
                        + " times in "
                        + DurationText.words(limit.within())));
    return lines;
  }

  /** Each way in on a line of its own. */
  private static List<String> ways(Condition enter) {
    return enter instanceof Condition.Any(var parts)
        ? parts.stream().map(ConditionWords::of).toList()
        : List.of(ConditionWords.of(enter));
  }

  private static List<String> needed(Qualify qualify) {
    var lines = new ArrayList<String>();
    lines.add("every reason with its points, which add up to the score");
    if (!qualify.required().isEmpty()) {
      lines.add("known of the person: " + String.join(", ", qualify.required()));
    }
    return lines;
  }

  private List<String> sales() {
    var lines = new ArrayList<String>();
    for (var level : levels()) {
      var whose = level.tier().map(tier -> tier + " leads: ").orElse("");
      level
          .acceptWithin()
          .ifPresent(time -> lines.add(whose + "accepts or returns within " + text(time)));
      level
          .contactWithin()
          .ifPresent(time -> lines.add(whose + "speaks with the person within " + text(time)));
    }
    model()
        .recycle()
        .after()
        .ifPresent(time -> lines.add("who is not accepted goes back after " + text(time)));
    model()
        .recycle()
        .unqualifiedAfter()
        .ifPresent(time -> lines.add("who is not qualified goes back after " + text(time)));
    return lines;
  }

  private List<String> marketing() {
    var lines = new ArrayList<String>();
    answerWithin()
        .ifPresent(time -> lines.add("answers a return that asks for it within " + text(time)));
    model()
        .qualify()
        .exit()
        .ifPresent(
            exit ->
                lines.add(
                    "takes a lead back that nobody accepted when " + ConditionWords.of(exit)));
    return lines;
  }

  private List<String> reasons() {
    return model().returnReasons().stream().map(Agreement::words).toList();
  }

  private static String words(ReturnReason reason) {
    return reason.name() + ": " + consequences(reason);
  }

  /** What follows when a lead is given back for a reason, in words. */
  public static String consequences(ReturnReason reason) {
    var words = new ArrayList<String>();
    words.add(
        switch (reason.path()) {
          case RECYCLE -> "back to marketing";
          case DISQUALIFY -> "out for good";
          case QUEUE -> "to another queue, which is named";
        });
    if (reason.note()) {
      words.add("with a note");
    }
    if (reason.answer()) {
      words.add("marketing answers");
    }
    switch (reason.promise()) {
      case Promise.None() -> {}
      case Promise.Asked() -> words.add("again on a day that is named");
      case Promise.After(var time) -> words.add("again after " + text(time));
    }
    if (reason.withdrawsConsent()) {
      words.add("nobody contacts them any more");
    }
    return String.join(", ", words);
  }

  private List<String> versions() {
    var model =
        "model "
            + model().name()
            + (model().version() == 0 ? "" : " version " + model().version())
            + ", publication "
            + publication.number();
    return List.of(
        model,
        team.map(it -> "team, publication " + it.number())
            .orElse("no team is published: the clocks are the model's"));
  }

  /** What holds is what the team file says, where one is published. */
  private List<ServiceLevel> levels() {
    return team.map(it -> it.team().sla())
        .orElseGet(
            () ->
                List.of(
                    new ServiceLevel(
                        Optional.empty(), model().sla().acceptWithin(), Optional.empty())));
  }

  private Optional<Duration> answerWithin() {
    return team.map(it -> it.team().answerReturnWithin())
        .orElseGet(() -> model().sla().answerReturnWithin());
  }

  private static ObjectNode write(ServiceLevel level) {
    var json = EventJson.newObject();
    level.tier().ifPresent(tier -> json.put("tier", tier));
    level.acceptWithin().ifPresent(time -> json.put("acceptWithin", text(time)));
    level.contactWithin().ifPresent(time -> json.put("contactWithin", text(time)));
    return json;
  }

  private static ObjectNode write(ReturnReason reason) {
    var json = EventJson.newObject().put("reason", reason.name());
    json.put("path", reason.path().name().toLowerCase(Locale.ROOT));
    json.put("note", reason.note()).put("answer", reason.answer());
    return json.put("words", words(reason));
  }

  private static String text(Duration time) {
    return DurationText.ofMillis(time.toMillis());
  }

  private static void texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
