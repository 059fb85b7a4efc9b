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
      Schema.LINKED_LEAD + " = :l AND attribute_not_exists(" + Schema.CLAIMANT + ")";
  private static final String WITH_CLAIM =
      Schema.LINKED_LEAD
          + " = :l AND "
          + Schema.CLAIMANT
          + " = :cp AND "
          + Schema.CLAIMED_AT
          + " = :co AND "
          + Schema.CLAIM_EVENT
          + " = :ce";

  private LinkItems() {}

  static Map<String, AttributeValue> write(ProfileKey person, Link link) {
    var item = Item.startingWith(Keys.link(person)).put(Schema.LINKED_LEAD, link.lead().value());
    link.claim()
        .ifPresent(
            claim ->
                item.put(Schema.CLAIMANT, claim.person().value())
                    .put(Schema.CLAIMED_AT, claim.occurredAt())
                    .put(Schema.CLAIM_EVENT, claim.eventId()));
    return item.attributes();
  }

  static Link read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new Link(new LeadId(item.text(Schema.LINKED_LEAD)), claim(item));
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
                    ":cp", AttributeValue.fromS(claim.person().value()),
                    ":co", AttributeValue.fromS(claim.occurredAt().toString()),
                    ":ce", AttributeValue.fromS(claim.eventId())))
        .orElse(Map.of(":l", lead));
  }

  /** Only a server's word gives an address to a user. */
  private static Optional<Claim> claim(Item item) {
    return item.find(Schema.CLAIMANT).isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Claim(
                new ProfileKey(item.text(Schema.CLAIMANT)),
                Trust.SERVER,
                item.instant(Schema.CLAIMED_AT),
                item.text(Schema.CLAIM_EVENT)));
  }
}
