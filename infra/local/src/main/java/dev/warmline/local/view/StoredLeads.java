package dev.warmline.local.view;

import dev.warmline.aws.dynamo.Schema;
import dev.warmline.event.Profile;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadDirectory;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds leads by any of their ids. */
final class StoredLeads {
  private final DynamoDbClient client;
  private final String table;
  private final LeadStore leads;
  private final LeadDirectory directory;

  StoredLeads(DynamoDbClient client, String table, LeadStore leads) {
    this.client = client;
    this.table = table;
    this.leads = leads;
    this.directory = new LeadDirectory(leads);
  }

  /** Every lead that was not merged away, the latest change of stage first. */
  List<Lead> listLeads() {
    var ids =
        client
            .scanPaginator(
                scan ->
                    scan.tableName(table)
                        .consistentRead(true)
                        .filterExpression(Schema.SK + " = :lead")
                        .expressionAttributeValues(
                            Map.of(":lead", AttributeValue.fromS(Schema.LEAD))))
            .items()
            .stream()
            .map(item -> item.getOrDefault(Schema.PK, AttributeValue.fromS("")).s());
    return ids.flatMap(id -> leads.findLead(new LeadId(id)).stream())
        .filter(lead -> !lead.isTombstone())
        .sorted(Comparator.<Lead, Instant>comparing(lead -> lead.standing().since()).reversed())
        .toList();
  }

  /** The lead with this id, or its survivor. */
  Optional<Lead> findLead(String id) {
    if (!id.startsWith("l-") || id.length() < 3) {
      return Optional.empty();
    }
    return directory.findLiving(new LeadId(id));
  }

  /** The lead that has this profile. */
  Optional<Lead> findLead(Profile profile) {
    return directory.findLead(profile.key()).flatMap(directory::findLiving);
  }

  /**
   * The lead that somebody means by this: its id, one of the ids that its events carry, or the
   * e-mail address it gave, which links nothing when it came from a browser.
   */
  Optional<Lead> findLeadOf(String anyId) {
    return findLead(anyId)
        .or(() -> profiles(anyId).stream().flatMap(p -> findLead(p).stream()).findFirst())
        .or(() -> anyId.indexOf('@') > 0 ? findLeadWithEmail(anyId) : Optional.empty());
  }

  private Optional<Lead> findLeadWithEmail(String address) {
    var wanted = address.strip();
    return listLeads().stream()
        .filter(
            lead -> lead.card().traits().path("email").asText().strip().equalsIgnoreCase(wanted))
        .findFirst();
  }

  /** What an id may stand for, the surest first. */
  static List<Profile> profiles(String anyId) {
    return Stream.of(
            Profile.parse(anyId),
            Profile.user(anyId),
            Profile.email(anyId),
            Profile.phone(anyId),
            Profile.anonymous(anyId))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
