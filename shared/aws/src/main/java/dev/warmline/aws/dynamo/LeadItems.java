package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Agenda;
import dev.warmline.lead.Card;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Listing;
import dev.warmline.lead.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Leads as items. */
public final class LeadItems {
  static final int DUE_SHARDS = 8;

  /** Of one width, so that the order of the texts is the order of the instants. */
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LeadItems() {}

  static Map<String, AttributeValue> write(Lead lead) {
    var item = Item.startingWith(Keys.lead(lead.id()));
    item.put(Schema.VERSION, lead.version())
        .put(Schema.STAGE, lead.stage().word())
        .put(Schema.CYCLE, lead.standing().cycle())
        .put(Schema.PUBLICATION, lead.card().publication())
        .put(Schema.BODY, Packed.json(body(lead)))
        .put(Schema.MERGED_INTO, lead.mergedInto().map(LeadId::value));
    MergeItems.put(item, Schema.PERSONS, lead.identity().persons());
    if (!lead.isTombstone()) {
      putQueue(item, lead);
    }
    lead.due().ifPresent(due -> putDue(item, lead.id().value(), due));
    return item.attributes();
  }

  /**
   * The lead in a LEAD item of the leads table or in an image of its stream.
   *
   * @throws MalformedItem if there is none in it
   */
  public static Lead read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var body = Packed.json(item.get(Schema.BODY));
    return new Lead(
        new LeadId(item.text(Schema.PK)),
        item.number(Schema.VERSION),
        new Identity(
            MergeItems.keys(item, Schema.PERSONS),
            IdentityJson.devices(body.path(Schema.DEVICES)),
            item.findText(Schema.MERGED_INTO).map(LeadId::new)),
        StandingJson.read(
            item.word(Schema.STAGE, Stage::parse),
            item.count(Schema.CYCLE),
            body.path(Schema.STANDING)),
        card(item.count(Schema.PUBLICATION), body),
        new Agenda(
            item.findInstant(Schema.DUE_BEFORE).or(() -> item.findInstant(Schema.DUE_SORT))));
  }

  /** How many lines the history of the lead in this item has; -1 if it is of none. */
  public static int entries(Map<String, AttributeValue> item) {
    return item.containsKey(Schema.BODY) ? read(item).standing().position().entries() : -1;
  }

  private static Card card(int publication, ObjectNode body) {
    return new Card(
        publication,
        part(body, Schema.SCORECARD),
        part(body, Schema.TRAITS),
        Optional.of(part(body, Schema.CHECKPOINT)).filter(checkpoint -> !checkpoint.isEmpty()));
  }

  static String dueShard(int shard) {
    return Schema.DUE_SHARD + shard;
  }

  static String sortable(Instant instant) {
    return SORTABLE.format(instant);
  }

  /** Together, because they say much the same: packed in one they take far less room. */
  private static ObjectNode body(Lead lead) {
    var body = EventJson.newObject();
    if (!lead.identity().devices().isEmpty()) {
      body.set(Schema.DEVICES, IdentityJson.write(lead.identity().devices()));
    }
    body.set(Schema.SCORECARD, lead.card().scorecard());
    body.set(Schema.TRAITS, lead.card().traits());
    body.set(Schema.STANDING, StandingJson.write(lead.standing()));
    lead.card().checkpoint().ifPresent(checkpoint -> body.set(Schema.CHECKPOINT, checkpoint));
    return body;
  }

  private static ObjectNode part(ObjectNode body, String name) {
    return body.get(name) instanceof ObjectNode part ? part : EventJson.newObject();
  }

  /** In one of the lists that people work off, or in none. */
  private static void putQueue(Item item, Lead lead) {
    var standing = lead.standing();
    if (standing.waiting().isPresent()) {
      item.put(Schema.QUEUE_KEY, Schema.WAITING).put(Schema.QUEUE_SORT, sortable(standing.since()));
    } else if (standing.isWithSales()) {
      item.put(Schema.QUEUE_KEY, QueueIndex.key(standing.assignment().queue()))
          .put(Schema.QUEUE_SORT, Listing.inQueue(lead).order());
    } else {
      Listing.returned(lead)
          .map(place -> new Place(Schema.RETURNED, place.order()))
          .or(() -> incomplete(lead))
          .ifPresent(it -> item.put(Schema.QUEUE_KEY, it.key()).put(Schema.QUEUE_SORT, it.order()));
    }
  }

  private record Place(String key, String order) {}

  private static Optional<Place> incomplete(Lead lead) {
    return lead.isIncomplete()
        ? Optional.of(new Place(Schema.INCOMPLETE, sortable(lead.standing().since())))
        : Optional.empty();
  }

  static void putDue(Item item, String id, Instant due) {
    item.put(Schema.DUE_KEY, dueShard(Math.floorMod(id.hashCode(), DUE_SHARDS)))
        .put(Schema.DUE_SORT, sortable(due));
  }
}
