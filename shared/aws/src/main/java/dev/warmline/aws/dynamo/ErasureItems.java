package dev.warmline.aws.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.Erasure;
import dev.warmline.lead.Identity;
import dev.warmline.lead.LeadId;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Erasures that are not finished, as items; and what is kept of a lead, for people to read. */
public final class ErasureItems {
  /** What the short names of attributes mean; the others are words. */
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry(Schema.NUMBER, "number"),
          Map.entry(Schema.VERSION, "version"),
          Map.entry(Schema.CYCLE, "cycle"),
          Map.entry(Schema.PUBLICATION, "publication"),
          Map.entry(Schema.PERSONS, "persons"),
          Map.entry(Schema.MERGED_INTO, "mergedInto"),
          Map.entry(Schema.FROM, "from"),
          Map.entry(Schema.TO, "to"),
          Map.entry(Schema.DURING, "duringStage"),
          Map.entry(Schema.NOT_BEFORE, "notBefore"),
          Map.entry(Schema.STATE, "state"),
          Map.entry(Schema.DUE_SORT, "dueAt"),
          Map.entry(Schema.DUE_BEFORE, "dueBefore"),
          Map.entry(Schema.DUE_KEY, "dueShard"),
          Map.entry(Schema.QUEUE_KEY, "list"),
          Map.entry(Schema.QUEUE_SORT, "place"));

  private static final Map<String, String> KINDS =
      Map.of(
          Schema.LEAD, "lead",
          Schema.STAGES, "history",
          Schema.CYCLES, "cycle",
          Schema.NOTICES, "notice",
          Schema.MERGES, "merge");

  private ErasureItems() {}

  static Map<String, AttributeValue> write(Erasure erasure) {
    var body = EventJson.newObject();
    var leads = body.putArray(Schema.ERASED_LEADS);
    erasure.leads().forEach(it -> leads.add(it.value()));
    var addresses = body.putArray(Schema.ADDRESSES);
    erasure.addresses().forEach(it -> addresses.add(it.value()));
    body.set(Schema.DEVICES, IdentityJson.write(erasure.identity().devices()));
    var item =
        Item.startingWith(Keys.erasing(erasure.lead()))
            .put(Schema.AT, erasure.at())
            .put(Schema.NOT_BEFORE, erasure.look())
            .put(Schema.BODY, Packed.json(body));
    MergeItems.put(item, Schema.PERSONS, erasure.identity().persons());
    return item.attributes();
  }

  static Erasure read(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    var body = Packed.json(item.get(Schema.BODY));
    var addresses = new HashSet<ProfileKey>();
    body.path(Schema.ADDRESSES).forEach(it -> addresses.add(new ProfileKey(it.asText())));
    return new Erasure(
        new LeadId(item.text(Schema.SK)),
        body.path(Schema.ERASED_LEADS).valueStream().map(it -> new LeadId(it.asText())).toList(),
        Identity.of(
            MergeItems.keys(item, Schema.PERSONS), IdentityJson.devices(body.path(Schema.DEVICES))),
        addresses,
        item.instant(Schema.AT),
        item.instant(Schema.NOT_BEFORE));
  }

  /** What kind of thing an item under a lead's id is. */
  static String kind(Map<String, AttributeValue> item) {
    var sort = Item.of(item).text(Schema.SK);
    return KINDS.entrySet().stream()
        .filter(kind -> sort.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }

  /** All of an item, in words. */
  public static ObjectNode json(Map<String, AttributeValue> item) {
    var json = EventJson.newObject().put("of", Item.of(item).text(Schema.PK));
    json.put("sortKey", Item.of(item).text(Schema.SK));
    item.forEach(
        (name, value) -> {
          if (name.equals(Schema.BODY)) {
            json.set("body", Packed.json(value));
          } else if (!name.equals(Schema.PK) && !name.equals(Schema.SK)) {
            json.set(WORDS.getOrDefault(name, name), plain(value));
          }
        });
    return json;
  }

  private static JsonNode plain(AttributeValue value) {
    var json = EventJson.newObject();
    return switch (value.type()) {
      case SS -> texts(json.arrayNode(), value.ss().stream().sorted().toList());
      case L -> texts(json.arrayNode(), value.l().stream().map(AttributeValue::s).toList());
      case N -> json.numberNode(Long.parseLong(value.n()));
      case B -> json.textNode(Base64.getEncoder().encodeToString(value.b().asByteArray()));
      default -> json.textNode(value.s());
    };
  }

  private static ArrayNode texts(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
    return array;
  }
}
