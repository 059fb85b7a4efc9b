package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
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
        .put(Schema.STAGE_SINCE, lead.stageSince())
        .put(Schema.CYCLE, lead.cycle())
        .put(Schema.ENTRIES, lead.entries())
        .put(Schema.PUBLICATION, lead.publication())
        .put(Schema.BODY, Packed.json(body(lead)))
        .put(Schema.MERGED_INTO, lead.mergedInto().map(LeadId::value))
        .put(Schema.LEFT_AT, lead.leftAt().map(Instant::toString))
        .put(Schema.SIGNAL_AT, lead.signalAt().map(Instant::toString))
        .put(Schema.ALERT_DUE, lead.alertDue().map(Instant::toString));
    if (!lead.profiles().isEmpty()) {
      var keys = lead.profiles().stream().map(ProfileKey::value).toList();
      item.put(Schema.PROFILES, AttributeValue.fromSs(keys));
    }
    putIndexes(item, lead);
    return item.attributes();
  }

  /**
   * The lead in a LEAD item of the leads table or in an image of its stream.
   *
   * @throws MalformedItem if there is none in it
   */
  public static Lead read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var profiles = new TreeSet<ProfileKey>();
    item.find(Schema.PROFILES).map(AttributeValue::ss).orElse(List.of()).stream()
        .map(ProfileKey::new)
        .forEach(profiles::add);
    var body = Packed.json(item.get(Schema.BODY));
    return Lead.builder(new LeadId(item.text(Schema.PK)), item.instant(Schema.STAGE_SINCE))
        .version(item.number(Schema.VERSION))
        .profiles(profiles)
        .mergedInto(item.findText(Schema.MERGED_INTO).map(LeadId::new))
        .stage(item.word(Schema.STAGE, Stage::parse), item.instant(Schema.STAGE_SINCE))
        .cycle(item.count(Schema.CYCLE))
        .entries(item.count(Schema.ENTRIES))
        .leftAt(item.findInstant(Schema.LEFT_AT))
        .signalAt(item.findInstant(Schema.SIGNAL_AT))
        .publication(item.count(Schema.PUBLICATION))
        .scorecard(part(body, Schema.SCORECARD))
        .traits(part(body, Schema.TRAITS))
        .due(item.findInstant(Schema.DUE_SORT))
        .alertDue(item.findInstant(Schema.ALERT_DUE))
        .checkpoint(
            Optional.of(part(body, Schema.CHECKPOINT)).filter(checkpoint -> !checkpoint.isEmpty()))
        .build();
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
    body.set(Schema.SCORECARD, lead.scorecard());
    body.set(Schema.TRAITS, lead.traits());
    lead.checkpoint().ifPresent(checkpoint -> body.set(Schema.CHECKPOINT, checkpoint));
    return body;
  }

  private static ObjectNode part(ObjectNode body, String name) {
    return body.get(name) instanceof ObjectNode part ? part : EventJson.newObject();
  }

  private static void putIndexes(Item item, Lead lead) {
    if (!lead.isTombstone() && lead.stage().isWithSales()) {
      item.put(Schema.QUEUE_KEY, lead.stage().word());
      item.put(Schema.QUEUE_SORT, lead.stage().reach() + "#" + sortable(lead.stageSince()));
    }
    if (lead.due().isPresent()) {
      item.put(Schema.DUE_KEY, dueShard(Math.floorMod(lead.id().value().hashCode(), DUE_SHARDS)));
      item.put(Schema.DUE_SORT, sortable(lead.due().get()));
    }
  }
}
