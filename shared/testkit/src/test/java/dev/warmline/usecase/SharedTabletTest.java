package dev.warmline.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Deadline;
import dev.warmline.event.EventKey;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import dev.warmline.event.Source;
import dev.warmline.event.Trust;
import dev.warmline.ingest.BodyReader;
import dev.warmline.ingest.Caller;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.lead.ProfileGraph;
import dev.warmline.score.ScorecardJson;
import dev.warmline.score.Scorer;
import dev.warmline.testkit.MemoryDailyQuota;
import dev.warmline.testkit.MemorySources;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Several people fill in one form on one tablet, by a client that sends neither message ids nor
 * timestamps: what the tablet says each time is the same.
 */
class SharedTabletTest {
  private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");
  private static final String POINTS = "/scores/engagement/points";
  private static final String FORM =
      "{\"type\":\"page\",\"anonymousId\":\"tablet\",\"properties\":{\"path\":\"/form\"}}";

  private final MemoryPipeline pipeline = new MemoryPipeline();
  private final IngestEvents ingest =
      new IngestEvents(
          pipeline.log,
          pipeline.parked,
          new MemorySources().put("public", Source.of("website", Trust.BROWSER)),
          new MemoryDailyQuota(),
          received -> Deadline.NEVER);
  private final Set<EventKey> scored = new HashSet<>();
  private Instant now = MORNING;

  @Test
  void eachHasWhatTheySentThemselves() {
    for (var who : List.of("a", "b", "c")) {
      send(identify(who));
      send(FORM);
    }

    assertThat(List.of(points("a"), points("b"), points("c"))).containsOnly(10);
    assertLikeOffline();
  }

  @Test
  void whatIsSentAgainCountsOnceForWhoeverHasIt() {
    send(identify("a"));
    send(FORM);
    send(FORM);
    send(identify("b"));
    send(FORM);
    send(FORM);
    send(FORM);

    assertThat(List.of(points("a"), points("b"))).containsOnly(10);
    assertLikeOffline();
  }

  @Test
  void aBatchThatWasKeptOnTheTabletGivesEachTheirOwnToo() {
    send("{\"batch\":[%s,%s,%s,%s]}".formatted(identify("a"), FORM, identify("b"), FORM));

    assertThat(List.of(points("a"), points("b"))).containsOnly(10);
    assertLikeOffline();
  }

  @Test
  void whatAPersonSendsAgainIsInTheLogOnce() {
    send(identify("a"));
    send(identify("a"));

    assertThat(pipeline.log.all()).hasSize(1);
  }

  private void send(String body) {
    now = now.plus(Duration.ofMillis(40));
    var request =
        new IngestRequest(
            Channel.POSTED,
            new Caller(List.of("public"), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            BodyReader.batch(body.getBytes(UTF_8)));
    assertThat(ingest.ingest(request, now)).isInstanceOf(Ingested.Accepted.class);
    var fresh = pipeline.log.all().stream().filter(event -> scored.add(event.key())).toList();
    pipeline.scoreUntilDone(fresh, now);
    pipeline.tickClock.tick("test", now.plusSeconds(120), 100, Set.of());
  }

  private void assertLikeOffline() {
    var log = pipeline.log.all();
    var model = pipeline.model();
    for (var identity : ProfileGraph.leadsOf(log, model::looksAt).values()) {
      var own = log.stream().filter(identity::owns).toList();
      var offline = ScorecardJson.write("l-1", Scorer.score(own, model, now));
      assertThat(points(identity.persons().getFirst())).isEqualTo(offline.at(POINTS).asInt());
    }
  }

  private int points(String who) {
    return points(Profile.email(who + "@fair.example").orElseThrow().key());
  }

  private int points(ProfileKey person) {
    var lead = pipeline.directory.findLead(person).flatMap(pipeline.directory::findLiving);
    return lead.orElseThrow().card().scorecard().at(POINTS).asInt();
  }

  private static String identify(String who) {
    return "{\"type\":\"identify\",\"anonymousId\":\"tablet\",\"traits\":{\"email\":\"%s@fair.example\"}}"
        .formatted(who);
  }
}
