package dev.warmline.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import dev.warmline.team.Team;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTextTest {
  private static final Team TEAM =
      Team.of(
          AlertExamples.json(
              """
              {"people":{"kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales"}},
               "queues":{"inbound-sdr":{"members":["kim"]}}}
              """));

  @ParameterizedTest
  @CsvSource({
    "MQL,SAL,accepted,kim,Taken by Kim Lee",
    "MQL,SAL,accepted,crm,Taken by crm",
    "SAL,SQL,qualified,kim,Qualified by Kim Lee",
    "SQL,Customer,won,kim,Won by Kim Lee",
    "SAL,MQL,undone,kim,Undone by Kim Lee: it is MQL again"
  })
  void whoMovedALeadIsNamed(String from, String to, String why, String who, String words) {
    assertThat(said(from, to, why, who)).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "MQL,Recycled,no-budget,kim",
    "MQL,MQL,wrong-queue,kim",
    "Prospect,MQL,called,kim",
    "SAL,Recycled,not qualified,warmline",
    "MQL,SAL,accepted,warmline"
  })
  void ofWhatNoticesTellAndOfWarmlineItselfNothingIsSaid(
      String from, String to, String why, String who) {
    assertThat(said(from, to, why, who)).isEmpty();
  }

  @Test
  void aNameOfAFeedIsNoLink() {
    assertThat(said("MQL", "SAL", "accepted", "http://evil.example").orElseThrow())
        .doesNotContain("http://");
  }

  private static Optional<String> said(String from, String to, String why, String who) {
    var stages = Stream.of(from, to).map(it -> Stage.parse(it).orElseThrow());
    var both = stages.toList();
    var at = Instant.parse("2026-03-02T10:00:00Z");
    return StepText.of(
        new StageEntry(2, at, both.getFirst(), both.getLast(), 1, why, who), Optional.of(TEAM));
  }
}
