package dev.warmline.aws.dynamo;

import dev.warmline.event.Digest;
import dev.warmline.event.EventKey;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.ProfileKey;
import dev.warmline.handoff.AlertId;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.LeadId;
import java.time.LocalDate;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key of every table. Keys hold digests and ids made of digests, never personal data: they
 * end up in logs, metrics, queues and error texts.
 */
public final class Keys {
  /** The partition key of every table. */
  public static final String PK = "pk";

  /** The sort key of every table. */
  public static final String SK = "sk";

  /** The sort key of a lead's own item. */
  public static final String LEAD = "LEAD";

  static final String LINK = "LINK";
  static final String STAGE_PREFIX = "STAGE#";
  static final String SIGNAL_PREFIX = "HOT#";
  static final String PARKED = "PARKED";
  static final String SOURCE = "SOURCE";
  static final String QUOTA = "QUOTA";
  static final String PUBLICATION = "PUBLICATION";
  static final String CURRENT = "CURRENT";
  static final String VERSION_PREFIX = "v#";

  private Keys() {}

  static Map<String, AttributeValue> event(EventKey key) {
    return of(key.profile().value(), key.digest());
  }

  static Map<String, AttributeValue> lead(LeadId id) {
    return of(id.value(), LEAD);
  }

  static Map<String, AttributeValue> link(ProfileKey profile) {
    return of(profile.value(), LINK);
  }

  static Map<String, AttributeValue> stage(LeadId id, int number) {
    return of(id.value(), "%s%06d".formatted(STAGE_PREFIX, number));
  }

  static Map<String, AttributeValue> signal(LeadId id, HotSignal signal) {
    return of(id.value(), signals(signal.cycle()) + signal.name());
  }

  /** How the sort keys of a cycle's signals begin. */
  static String signals(int cycle) {
    return SIGNAL_PREFIX + cycle + "#";
  }

  static Map<String, AttributeValue> alert(AlertId id) {
    return of(id.lead().value(), id.sortKey());
  }

  static Map<String, AttributeValue> delivery(AlertId id, String channel) {
    return of(id.lead().value(), "SENT#" + channel + "#" + id.value());
  }

  static Map<String, AttributeValue> parked(ParkedEvent parked) {
    return of(parked.digest(), PARKED);
  }

  static Map<String, AttributeValue> source(String writeKey) {
    return of("SOURCE#" + Digest.of(writeKey), SOURCE);
  }

  static Map<String, AttributeValue> quota(String source, LocalDate day) {
    return of("QUOTA#" + day + "#" + Digest.of(source), QUOTA);
  }

  static Map<String, AttributeValue> model(String name, int version) {
    return of(modelPartition(name), "%s%06d".formatted(VERSION_PREFIX, version));
  }

  static Map<String, AttributeValue> publication(int number) {
    return of(PUBLICATION, "n#%06d".formatted(number));
  }

  static Map<String, AttributeValue> currentPublication() {
    return of(PUBLICATION, CURRENT);
  }

  static String modelPartition(String name) {
    return "MODEL#" + name;
  }

  private static Map<String, AttributeValue> of(String pk, String sk) {
    return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
  }
}
