package dev.warmline.aws.dynamo;

import dev.warmline.event.Digest;
import dev.warmline.event.EventKey;
import dev.warmline.event.ProfileKey;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.NoticeId;
import dev.warmline.team.Company;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key of every table. Keys hold digests and ids made of digests, never personal data: they
 * end up in logs, metrics, queues and error texts.
 */
final class Keys {

  private Keys() {}

  static Map<String, AttributeValue> event(EventKey key) {
    return of(key.profile().value(), key.name());
  }

  static Map<String, AttributeValue> lead(LeadId id) {
    return of(id.value(), Schema.LEAD);
  }

  static Map<String, AttributeValue> link(ProfileKey profile) {
    return of(profile.value(), Schema.LINK);
  }

  static Map<String, AttributeValue> timeline(ProfileKey device) {
    return of(device.value(), Schema.TIMELINE);
  }

  static Map<String, AttributeValue> address(ProfileKey address) {
    return of(address.value(), Schema.ADDRESS);
  }

  static Map<String, AttributeValue> company(Company company) {
    return of(Schema.COMPANY + "#" + Digest.of(company.key()), Schema.COMPANY);
  }

  static Map<String, AttributeValue> merge(LeadId survivor, LeadId loser) {
    return of(survivor.value(), Schema.MERGES + loser.value());
  }

  static Map<String, AttributeValue> stage(LeadId id, int number) {
    return of(id.value(), "%s%06d".formatted(Schema.STAGES, number));
  }

  static Map<String, AttributeValue> cycle(LeadId id, int number) {
    return of(id.value(), "%s%06d".formatted(Schema.CYCLES, number));
  }

  static Map<String, AttributeValue> notice(NoticeId id) {
    return of(id.subject(), Schema.NOTICES + id.value());
  }

  static Map<String, AttributeValue> pace(Optional<String> queue) {
    return of(Schema.PACE + "#" + queue.orElse(""), Schema.PACE);
  }

  static Map<String, AttributeValue> queue(String name) {
    return of(Schema.QUEUE + "#" + name, Schema.QUEUE);
  }

  static Map<String, AttributeValue> act(String id) {
    return of(Schema.ACTS + "#" + Digest.of(id), Schema.ACTS);
  }

  static Map<String, AttributeValue> delivery(NoticeId id, String channel) {
    return of(Schema.DELIVERIES + channel + "#" + id.value(), Schema.DELIVERY);
  }

  static Map<String, AttributeValue> parked(String digest) {
    return of(digest, Schema.PARKED);
  }

  static Map<String, AttributeValue> source(String writeKey) {
    return sourceOfDigest(Digest.of(writeKey));
  }

  static Map<String, AttributeValue> sourceOfDigest(String digest) {
    return of(ModelsSchema.SOURCE + "#" + digest, ModelsSchema.SOURCE);
  }

  static Map<String, AttributeValue> quota(String source, LocalDate day) {
    return of(Schema.QUOTA + "#" + day + "#" + Digest.of(source), Schema.QUOTA);
  }

  static Map<String, AttributeValue> model(String name, int version) {
    return of(modelPartition(name), "%s%06d".formatted(ModelsSchema.VERSIONS, version));
  }

  static Map<String, AttributeValue> publication(int number) {
    return of(ModelsSchema.PUBLICATIONS, "%s%06d".formatted(ModelsSchema.PAST, number));
  }

  static Map<String, AttributeValue> currentPublication() {
    return of(ModelsSchema.PUBLICATIONS, ModelsSchema.CURRENT);
  }

  static Map<String, AttributeValue> team(int number) {
    return of(ModelsSchema.TEAMS, "%s%06d".formatted(ModelsSchema.PAST, number));
  }

  static Map<String, AttributeValue> currentTeam() {
    return of(ModelsSchema.TEAMS, ModelsSchema.CURRENT);
  }

  static Map<String, AttributeValue> erased(String digest) {
    return of(Schema.ERASED + "#" + digest, Schema.ERASED);
  }

  static Map<String, AttributeValue> erasing(LeadId lead) {
    return of(Schema.ERASING, lead.value());
  }

  static Map<String, AttributeValue> erasureKey() {
    return of(ModelsSchema.ERASURE_KEY, ModelsSchema.ERASURE_KEY);
  }

  static String modelPartition(String name) {
    return ModelsSchema.MODELS + name;
  }

  private static Map<String, AttributeValue> of(String pk, String sk) {
    return Map.of(Schema.PK, AttributeValue.fromS(pk), Schema.SK, AttributeValue.fromS(sk));
  }
}
