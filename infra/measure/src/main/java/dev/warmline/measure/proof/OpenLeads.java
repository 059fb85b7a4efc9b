package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.aws.dynamo.Stores;
import dev.warmline.aws.dynamo.TableNames;
import dev.warmline.aws.runtime.Clients;
import dev.warmline.event.Lanes;
import dev.warmline.event.Profile;
import dev.warmline.lead.Agenda;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Card;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.LeadStore;
import dev.warmline.lead.LeadStore.Change;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Fills queues with leads that are like one that qualified, but for who they are and when they are
 * due. They are written by the store itself: nobody is told of them.
 */
final class OpenLeads {
  private static final Lanes LANES = new Lanes(8);

  private final SecureRandom random = new SecureRandom();
  private final LeadStore leads;

  /** Over the tables that a stack says it has. */
  OpenLeads(JsonNode about) {
    var tables = about.path("tables");
    var client =
        Clients.configured(DynamoDbClient.builder())
            .endpointOverride(URI.create(about.path("dynamodb").asText()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
    var names =
        new TableNames(
            tables.path("events").asText(),
            tables.path("leads").asText(),
            tables.path("parked").asText(),
            tables.path("models").asText());
    this.leads = new Stores(client, names).leadStore();
  }

  /** So many open leads in a queue, like the one with this id. */
  void fill(String queue, String like, int many) {
    var pattern = leads.findLead(new LeadId(like)).orElseThrow();
    LANES.forEach(
        IntStream.range(0, many).boxed().toList(),
        number -> leads.commit(List.of(new Change.PutLead(likeIt(pattern, queue, number), 0))));
  }

  private Lead likeIt(Lead pattern, String queue, int number) {
    var address = "open-" + number + "@" + queue + "-" + number + ".example";
    var traits = pattern.card().traits().deepCopy();
    traits.put("email", address).put("name", "Open Lead " + number);
    traits.put("company", "Company " + number);
    var card =
        new Card(
            pattern.card().publication(),
            pattern.card().scorecard(),
            traits,
            pattern.card().checkpoint());
    var person = Profile.email(address).orElseThrow().key();
    var standing =
        pattern
            .standing()
            .with(new Assignment(Optional.of(queue), Optional.empty()))
            .with(later(pattern.standing().deadlines(), number));
    return new Lead(LeadId.random(random), 1, Identity.of(person), standing, card, Agenda.EMPTY);
  }

  private static Deadlines later(Deadlines deadlines, int seconds) {
    return new Deadlines(
        later(deadlines.acceptBy(), seconds),
        later(deadlines.notWorked(), seconds),
        later(deadlines.notQualified(), seconds));
  }

  private static Optional<Instant> later(Optional<Instant> at, int seconds) {
    return at.map(it -> it.plus(Duration.ofSeconds(seconds)));
  }
}
