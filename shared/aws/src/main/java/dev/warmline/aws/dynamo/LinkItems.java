package dev.warmline.aws.dynamo;

import dev.warmline.event.ProfileKey;
import dev.warmline.event.Trust;
import dev.warmline.lead.Claim;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Link;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Links as items, and the condition that a link is still the one that was read. */
final class LinkItems {
  private static final String LEAD = "l";
  private static final String TRUST = "ct";
  private static final String OCCURRED_AT = "co";
  private static final String EVENT_ID = "ce";
  private static final String MOVED_FROM = "mf";

  private static final String NONE = "attribute_not_exists(" + Keys.PK + ")";
  private static final String WITHOUT_CLAIM =
      LEAD + " = :l AND attribute_not_exists(" + TRUST + ")";
  private static final String WITH_CLAIM =
      LEAD
          + " = :l AND "
          + TRUST
          + " = :ct AND "
          + OCCURRED_AT
          + " = :co AND "
          + EVENT_ID
          + " = :ce";

  private LinkItems() {}

  static Map<String, AttributeValue> write(ProfileKey profile, Link link) {
    var item = Item.startingWith(Keys.link(profile)).put(LEAD, link.lead().value());
    item.put(MOVED_FROM, link.movedFrom().map(LeadId::value));
    link.claim()
        .ifPresent(
            claim ->
                item.put(TRUST, claim.trust().word())
                    .put(OCCURRED_AT, claim.occurredAt())
                    .put(EVENT_ID, claim.eventId()));
    return item.attributes();
  }

  static Link read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new Link(
        new LeadId(item.text(LEAD)), claim(item), item.findText(MOVED_FROM).map(LeadId::new));
  }

  static String condition(Optional<Link> expected) {
    return expected.map(link -> link.claim().isPresent() ? WITH_CLAIM : WITHOUT_CLAIM).orElse(NONE);
  }

  static Map<String, AttributeValue> conditionValues(Optional<Link> expected) {
    if (expected.isEmpty()) {
      return Map.of();
    }
    var lead = AttributeValue.fromS(expected.get().lead().value());
    return expected
        .get()
        .claim()
        .map(
            claim ->
                Map.of(
                    ":l", lead,
                    ":ct", AttributeValue.fromS(claim.trust().word()),
                    ":co", AttributeValue.fromS(claim.occurredAt().toString()),
                    ":ce", AttributeValue.fromS(claim.eventId())))
        .orElse(Map.of(":l", lead));
  }

  private static Optional<Claim> claim(Item item) {
    return item.find(TRUST).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Claim(
                item.word(TRUST, Trust::parse), item.instant(OCCURRED_AT), item.text(EVENT_ID)));
  }
}
