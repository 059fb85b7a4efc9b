package dev.warmline.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Deadline;
import dev.warmline.event.Event;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import dev.warmline.ingest.BodyReader;
import dev.warmline.ingest.Caller;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.lead.Lead;
import dev.warmline.testkit.MemoryDailyQuota;
import dev.warmline.testkit.MemorySources;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Anybody can read the write key of a website and send what he likes with it. The victim is known
 * by a server: user {@code vic}, her address, her device {@code dev-v}, 50 points and no alert yet.
 */
class ForgedIdentityTest {
  private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-10T12:00:00Z");

  private static final ProfileKey VICTIM = user("vic");
  private static final ProfileKey HER_ADDRESS = email("vic@acme.example");
  private static final ProfileKey HER_DEVICE = anonymous("dev-v");
  private static final ProfileKey ATTACKER = user("mal");

  private final MemoryPipeline pipeline = new MemoryPipeline();
  private final IngestEvents ingest =
      new IngestEvents(
          pipeline.log,
          pipeline.parked,
          new MemorySources()
              .put("public", Source.of("website", Trust.BROWSER))
              .put("secret", Source.of("backend", Trust.SERVER)),
          new MemoryDailyQuota(),
          received -> Deadline.NEVER);
  private final Set<String> scored = new HashSet<>();

  @BeforeEach
  void theVictimIsKnown() {
    send(
        "secret",
        MORNING,
        """
        {"type":"identify","userId":"vic","anonymousId":"dev-v","messageId":"v-1",
         "traits":{"email":"vic@acme.example","name":"Vic","company":"Acme"}}
        """);
    for (var i = 0; i < 5; i++) {
      send(
          "public",
          MORNING,
          "{\"type\":\"page\",\"anonymousId\":\"dev-v\",\"messageId\":\"v-page-%d\"}".formatted(i));
    }
    assertThat(victim().identity().profiles())
        .containsExactlyInAnyOrder(VICTIM, HER_ADDRESS, HER_DEVICE);
    assertThat(points(victim())).isEqualTo(50);
  }

  /**
   * Every way to say "she and I are one person", or "I am she". A device that nobody owns may join
   * whom it names; what is hers stays hers, and nobody who has a name joins her.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'identify','userId':'vic','traits':{'email':'mal@evil.example','name':'Mal'}}",
        "{'type':'identify','userId':'mal','traits':{'email':'vic@acme.example','name':'Mal'}}",
        "{'type':'identify','userId':'mal','anonymousId':'dev-v','traits':{'name':'Mal'}}",
        "{'type':'identify','anonymousId':'dev-m','traits':{'email':'vic@acme.example',"
            + "'name':'Mal'}}",
        "{'type':'identify','anonymousId':'dev-v','traits':{'email':'mal@evil.example',"
            + "'name':'Mal'}}",
        "{'type':'identify','userId':'mal','anonymousId':'dev-v',"
            + "'traits':{'email':'vic@acme.example','name':'Mal'}}",
        "{'type':'identify','userId':'mal','context':{'traits':{'email':'vic@acme.example',"
            + "'name':'Mal'}}}",
        "{'type':'alias','userId':'mal','previousId':'vic'}",
        "{'type':'alias','userId':'vic','previousId':'mal'}",
        "{'type':'alias','userId':'mal','previousId':'vic@acme.example'}",
        "{'type':'alias','userId':'mal','previousId':'dev-v'}",
        "{'type':'alias','userId':'vic','previousId':'mal@evil.example'}",
        "{'type':'group','userId':'vic','groupId':'evil','traits':{'name':'Mal','company':'Evil'}}",
        "{'type':'identify','userId':'mal','anonymousId':'dev-v','timestamp':"
            + "'2020-01-01T00:00:00Z','traits':{'name':'Mal'}}",
        "{'type':'alias','userId':'mal','previousId':'dev-v','timestamp':'2020-01-01T00:00:00Z'}"
      })
  void aPublicKeyTakesNothingFromTheVictim(String forged) {
    send("public", MORNING, "{\"type\":\"page\",\"userId\":\"mal\",\"messageId\":\"m-0\"}");

    send("public", LATER, forged.replace('\'', '"'));
    pipeline.sendAll(LATER);

    assertThat(victim().identity().profiles())
        .contains(VICTIM, HER_ADDRESS, HER_DEVICE)
        .doesNotContain(ATTACKER, email("mal@evil.example"));
    assertThat(victim().card().traits().path("email").asText()).isEqualTo("vic@acme.example");
    assertThat(victim().card().traits().path("name").asText()).isEqualTo("Vic");
    assertThat(victim().card().traits().path("company").asText()).isEqualTo("Acme");
    assertThat(points(victim())).isEqualTo(50);
    assertThat(leadOf(ATTACKER)).map(Lead::id).isNotEqualTo(Optional.of(victim().id()));
    assertThat(leadOf(ATTACKER)).map(ForgedIdentityTest::points).contains(10);
    assertThat(pipeline.publisher.published()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'adjustment','userId':'vic','score':'engagement','points':1000}",
        "{'type':'outcome','userId':'vic','stage':'Disqualified','reason':'bad-data'}",
        "{'type':'consent','userId':'vic','granted':false}",
        "{'type':'verdict','userId':'vic','about':'v-page-1','bot':true}",
        "{'type':'email','userId':'vic','event':'Email Unsubscribed'}"
      })
  void whatOnlyPeopleAndServersMaySayIsParked(String forged) {
    send("public", LATER, forged.replace('\'', '"'));
    pipeline.sendAll(LATER);

    assertThat(points(victim())).isEqualTo(50);
    assertThat(pipeline.parked.all()).hasSize(1);
    assertThat(pipeline.parked.all().getFirst().reason()).contains("secret write key");
    assertThat(pipeline.publisher.published()).isEmpty();
  }

  @Test
  void aFreeDeviceJoinsWhoeverIdentifiesFirstAndTheAlertNamesOnlyHim() {
    for (var i = 0; i < 6; i++) {
      send(
          "public",
          MORNING,
          "{\"type\":\"page\",\"anonymousId\":\"free\",\"messageId\":\"f-%d\"}".formatted(i));
    }
    send(
        "public",
        LATER,
        """
        {"type":"identify","anonymousId":"free","userId":"mal","messageId":"m-1",
         "traits":{"email":"mal@evil.example"}}
        """);
    pipeline.sendAll(LATER);

    assertThat(leadOf(ATTACKER).orElseThrow().identity().profiles()).contains(anonymous("free"));
    assertThat(pipeline.publisher.published()).hasSize(1);
    assertThat(pipeline.publisher.published().getFirst().message().text())
        .contains("mal@evil.example")
        .doesNotContain("vic@acme.example");
    assertThat(victim().identity().profiles())
        .containsExactlyInAnyOrder(VICTIM, HER_ADDRESS, HER_DEVICE);
  }

  private void send(String key, Instant now, String body) {
    var request =
        new IngestRequest(
            Channel.POSTED,
            new Caller(List.of(key), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            BodyReader.batch(body.getBytes(UTF_8)));
    assertThat(ingest.ingest(request, now)).isInstanceOf(Ingested.Accepted.class);
    var fresh = pipeline.log.all().stream().filter(event -> scored.add(name(event))).toList();
    pipeline.scoreUntilDone(fresh, now);
  }

  private static String name(Event event) {
    return event.profile() + "/" + event.id();
  }

  private Lead victim() {
    return leadOf(VICTIM).orElseThrow();
  }

  private Optional<Lead> leadOf(ProfileKey profile) {
    return pipeline.directory.findLead(profile).flatMap(pipeline.directory::findLiving);
  }

  private static int points(Lead lead) {
    return lead.card().scorecard().at("/scores/engagement/points").asInt();
  }

  private static ProfileKey user(String id) {
    return Profile.user(id).orElseThrow().key();
  }

  private static ProfileKey email(String address) {
    return Profile.email(address).orElseThrow().key();
  }

  private static ProfileKey anonymous(String id) {
    return Profile.anonymous(id).orElseThrow().key();
  }
}
