package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventType;
import dev.warmline.event.OutcomeFields;
import dev.warmline.event.Trust;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.Whose;
import dev.warmline.rule.Models;
import dev.warmline.team.Team;
import dev.warmline.team.TeamMember;
import dev.warmline.usecase.ActAtDesk.Outcome;
import dev.warmline.usecase.ActAtDesk.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings somebody in whom a person met or spoke with, and hands them to sales. */
public final class HandOverLead {
  /** The most traits that may be told. */
  public static final int MOST_TRAITS = 50;

  /** The longest trait, in characters. */
  public static final int LONGEST_TRAIT = 500;

  private final Models models;
  private final EventLog log;
  private final LeadStore leads;
  private final Supplier<Whose> batches;
  private final EvaluateLead evaluate;
  private final ActAtDesk desk;

  /**
   * Works on these ports.
   *
   * @param batches says whose an event is
   */
  public HandOverLead(
      Models models,
      EventLog log,
      LeadStore leads,
      Supplier<Whose> batches,
      EvaluateLead evaluate,
      ActAtDesk desk) {
    this.models = models;
    this.log = log;
    this.leads = leads;
    this.batches = batches;
    this.evaluate = evaluate;
    this.desk = desk;
  }

  /**
   * Does it: what is known of them comes into the log first, so that whatever stops this, their
   * lead is there and the same again ends it.
   *
   * @param key names what is done; the same again does nothing
   * @param traits who it is; at least an e-mail address or a phone number
   * @param why what sales is told
   */
  public Outcome handOver(
      TeamMember who, Team team, String key, ObjectNode traits, String why, Instant now) {
    var fields = EventJson.newObject().put("act", "handed-over").put("why", why);
    var lacking = problem(traits).or(() -> OutcomeFields.problem(fields));
    if (lacking.isPresent()) {
      return new Outcome.Lacking(lacking.get());
    }
    var event = event(key, who.id(), traits, now);
    log.append(List.of(event));
    var publication = models.current(now);
    var touched = batches.get().leadsOf(event, now);
    touched.forEach(lead -> evaluate.evaluate(lead, publication, now, List.of(event)));
    return new LeadDirectory(leads)
        .findLead(event.profile().key())
        .map(lead -> desk.act(who, team, new Wish(lead, key, fields, false), now))
        .orElseGet(Outcome.Unknown::new);
  }

  /** What is wrong with what is told of somebody, in words; empty if nothing is. */
  private static Optional<String> problem(ObjectNode traits) {
    var isWhole =
        traits.size() <= MOST_TRAITS
            && traits
                .propertyStream()
                .allMatch(
                    it ->
                        it.getKey().length() <= LONGEST_TRAIT
                            && it.getValue().isValueNode()
                            && it.getValue().asText().length() <= LONGEST_TRAIT);
    if (!isWhole) {
      return Optional.of(
          "\"traits\": at most "
              + MOST_TRAITS
              + " texts, numbers or yes and no, each of at most "
              + LONGEST_TRAIT
              + " characters");
    }
    var said = EventJson.newObject().put("type", EventType.IDENTIFY.word());
    said.set("traits", traits);
    return EventJson.addressesOf(said).findFirst().isPresent()
        ? Optional.empty()
        : Optional.of("among \"traits\" an \"email\" address or a \"phone\" number");
  }

  /** Under an id of its own: the act's is that of what sales is told. */
  private static Event event(String key, String person, ObjectNode traits, Instant now) {
    var json = EventJson.newObject().put("id", "known-" + Digest.of(key));
    json.put("type", EventType.IDENTIFY.word()).put("by", person);
    json.put("occurredAt", EventJson.format(now)).put("receivedAt", EventJson.format(now));
    json.put("source", Event.DESK).put("trust", Trust.SERVER.word());
    json.set("traits", traits.deepCopy());
    return EventJson.of(json);
  }
}
