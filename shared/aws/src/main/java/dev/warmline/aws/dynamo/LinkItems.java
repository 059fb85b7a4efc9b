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

  private static final String NONE = "attribute_not_exists(" + Schema.PK + ")";
  private static final String WITHOUT_CLAIM =
      Schema.LINKED_LEAD + " = :l AND attribute_not_exists(" + Schema.CLAIM_TRUST + ")";
  private static final String WITH_CLAIM =
      Schema.LINKED_LEAD
          + " = :l AND "
          + Schema.CLAIM_TRUST
          + " = :ct AND "
          + Schema.CLAIMED_AT
          + " = :co AND "
          + Schema.CLAIM_EVENT
          + " = :ce";

  private LinkItems() {}

  static Map<String, AttributeValue> write(ProfileKey profile, Link link) {
    var item = Item.startingWith(Keys.link(profile)).put(Schema.LINKED_LEAD, link.lead().value());
    item.put(Schema.MOVED_FROM, link.movedFrom().map(LeadId::value));
    link.claim()
        .ifPresent(
            claim ->
                item.put(Schema.CLAIM_TRUST, claim.trust().word())
                    .put(Schema.CLAIMED_AT, claim.occurredAt())
                    .put(Schema.CLAIM_EVENT, claim.eventId()));
    return item.attributes();
  }

  static Link read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new Link(
        new LeadId(item.text(Schema.LINKED_LEAD)),
        claim(item),
        item.findText(Schema.MOVED_FROM).map(LeadId::new));
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
    return item.find(Schema.CLAIM_TRUST).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Claim(
                item.word(Schema.CLAIM_TRUST, Trust::parse),
                item.instant(Schema.CLAIMED_AT),
                item.text(Schema.CLAIM_EVENT)));
  }
}
