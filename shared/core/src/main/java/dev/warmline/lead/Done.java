package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Instant;
import java.util.Optional;

/**
 * An act that was done.
 *
 * @param id names it: done again under one id, it does nothing
 * @param at when it was done
 * @param cycle the cycle it means, if it names one
 * @param details what it says beside: kept in the record of the cycle
 */
public record Done(
    String id, Actor actor, Instant at, Act act, Optional<Integer> cycle, ObjectNode details) {

  /** Something the product did itself, which needs no id. */
  public static Done byWarmline(Act act, Instant at) {
    return new Done(
        act.word(), new Actor.Warmline(), at, act, Optional.empty(), EventJson.newObject());
  }

  /** Something the product did itself that is to be done once. */
  public static Done byPace(String id, Act act, Instant at) {
    return new Done(id, new Actor.Warmline(), at, act, Optional.empty(), EventJson.newObject());
  }

  /** The same, which says this beside. */
  Done with(ObjectNode details) {
    return new Done(id, actor, at, act, cycle, details);
  }

  /** Something a person did. */
  public static Done byPerson(String id, String person, Act act, Instant at) {
    return new Done(id, new Actor.Person(person), at, act, Optional.empty(), EventJson.newObject());
  }

  /** Whether the product did it itself. */
  boolean isOwn() {
    return actor instanceof Actor.Warmline;
  }
}
