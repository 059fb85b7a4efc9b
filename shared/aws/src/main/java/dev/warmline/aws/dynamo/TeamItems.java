package dev.warmline.aws.dynamo;

import dev.warmline.team.Team;
import dev.warmline.team.TeamPublication;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Published teams as items: each has its own, and the one in force a second. */
final class TeamItems {
  private TeamItems() {}

  static Map<String, AttributeValue> write(
      Map<String, AttributeValue> key, TeamPublication publication) {
    return Item.startingWith(key)
        .put(Schema.NUMBER, publication.number())
        .put(Schema.AT, publication.at())
        .put(Schema.WHO, publication.by())
        .put(Schema.WHY, publication.why())
        .put(Schema.BODY, Packed.json(publication.source()))
        .attributes();
  }

  /**
   * Reads one.
   *
   * @throws MalformedItem if an attribute is missing or odd
   * @throws IllegalArgumentException if this version cannot read the team
   */
  static TeamPublication read(Item item) {
    var source = Packed.json(item.get(Schema.BODY));
    return new TeamPublication(
        item.count(Schema.NUMBER),
        Team.of(source),
        source,
        item.instant(Schema.AT),
        item.text(Schema.WHO),
        item.text(Schema.WHY));
  }
}
