package dev.warmline.usecase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventLog;
import dev.warmline.event.EventType;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.OutcomeFields;
import dev.warmline.event.Profile;
import dev.warmline.event.Trust;
import dev.warmline.lead.Answer;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.rule.Models;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** Does what a person decides about a lead. Doing it again under one id does nothing. */
public final class ActOnLead {
  private final Models models;
  private final EventLog log;
  private final LeadDirectory directory;
  private final EvaluateLead evaluate;

  /**
   * Works on these ports.
   *
   * @param evaluate says in the log what acts say
   */
  public ActOnLead(Models models, EventLog log, LeadStore leads, EvaluateLead evaluate) {
    this.models = models;
    this.log = log;
    this.directory = new LeadDirectory(leads);
    this.evaluate = evaluate;
  }

  /**
   * What became of an act.
   *
   * @param lead as it is stored now
   */
  public record Acted(Lead lead, Answer answer) {}

  /**
   * Does an act.
   *
   * @param id names the act
   * @param person the id of whoever does it
   * @param fields what an outcome event says of it: {@code act} and what belongs to that act
   * @return empty if there is no such lead
   * @throws InvalidEvent if the fields are not those of an act, in words for whoever wrote them
   */
  public Optional<Acted> act(
      LeadId lead, String id, String person, ObjectNode fields, Instant now) {
    var problem = OutcomeFields.problem(said(id, person, fields));
    if (problem.isPresent()) {
      throw new InvalidEvent("an act needs " + problem.get());
    }
    return directory
        .findLiving(lead)
        .map(living -> act(living, event(living, said(id, person, fields), now), now));
  }

  private Acted act(Lead lead, Event said, Instant now) {
    var evaluated = evaluate.act(lead.id(), said, models.current(now), now);
    return new Acted(evaluated.lead().orElse(lead), evaluated.acts().getFirst().answer());
  }

  /** An act of the desk is named by its own id, whatever the profile. */
  private static ObjectNode said(String id, String person, ObjectNode fields) {
    return fields.deepCopy().put("actId", id).put("by", person);
  }

  private Event event(Lead lead, ObjectNode json, Instant now) {
    json.put("id", json.path("actId").asText()).put("type", EventType.OUTCOME.word());
    json.put("occurredAt", EventJson.format(now)).put("receivedAt", EventJson.format(now));
    json.put("source", Event.DESK).put("trust", Trust.SERVER.word());
    json.put("profile", personOf(lead).toString());
    return EventJson.of(json);
  }

  /** Keys do not say whom they stand for: the first event of one of its persons does. */
  private Profile personOf(Lead lead) {
    var persons = lead.identity().persons();
    var found = new AtomicReference<Profile>();
    log.read(
        persons,
        Optional.empty(),
        event -> {
          Stream.concat(Stream.of(event.profile()), EventJson.addressesOf(event.json()))
              .filter(profile -> persons.contains(profile.key()))
              .findFirst()
              .ifPresent(found::set);
          return found.get() == null;
        });
    return Optional.ofNullable(found.get())
        .orElseThrow(
            () -> new IllegalStateException("no event names a person of lead " + lead.id()));
  }
}
