package dev.warmline.measure.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    @Override
    public String toString() {
      return words;
    }
  }

  /** A model is put in force. */
  record Publish(ObjectNode model, boolean silent, String words) implements Deed {
    @Override
    public String toString() {
      return words;
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
