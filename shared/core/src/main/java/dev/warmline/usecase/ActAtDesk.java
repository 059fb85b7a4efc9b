package dev.warmline.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.OutcomeFields;
import dev.warmline.event.Trust;
import dev.warmline.lead.Answer;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.usecase.DeskRights.Right;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does what somebody of the team decides, if they may; done again under one key, it does nothing.
 */
public final class ActAtDesk {
  private static final double MOST_VALUE = 1e15;
  private static final Set<String> GIVING_BACK = Set.of("returned", "lost");

  private final ActOnLead acts;
  private final EventLog log;
  private final LeadStore leads;
  private final Models models;

  /** Works on these ports. */
  public ActAtDesk(ActOnLead acts, EventLog log, LeadStore leads, Models models) {
    this.acts = acts;
    this.log = log;
    this.leads = leads;
    this.models = models;
  }

  /**
   * What somebody wants to do.
   *
   * @param key names the act
   * @param fields what an outcome event says: {@code act} and what belongs to it
   * @param take whether they take the lead over from whoever has it
   */
  public record Wish(LeadId lead, String key, ObjectNode fields, boolean take) {
    String act() {
      return fields.path("act").asText();
    }
  }

  /** What became of a wish. */
  public sealed interface Outcome {

    /** The act was done, or refused as it was the first time. */
    record Done(Lead lead, Answer answer) implements Outcome {}

    /** Whoever asks may not do that. */
    record Denied(String why, String mend) implements Outcome {}

    /** Somebody else has the lead. */
    record Theirs(Lead lead, String owner) implements Outcome {}

    /** What the act does not say and must, or says wrongly. */
    record Lacking(String what) implements Outcome {}

    /** The key names another act that was done before. */
    record Reused() implements Outcome {}

    /** There is no such lead. */
    record Unknown() implements Outcome {}
  }

  /** Does it. */
  public Outcome act(TeamMember who, Team team, Wish wish, Instant now) {
    var lacking = lacking(wish.fields(), team, now);
    if (lacking.isPresent()) {
      return new Outcome.Lacking(lacking.get());
    }
    var lead = new LeadDirectory(leads).findLiving(wish.lead());
    return lead.map(living -> act(who, team, living, wish, now)).orElseGet(Outcome.Unknown::new);
  }

  private Outcome act(TeamMember who, Team team, Lead lead, Wish wish, Instant now) {
    var before = leads.findAnswer(wish.key());
    if (before.isPresent()) {
      return repeated(who, lead, wish, before.get());
    }
    if (isOver(wish, now)) {
      return new Outcome.Lacking("an \"until\" that lies ahead, as a day to come back on does");
    }
    return switch (DeskRights.of(who, team, wish.act(), lead.standing())) {
      case Right.Granted _ -> done(who, wish, now);
      case Right.Denied(var why, var mend) -> new Outcome.Denied(why, mend);
      case Right.OnlyByTaking _ when wish.take() -> taken(who, lead, wish, now);
      case Right.OnlyByTaking(var owner) -> new Outcome.Theirs(lead, owner);
    };
  }

  /** A promise for a day that has begun would be none; where it has, the zone of the model says. */
  private boolean isOver(Wish wish, Instant now) {
    if (!GIVING_BACK.contains(wish.act())) {
      return false;
    }
    var until = wish.fields().path("until").asText();
    var today = now.atZone(models.current(now).model().zone()).toLocalDate();
    return OutcomeFields.date(until)
        .map(day -> !day.isAfter(today))
        .or(() -> EventJson.parseInstant(until).map(at -> !at.isAfter(now)))
        .orElse(false);
  }

  private Outcome taken(TeamMember who, Lead lead, Wish wish, Instant now) {
    if (!DeskRights.isTaking(wish.act(), lead.standing())) {
      var assigned = EventJson.newObject().put("act", "assigned").put("owner", who.id());
      acts.act(lead.id(), wish.key() + "/take", who.id(), assigned, now);
    }
    return done(who, wish, now);
  }

  private Outcome done(TeamMember who, Wish wish, Instant now) {
    return acts.act(wish.lead(), wish.key(), who.id(), wish.fields(), now)
        .<Outcome>map(acted -> new Outcome.Done(acted.lead(), acted.answer()))
        .orElseGet(Outcome.Unknown::new);
  }

  /** The answer of the first time, if it was this act: what was done is in the log. */
  private Outcome repeated(TeamMember who, Lead lead, Wish wish, Answer answer) {
    var isSame =
        said(lead, wish.key())
            .map(event -> isSame(event, who, wish.fields()))
            .orElse(answer.isRefused());
    return isSame ? new Outcome.Done(lead, answer) : new Outcome.Reused();
  }

  private Optional<Event> said(Lead lead, String key) {
    var found = new AtomicReference<Event>();
    log.read(
        lead.identity().persons(),
        Optional.of(Trust.SERVER),
        event -> {
          if (event.id().equals(key)) {
            found.set(event);
          }
          return found.get() == null;
        });
    return Optional.ofNullable(found.get());
  }

  private static boolean isSame(Event said, TeamMember who, ObjectNode fields) {
    return said.text("by").equals(Optional.of(who.id()))
        && fields
            .propertyStream()
            .allMatch(field -> isSame(said, field.getKey(), field.getValue()));
  }

  /** By their texts: numbers of one value can be nodes of several kinds. */
  private static boolean isSame(Event said, String name, JsonNode value) {
    return said.json().path(name).asText().equals(value.asText());
  }

  /** What the machine would refuse for what is not said: told before the key is used up. */
  private Optional<String> lacking(ObjectNode fields, Team team, Instant now) {
    if (!fields.has("act")) {
      return Optional.of("an \"act\" that is one of " + String.join(", ", OutcomeFields.acts()));
    }
    return OutcomeFields.problem(fields)
        .or(() -> amount(fields))
        .or(() -> unknown(fields, "owner", team.people().keySet(), "people"))
        .or(() -> unknown(fields, "queue", team.queues().keySet(), "queues"))
        .or(() -> reason(fields, now));
  }

  private static Optional<String> amount(ObjectNode fields) {
    var value = fields.path("value");
    var isAmount = value.isNumber() && Math.abs(value.asDouble()) <= MOST_VALUE;
    return value.isMissingNode() || isAmount
        ? Optional.empty()
        : Optional.of("a \"value\" that is a number");
  }

  private static Optional<String> unknown(
      ObjectNode fields, String name, Set<String> known, String what) {
    return fields.has(name) && !known.contains(fields.path(name).asText())
        ? Optional.of(
            "\"" + name + "\": one of the team's " + what + ": " + String.join(", ", known))
        : Optional.empty();
  }

  private Optional<String> reason(ObjectNode fields, Instant now) {
    if (!GIVING_BACK.contains(fields.path("act").asText())) {
      return Optional.empty();
    }
    var all = models.current(now).model().returnReasons();
    var name = fields.path("reason").asText();
    var reason = all.stream().filter(it -> it.name().equals(name)).findFirst();
    if (reason.isEmpty()) {
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "a \"reason\" that is one of the model's: "
                  + String.join(", ", all.stream().map(it -> it.name()).toList()));
    }
    return reason
        .get()
        .lacks(fields::has)
        .map(it -> "a text \"" + it + "\": reason " + name + " asks for it");
  }
}
