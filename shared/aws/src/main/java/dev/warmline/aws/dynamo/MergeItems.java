package dev.warmline.aws.dynamo;

import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.MergeRecord;
import java.util.Collection;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What merges brought, as items of the survivor. */
final class MergeItems {
  private static final String CLAIM = "claim";

  private MergeItems() {}

  static Map<String, AttributeValue> write(LeadId survivor, MergeRecord merge) {
    var body = EventJson.newObject();
    body.set(CLAIM, IdentityJson.write(merge.claim()));
    var item =
        Item.startingWith(Keys.merge(survivor, merge.loser()))
            .put(Schema.AT, merge.at())
            .put(Schema.BODY, Packed.json(body));
    put(item, Schema.PERSONS, merge.persons());
    put(item, Schema.DEVICES, merge.devices());
    return item.attributes();
  }

  static MergeRecord read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return new MergeRecord(
        new LeadId(item.text(Schema.SK).substring(Schema.MERGES.length())),
        keys(item, Schema.PERSONS),
        keys(item, Schema.DEVICES),
        IdentityJson.claim(Packed.json(item.get(Schema.BODY)).path(CLAIM)),
        item.instant(Schema.AT));
  }

  /** A set of strings is never empty. */
  static void put(Item item, String name, Collection<ProfileKey> keys) {
    if (!keys.isEmpty()) {
      item.put(name, AttributeValue.fromSs(keys.stream().map(ProfileKey::value).toList()));
    }
  }

  static SortedSet<ProfileKey> keys(Item item, String name) {
    var keys = new TreeSet<ProfileKey>();
    item.find(name).ifPresent(set -> set.ss().forEach(key -> keys.add(new ProfileKey(key))));
    return keys;
  }
}
