package dev.warmline.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.Card;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Qualification;

/** Copies by way of the text, so that a store in memory hands out what a real one would. */
final class Copies {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Copies() {}

  static Lead of(Lead lead) {
    var card = lead.card();
    return lead.with(
        new Card(
            card.publication(),
            of(card.scorecard()),
            of(card.traits()),
            card.checkpoint().map(Copies::of)));
  }

  static Qualification of(Qualification qualification) {
    return Qualification.read(of(qualification.write()));
  }

  static Notice of(Notice notice) {
    return new Notice(
        notice.id(),
        notice.at(),
        notice.stage(),
        notice.why(),
        notice.about().map(Copies::of),
        notice.notBefore(),
        notice.state(),
        notice.to(),
        notice.body().map(Copies::of));
  }

  private static ObjectNode of(ObjectNode object) {
    try {
      return (ObjectNode) MAPPER.readTree(object.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree always writes JSON", e);
    }
  }
}
