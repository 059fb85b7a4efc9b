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

/** Leads as items. {@code stage} stands on these items alone: the filters of the stream use it. */
public final class LeadItems {
  static final String STAGE = "stage";
  static final String VERSION = "v";
  static final String QUEUE_KEY = "qk";
  static final String QUEUE_SORT = "qs";
  static final String DUE_KEY = "dk";
  static final String DUE_SORT = "ds";
  static final int DUE_SHARDS = 8;

  private static final String PROFILES = "pr";
  private static final String MERGED_INTO = "mi";
  private static final String STAGE_SINCE = "ss";
  private static final String CYCLE = "cy";
  private static final String ENTRIES = "en";
  private static final String LEFT_AT = "la";
  private static final String SIGNAL_AT = "ha";
  private static final String PUBLICATION = "pu";
  private static final String BODY = "b";
  private static final String SCORECARD = "scorecard";
  private static final String TRAITS = "traits";
  private static final String CHECKPOINT = "checkpoint";
  private static final String ALERT_DUE = "ad";

  /** Of one width, so that the order of the texts is the order of the instants. */
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private LeadItems() {}

  static Map<String, AttributeValue> write(Lead lead) {
    var item = Item.startingWith(Keys.lead(lead.id()));
    item.put(VERSION, lead.version())
        .put(STAGE, lead.stage().word())
        .put(STAGE_SINCE, lead.stageSince())
        .put(CYCLE, lead.cycle())
        .put(ENTRIES, lead.entries())
        .put(PUBLICATION, lead.publication())
        .put(BODY, Packed.json(body(lead)))
        .put(MERGED_INTO, lead.mergedInto().map(LeadId::value))
        .put(LEFT_AT, lead.leftAt().map(Instant::toString))
        .put(SIGNAL_AT, lead.signalAt().map(Instant::toString))
        .put(ALERT_DUE, lead.alertDue().map(Instant::toString));
    if (!lead.profiles().isEmpty()) {
      var keys = lead.profiles().stream().map(ProfileKey::value).toList();
      item.put(PROFILES, AttributeValue.fromSs(keys));
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
    item.find(PROFILES).map(AttributeValue::ss).orElse(List.of()).stream()
        .map(ProfileKey::new)
        .forEach(profiles::add);
    var body = Packed.json(item.get(BODY));
    return Lead.builder(new LeadId(item.text(Keys.PK)), item.instant(STAGE_SINCE))
        .version(item.number(VERSION))
        .profiles(profiles)
        .mergedInto(item.findText(MERGED_INTO).map(LeadId::new))
        .stage(item.word(STAGE, Stage::parse), item.instant(STAGE_SINCE))
        .cycle(item.count(CYCLE))
        .entries(item.count(ENTRIES))
        .leftAt(item.findInstant(LEFT_AT))
        .signalAt(item.findInstant(SIGNAL_AT))
        .publication(item.count(PUBLICATION))
        .scorecard(part(body, SCORECARD))
        .traits(part(body, TRAITS))
        .due(item.findInstant(DUE_SORT))
        .alertDue(item.findInstant(ALERT_DUE))
        .checkpoint(Optional.of(part(body, CHECKPOINT)).filter(checkpoint -> !checkpoint.isEmpty()))
        .build();
  }

  static String dueShard(int shard) {
    return "due#" + shard;
  }

  static String sortable(Instant instant) {
    return SORTABLE.format(instant);
  }

  /** Together, because they say much the same: packed in one they take far less room. */
  private static ObjectNode body(Lead lead) {
    var body = EventJson.newObject();
    body.set(SCORECARD, lead.scorecard());
    body.set(TRAITS, lead.traits());
    lead.checkpoint().ifPresent(checkpoint -> body.set(CHECKPOINT, checkpoint));
    return body;
  }

  private static ObjectNode part(ObjectNode body, String name) {
    return body.get(name) instanceof ObjectNode part ? part : EventJson.newObject();
  }

  private static void putIndexes(Item item, Lead lead) {
    if (!lead.isTombstone() && lead.stage().isWithSales()) {
      item.put(QUEUE_KEY, lead.stage().word());
      item.put(QUEUE_SORT, lead.stage().reach() + "#" + sortable(lead.stageSince()));
    }
    if (lead.due().isPresent()) {
      item.put(DUE_KEY, dueShard(Math.floorMod(lead.id().value().hashCode(), DUE_SHARDS)));
      item.put(DUE_SORT, sortable(lead.due().get()));
    }
  }
}
