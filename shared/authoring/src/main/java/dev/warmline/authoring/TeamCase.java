package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.team.Routing.KnownCompany;
import dev.warmline.team.Team;
import dev.warmline.team.TeamKeys;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One test case of a team file: so many leads come into a queue at an instant.
 *
 * @param tier the word of their tier
 * @param expect what is expected, as written
 */
record TeamCase(
    Instant at,
    String queue,
    String tier,
    int leads,
    Set<String> returnedBy,
    Optional<KnownCompany> company,
    ObjectNode expect) {
  private static final Set<String> KEYS =
      Set.of("name", "at", "queue", "tier", "leads", "returned-by", "company", "expect");
  private static final int MOST = 1_000;

  static TeamCase of(JsonNode item, Team team) {
    for (var property : item.properties()) {
      if (!KEYS.contains(property.getKey())) {
        throw new InvalidCase("a case has no key " + property.getKey());
      }
    }
    var at =
        EventJson.parseInstant(item.path("at").asText())
            .orElseThrow(
                () -> new InvalidCase("at is an instant such as 2026-03-06T18:40:00+01:00"));
    if (!(item.get("expect") instanceof ObjectNode expect) || expect.isEmpty()) {
      throw new InvalidCase("expect says who gets the leads and when they are due");
    }
    return new TeamCase(
        at,
        queue(item.path("queue"), team),
        tier(item.path("tier").asText(TeamKeys.TIERS.getLast())),
        leads(item.path("leads").asInt(1)),
        texts(item.path("returned-by")),
        company(item.path("company")),
        expect);
  }

  private static String queue(JsonNode queue, Team team) {
    return Optional.of(queue.asText())
        .filter(team.queues()::containsKey)
        .orElseThrow(() -> new InvalidCase("queue is one of " + team.queues().keySet()));
  }

  private static String tier(String word) {
    if (!TeamKeys.TIERS.contains(word)) {
      throw new InvalidCase("tier is one of " + TeamKeys.TIERS);
    }
    return word;
  }

  private static int leads(int number) {
    if (number < 1 || number > MOST) {
      throw new InvalidCase("leads is a number from 1 to " + MOST);
    }
    return number;
  }

  private static Optional<KnownCompany> company(JsonNode company) {
    return company.isObject()
        ? Optional.of(
            new KnownCompany(
                text(company.path("owner")),
                text(company.path("queue")),
                company.path("customer").asBoolean()))
        : Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.of(node).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  private static Set<String> texts(JsonNode list) {
    var texts = new HashSet<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
