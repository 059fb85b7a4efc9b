package dev.warmline.team;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a team file says: who there is, who serves which queue, when, and how long everybody has.
 *
 * @param people by id, in the order of the file
 * @param leaves the queue that gets the leads of each person who is gone
 * @param calendars by name
 * @param queues by name, in the order of the file
 * @param customers the queue of leads whose company is a customer already
 * @param sla the first that fits is taken
 * @param answerReturnWithin how long marketing has to answer a returned lead, in working time
 */
public record Team(
    Map<String, TeamMember> people,
    Map<String, String> leaves,
    Map<String, WorkingCalendar> calendars,
    Map<String, TeamQueue> queues,
    Optional<String> customers,
    List<ServiceLevel> sla,
    Optional<Duration> answerReturnWithin) {
  private static final WorkingCalendar ALWAYS = WorkingCalendar.always(ZoneOffset.UTC);

  public Team {
    people = inOrder(people);
    leaves = inOrder(leaves);
    calendars = inOrder(calendars);
    queues = inOrder(queues);
    sla = List.copyOf(sla);
  }

  /**
   * Makes a team of the JSON form of its file.
   *
   * @throws IllegalArgumentException with everything that is wrong with it
   */
  public static Team of(ObjectNode source) {
    return TeamParser.parse(source).team();
  }

  /** The person with this id. */
  public Optional<TeamMember> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /** The person whose address this is, however it is written. */
  public Optional<TeamMember> withEmail(EmailAddress email) {
    return people.values().stream().filter(person -> person.email().equals(email)).findFirst();
  }

  /** The person with this member id in Slack. */
  public Optional<TeamMember> withSlack(String id) {
    return people.values().stream()
        .filter(person -> person.slack().filter(id::equals).isPresent())
        .findFirst();
  }

  /** The queue of this name. */
  public Optional<TeamQueue> queue(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** By what the clocks of a queue run; always, if it is unknown or has no calendar. */
  public WorkingCalendar calendarOf(String queue) {
    return queue(queue)
        .flatMap(TeamQueue::calendar)
        .flatMap(name -> Optional.ofNullable(calendars.get(name)))
        .orElse(ALWAYS);
  }

  /** How long sales has for a lead of this tier; no clock runs if no row fits. */
  public ServiceLevel serviceLevel(String tier) {
    return sla.stream()
        .filter(row -> row.tier().map(tier::equals).orElse(true))
        .findFirst()
        .orElse(ServiceLevel.NONE);
  }

  /** Whether a person is there to be given leads of a queue; nobody is who is not in the team. */
  public boolean isPresent(String person, String queue, Instant now) {
    var today = calendarOf(queue).dateOf(now);
    return person(person).filter(it -> !it.isAwayOn(today)).isPresent();
  }

  private static <V> Map<String, V> inOrder(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
