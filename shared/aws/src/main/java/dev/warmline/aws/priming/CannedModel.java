package dev.warmline.aws.priming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.event.Json;

/** A small model with each kind of rule that the shipped ones have. */
final class CannedModel {
  private static final String MODEL =
      """
      {"name":"rehearsal",
       "ignore":[{"context":{"page":{"url":[{"prefix":"http://localhost:"}]}}}],
       "scores":{"engagement":{"max":100,"bands":{"warm":10,"cold":0},"groups":{"web":{"max":90}},"rules":[
        {"id":"page","says":"Saw {properties.title}","topic":"site","group":"web","points":10,
         "when":{"type":["page"]},"limit":{"times":9,"per":"day","distinct":"properties.title"},
         "decay":{"half-life":"30d"}},
        {"id":"back","when":{"type":["page"]},"after":{"times":2,"within":"7d"},"points":1,
         "decay":{"linear":"30d"}},
        {"id":"gone","when":{"type":["page"]},"quiet":"30d","points":-5}]}},
       "fit":{"bands":{"A":10,"B":0},"rules":[
        {"id":"big","when":{"traits":{"employees":[{"numeric":[">=",200]}]}},"points":10}]},
       "qualify":{"enter":{"any":[{"all":[{"score":"engagement","at-least":20},{"grade":"A"}]},
         {"sum":["engagement","fit"],"at-least":900}]},
        "exit":{"score":"engagement","below":10},"required":["email","company"]},
       "segments":[{"id":"big","when":{"grade":["A"]}}],"routes":[{"queue":"sales"}]}\
      """;

  private CannedModel() {}

  static void publish(HarmlessTables tables, String modelsTable) {
    new ModelPublisher(tables.silent(), modelsTable)
        .publish(json(MODEL), ModelPublisher.Quiet.KEEP, Rehearsal.NOW);
  }

  static ObjectNode json(String canned) {
    try {
      return (ObjectNode) Json.read(canned);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
