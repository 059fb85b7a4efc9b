package dev.warmline.aws.dynamo;

import dev.warmline.event.ErasedPersons;
import dev.warmline.event.Erasures;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What of an item of a backup may come back: nothing of whoever was erased since. */
public final class ErasedItems {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s\"'<>,;:=&?]+@[^\\s\"'<>,;:=&?]+");

  private final Erasures marks;
  private final ErasedPersons erased;
  private final Instant now;

  /** By these marks. */
  public ErasedItems(Erasures marks, Instant now) {
    this.marks = marks;
    this.erased = new ErasedPersons(marks);
    this.now = now;
  }

  /** The item as it may come back; empty if it may not. */
  public Optional<Map<String, AttributeValue>> kept(Map<String, AttributeValue> attributes) {
    var item = Item.of(attributes);
    return switch (item.text(Schema.SK)) {
      case Schema.LINK ->
          Optional.of(attributes).filter(_ -> !isErased(item.text(Schema.LINKED_LEAD)));
      case Schema.TIMELINE -> Optional.of(timeline(item));
      case Schema.ADDRESS -> address(attributes);
      case Schema.PARKED -> Optional.of(attributes).filter(_ -> !isOfErased(item));
      default ->
          Optional.of(attributes)
              .filter(_ -> !isErased(item.text(Schema.PK)))
              .filter(_ -> !isErasedEvent(attributes));
    };
  }

  private boolean isErased(String name) {
    return LeadId.parse(name).isPresent() && marks.find(name).isPresent();
  }

  private boolean isErasedEvent(Map<String, AttributeValue> attributes) {
    return attributes.containsKey(Schema.OCCURRED_AT)
        && attributes.containsKey(Schema.BODY)
        && erased.include(EventItems.read(attributes), now);
  }

  private boolean isOfErased(Item item) {
    return item.find(Schema.BODY).stream()
        .flatMap(raw -> ADDRESS.matcher(Packed.text(raw)).results())
        .flatMap(found -> Profile.email(found.group()).stream())
        .anyMatch(address -> marks.find(address.key().value()).isPresent());
  }

  private Map<String, AttributeValue> timeline(Item item) {
    var stored =
        IdentityJson.timeline(item.number(Schema.VERSION), Packed.json(item.get(Schema.BODY)));
    var kept = stored;
    for (var entry : stored.leads().entrySet()) {
      if (isErased(entry.getValue().value())) {
        var nobody = new ProfileKey("u." + entry.getValue() + "-" + kept.version());
        kept = kept.forgotten(Map.of(entry.getKey(), nobody), entry.getValue()).orElse(kept);
      }
    }
    return Item.of(new HashMap<>(item.attributes()))
        .put(Schema.VERSION, kept.version())
        .put(Schema.BODY, Packed.json(IdentityJson.write(kept)))
        .attributes();
  }

  private Optional<Map<String, AttributeValue>> address(Map<String, AttributeValue> item) {
    var next = new HashMap<>(item);
    for (var name : List.of(Schema.LEADS, Schema.LEADS_BY_SERVER)) {
      var left =
          Optional.ofNullable(item.get(name)).stream()
              .flatMap(it -> it.ss().stream())
              .filter(lead -> !isErased(lead))
              .toList();
      next.remove(name);
      if (!left.isEmpty()) {
        next.put(name, AttributeValue.fromSs(left));
      }
    }
    return next.containsKey(Schema.LEADS) || next.containsKey(Schema.LEADS_BY_SERVER)
        ? Optional.of(next)
        : Optional.empty();
  }
}
