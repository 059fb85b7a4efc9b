package dev.warmline.measure.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;

/** Models that make a lot happen: low thresholds, quick decay, every clock on. */
final class SimulationModels {
  private SimulationModels() {}

  static ObjectNode any(Dice dice) {
    var text =
        """
        {"name":"simulated","lookback":"10d","retention":"30d",
         "scores":{"s":{"max":%d,"rules":[
           {"id":"page","says":"Saw {properties.path}","when":{"type":["page"]},"points":%d,
            "limit":{"times":3,"per":"day"}},
           {"id":"deed","says":"Did {event}","topic":"deeds","when":{"event":["Download"]},
            "points":9,"decay":{"half-life":"2d"}},
           {"id":"silent","when":{"type":["page"]},"quiet":"3d","points":-3},
           {"id":"often","when":{"type":["page"]},"after":{"times":2,"within":"1h"},"points":5,
            "decay":{"expires":"4d"}}]}},
         "fit":{"bands":{"A":5,"B":0},
                "rules":[{"id":"big","when":{"traits":{"size":["big"]}},"points":6}]},
         "segments":[{"id":"doers","when":{"interests":["deeds"]}}],
         "routes":[{"segment":"doers","queue":"second"},{"queue":"inbound"}],
         "sla":{"accept-within":"4h","answer-return-within":"2d"},
         "return-reasons":{"no-need":null,"timing":{"until":"asked","again-to":"same"},
           "later":{"after":"2d"},"bad-data":{"answer":"required"},
           "wrong-queue":{"path":"queue"},
           "do-not-contact":{"path":"disqualify","consent":"withdraw"}},
         "recycle":{"after":"%dd","unqualified-after":"20d"},
         "qualify":{"enter":{"score":"s","at-least":%d},"exit":{"score":"s","below":6},
                    "cool-down":"1d","fast-track":[{"when":{"event":["Demo"]},"says":"Asked for a demo"}],
                    "exclude":[{"traits":{"size":["none"]}}]%s}}
        """
            .formatted(
                40 + dice.below(40),
                3 + dice.below(6),
                2 + dice.below(4),
                12 + dice.below(14),
                dice.onceIn(4) ? ",\"required\":[\"email\"]" : "");
    try {
      return (ObjectNode) Json.read(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
