package dev.warmline.measure.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A team that makes a lot happen: few places, short clocks, people who are away on some days, go
 * away or leave meanwhile, and come back.
 */
final class Staff {
  static final String MARKETING = "mia";
  static final String LEAD = "lee";
  static final List<String> SALES = List.of("kim", "bo", "cy", "ana");
  static final List<String> QUEUES = List.of("inbound", "second");

  private static final List<String> INBOUND = List.of("kim", "bo", "cy");
  private static final List<String> SECOND = List.of("ana", "bo");
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-03-02");

  private final Dice dice;
  private final List<Deed> deeds;
  private final String calendar;
  private final String whenAllAway;
  private final String give;
  private final int capacity;
  private final Map<String, String> away = new HashMap<>();
  private Optional<String> gone = Optional.empty();

  /** Adds to these deeds what becomes of the team. */
  Staff(Dice dice, List<Deed> deeds) {
    this.dice = dice;
    this.deeds = deeds;
    calendar = dice.pick(List.of("days", "always"));
    whenAllAway =
        dice.pick(List.of("\"hold\"", "\"hold\"", "{\"fallback\":\"second\"}", "\"anyway\""));
    give = dice.pick(List.of("in-turn", "first-to-take"));
    capacity = 1 + dice.below(3);
  }

  /** Whether somebody of this id is in it, now and then. */
  static boolean has(String person) {
    return SALES.contains(person) || person.equals(MARKETING) || person.equals(LEAD);
  }

  /** The team is put in force, with somebody away on days to come. */
  void begin() {
    if (dice.onceIn(2)) {
      var from = FIRST_DAY.plusDays(dice.below(5));
      away.put(dice.pick(SALES), from + ".." + from.plusDays(dice.below(3)));
    }
    publish("the team begins");
  }

  /** Somebody goes away, leaves, or comes back. */
  void changes() {
    var who = dice.pick(SALES);
    if (gone.isPresent() && dice.onceIn(2)) {
      publish(gone.get() + " returns to the team", Optional.empty());
    } else if (gone.isEmpty() && dice.onceIn(2)) {
      publish(who + " leaves the team", Optional.of(who).filter(INBOUND::contains));
    } else if (away.remove(who) != null) {
      publish(who + " is back");
    } else {
      away.put(who, FIRST_DAY + ".." + FIRST_DAY.plusYears(1));
      publish(who + " goes away");
    }
  }

  /** Somebody of the first queue leaves, whatever they have. */
  void leaves(String who) {
    publish(who + " leaves the team", Optional.of(who));
  }

  private void publish(String words, Optional<String> next) {
    gone = next;
    publish(words);
  }

  private void publish(String words) {
    deeds.add(new Deed.Staffed(team(), words));
  }

  private ObjectNode team() {
    var text =
        """
        {"people":{%s,
           "mia":{"name":"Mia","email":"mia@corp.example","role":"marketing"},
           "lee":{"name":"Lee","email":"lee@corp.example","role":"lead"}},%s
         "calendars":{
           "days":{"zone":"Europe/Berlin","open":{"mon-fri":["08:00-12:30","13:00-18:00"]}},
           "always":{"zone":"UTC","open":{"mon-sun":["00:00-24:00"]}}},
         "queues":{
           "inbound":{"members":[%s],"capacity":%d,"calendar":"%s","when-all-away":%s,
             "escalate-to":"lee"},
           "second":{"members":[%s],"capacity":%4$d,"calendar":"always","give":"%s",
             "escalate-to":"lee"}},
         "sla":[{"tier":"hot","accept-within":"30m","contact-within":"2h"},
           {"accept-within":"4h","contact-within":"1d"}],
         "answer-return-within":"1d"}
        """
            .formatted(
                people(),
                gone.map(who -> "\"leaves\":{\"" + who + "\":{\"to\":\"inbound\"}},").orElse(""),
                members(INBOUND),
                capacity,
                calendar,
                whenAllAway,
                members(SECOND),
                give);
    try {
      return (ObjectNode) Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String people() {
    var people = new ArrayList<String>();
    for (var id : SALES) {
      if (gone.filter(id::equals).isEmpty()) {
        var absent = away.containsKey(id) ? "\"" + away.get(id) + "\"" : "";
        people.add(
            "\"%s\":{\"name\":\"%1$s\",\"email\":\"%1$s@corp.example\",\"role\":\"sales\",\"away\":[%s]}"
                .formatted(id, absent));
      }
    }
    return String.join(",", people);
  }

  private String members(List<String> all) {
    return all.stream()
        .filter(id -> gone.filter(id::equals).isEmpty())
        .map(id -> "\"" + id + "\"")
        .collect(Collectors.joining(","));
  }
}
