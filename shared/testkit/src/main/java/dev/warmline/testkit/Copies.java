package dev.warmline.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.StageEntry;

/** Copies by way of the text, so that a store in memory hands out what a real one would. */
final class Copies {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Copies() {}

  static Lead of(Lead lead) {
    return lead.toBuilder()
        .scorecard(of(lead.scorecard()))
        .traits(of(lead.traits()))
        .checkpoint(lead.checkpoint().map(Copies::of))
        .build();
  }

  static HotSignal of(HotSignal signal) {
    return new HotSignal(
        signal.name(),
        signal.cycle(),
        signal.stage(),
        signal.at(),
        signal.why(),
        of(signal.verdict()));
  }

  static StageEntry of(StageEntry entry) {
    return new StageEntry(
        entry.number(),
        entry.at(),
        entry.from(),
        entry.to(),
        entry.cycle(),
        entry.why(),
        entry.who(),
        entry.silent(),
        of(entry.verdict()));
  }

  private static ObjectNode of(ObjectNode object) {
    try {
      return (ObjectNode) MAPPER.readTree(object.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always writes JSON", e);
    }
  }
}
