package dev.warmline.lead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is said beside a lead, as it was when somebody was to be told of it. It is kept with the
 * notice alone: a cycle record does not hold what is said of others.
 *
 * @param acceptBy until when sales is to accept it
 * @param introduction who introduces its owner to it, and where
 * @param gaveBack how sales gave it back in the cycle before
 * @param colleagues others of its company that sales has, the newest first; at most {@link #MOST}
 * @param more how many there are beside those
 */
public record Beside(
    Optional<Instant> acceptBy,
    Optional<Introduction> introduction,
    Optional<GaveBack> gaveBack,
    List<Colleague> colleagues,
    int more) {
  /** The most colleagues that are named. */
  public static final int MOST = 3;

  /** Nothing. */
  public static final Beside NOTHING =
      new Beside(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0);

  private static final String ACCEPT_BY = "acceptBy";
  private static final String INTRODUCTION = "introduction";
  private static final String RETURNED = "returnedBefore";
  private static final String COLLEAGUES = "colleagues";
  private static final String MORE = "moreColleagues";
  private static final String BY = "by";
  private static final String NAME = "name";
  private static final String SLACK = "slack";
  private static final String AT = "at";
  private static final String ACT = "act";
  private static final String REASON = "reason";
  private static final String NOTE = "note";
  private static final String REPLY = "answer";
  private static final String LEAD = "lead";
  private static final String STAGE = "stage";

  public Beside {
    colleagues = List.copyOf(colleagues);
  }

  /**
   * A warm handoff.
   *
   * @param by who introduces
   * @param slack the channel where they meet, if it is not that of the queue
   */
  public record Introduction(Owner by, Optional<String> slack) {}

  /**
   * What was said when sales gave it back.
   *
   * @param act its word: {@code returned} or {@code lost}
   * @param by the name of who did
   * @param reply what marketing answered
   */
  public record GaveBack(
      String act,
      String by,
      Instant at,
      String reason,
      Optional<String> note,
      Optional<Reply> reply) {}

  /** What marketing answered: its name, the word and what was said with it. */
  public record Reply(String by, String answer, Optional<String> note) {}

  /** Another lead of the company. */
  public record Colleague(LeadId lead, Optional<String> name, Stage stage, Optional<Owner> owner) {}

  /** Adds it to what is told of a lead; {@link #read} of that gives an equal one. */
  public void write(ObjectNode json) {
    acceptBy.ifPresent(at -> json.put(ACCEPT_BY, EventJson.format(at)));
    introduction.ifPresent(
        it -> {
          var one = json.putObject(INTRODUCTION).put(BY, it.by().id()).put(NAME, it.by().name());
          it.slack().ifPresent(channel -> one.put(SLACK, channel));
        });
    gaveBack.ifPresent(it -> write(it, json.putObject(RETURNED)));
    if (!colleagues.isEmpty()) {
      var all = json.putArray(COLLEAGUES);
      colleagues.forEach(it -> write(it, all.addObject()));
      json.put(MORE, more);
    }
  }

  private static void write(GaveBack back, ObjectNode json) {
    json.put(ACT, back.act()).put(BY, back.by()).put(AT, EventJson.format(back.at()));
    json.put(REASON, back.reason());
    back.note().ifPresent(note -> json.put(NOTE, note));
    back.reply()
        .ifPresent(
            reply -> {
              var one = json.putObject(REPLY).put(BY, reply.by()).put(REPLY, reply.answer());
              reply.note().ifPresent(note -> one.put(NOTE, note));
            });
  }

  private static void write(Colleague colleague, ObjectNode json) {
    json.put(LEAD, colleague.lead().value());
    colleague.name().ifPresent(name -> json.put(NAME, name));
    json.put(STAGE, colleague.stage().word());
    colleague.owner().ifPresent(owner -> owner.write(json));
  }

  /** What {@link #write} added. */
  public static Beside read(JsonNode json) {
    return new Beside(
        EventJson.parseInstant(json.path(ACCEPT_BY).asText()),
        text(json.path(INTRODUCTION), BY).map(by -> introduction(by, json.path(INTRODUCTION))),
        EventJson.parseInstant(json.path(RETURNED).path(AT).asText())
            .map(at -> gaveBack(at, json.path(RETURNED))),
        json.path(COLLEAGUES)
            .valueStream()
            .limit(MOST)
            .flatMap(it -> colleague(it).stream())
            .toList(),
        json.path(MORE).asInt());
  }

  private static Introduction introduction(String by, JsonNode json) {
    return new Introduction(new Owner(by, text(json, NAME).orElse(by)), text(json, SLACK));
  }

  private static GaveBack gaveBack(Instant at, JsonNode json) {
    var reply = json.path(REPLY);
    return new GaveBack(
        json.path(ACT).asText(),
        json.path(BY).asText(),
        at,
        json.path(REASON).asText(),
        text(json, NOTE),
        text(reply, REPLY)
            .map(answer -> new Reply(reply.path(BY).asText(), answer, text(reply, NOTE))));
  }

  private static Optional<Colleague> colleague(JsonNode json) {
    var stage = Stage.parse(json.path(STAGE).asText());
    return LeadId.parse(json.path(LEAD).asText())
        .flatMap(id -> stage.map(it -> new Colleague(id, text(json, NAME), it, Owner.read(json))));
  }

  private static Optional<String> text(JsonNode json, String key) {
    return Optional.ofNullable(json.path(key).textValue());
  }
}
