package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import java.time.Duration;
import java.util.List;

/** Something from outside. */
sealed interface Deed {

  /**
   * A client sends events in one request.
   *
   * @param events as the client makes them, without a timestamp
   * @param late how long before the request they happened
   */
  record Send(String key, List<ObjectNode> events, Duration late, String words) implements Deed {
    public Send {
      events = List.copyOf(events);
    }

    /** The same, whose words name the events. */
    static Send of(String key, List<ObjectNode> events, Duration late, String words) {
      var ids = events.stream().map(event -> event.path("messageId").asText()).toList();
      return new Send(key, events, late, words + " " + ids);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * A model is put in force.
   *
   * @param quiet what becomes of the instant up to which what came announces nobody
   */
  record Publish(ObjectNode model, Quiet quiet, String words) implements Deed {
    @Override
    public String toString() {
      return words;
    }
  }

  /** A team is put in force. */
  record Staffed(ObjectNode team, String words) implements Deed {
    @Override
    public String toString() {
      return words;
    }
  }

  /** What a person orders until it is answered. */
  sealed interface Order extends Deed {}

  /**
   * A person of sales or marketing decides about a lead.
   *
   * @param id the same whenever it is done again
   * @param who the user whose lead it is
   * @param fields what an outcome says of it
   * @param take whether they take the lead over, where there is a team and a colleague has it
   */
  record Act(String id, String person, String who, ObjectNode fields, boolean take)
      implements Order {
    @Override
    public String toString() {
      return person + " at the desk, of " + who + ": " + fields;
    }
  }

  /** A person announces every cycle that waits, or gives it up. */
  record Release(String person, boolean isDrop) implements Order {
    @Override
    public String toString() {
      return person + (isDrop ? " drops" : " releases") + " who waits";
    }
  }

  /**
   * From now on so many are released a day.
   *
   * @param perDay 0 for a pause
   */
  record Paced(int perDay) implements Order {
    @Override
    public String toString() {
      return perDay == 0 ? "the pace is paused" : perDay + " a day are released";
    }
  }

  /** Time passes, and whatever is due in it happens. */
  record Pass(Duration time) implements Deed {
    @Override
    public String toString() {
      return time + " pass";
    }
  }

  /** The clocks jump; nobody gets to do anything meanwhile. */
  record Leap(Duration time) implements Deed {
    @Override
    public String toString() {
      return "the clocks jump by " + time;
    }
  }
}
