package dev.warmline.local;

import static dev.warmline.local.RunningStack.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors come in over HTTP, alerts come out: the real handlers, database and streams. */
class LocalStackIT {
  private static RunningStack stack;

  @BeforeAll
  static void start() throws IOException {
    stack = RunningStack.inMemory();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void aVisitorWhoSaysWhoTheyAreBecomesOneAlertWhoseReasonsAddUp() throws Exception {
    for (var once : visit("kim")) {
      stack.browserSends(once);
    }
    assertThat(stack.lead("kim-device").path("stage").asText()).isEqualTo("Prospect");

    stack.browserSends(identify("kim"));

    var lead = stack.lead("kim@northwind.example");
    assertThat(lead.path("stage").asText()).isEqualTo("MQL");
    assertThat(lead.path("cycle").asInt()).isEqualTo(1);
    assertThat(stack.alerts(id(lead))).singleElement().satisfies(LocalStackIT::assertAddsUp);
  }

  @Test
  void repeatedRequestsChangeNothing() throws Exception {
    for (var i = 0; i < 3; i++) {
      for (var event : visit("lee")) {
        stack.browserSends(event);
      }
      stack.browserSends(identify("lee"));
    }

    assertThat(stack.events("lee-device")).hasSize(visit("lee").size() + 1).doesNotHaveDuplicates();
    assertThat(stack.alerts(id(stack.lead("lee")))).hasSize(1);
  }

  @Test
  void aDemoRequestOfALeadThatSalesWasJustToldOfIsPutOff() throws Exception {
    for (var event : visit("eve")) {
      stack.browserSends(event);
    }
    stack.browserSends(identify("eve"));
    assertThat(stack.lead("eve").path("stage").asText()).isEqualTo("MQL");
    var demo = track("eve", "eve-demo", "Demo Requested");
    for (var i = 0; i < 2; i++) {
      stack.browserSends(demo);
    }

    var lead = stack.lead("eve");
    assertThat(lead.path("cycle").asInt()).isEqualTo(1);
    assertThat(stack.alerts(id(lead)))
        .extracting(alert -> alert.path("json").path("update").asText("none"))
        .containsExactly("none");
  }

  @Test
  void anIdentifyFromABrowserTakesOverNobody() throws Exception {
    stack.serverSends(identify("ann").put("messageId", "ann-truth"));
    for (var event : visit("ann")) {
      stack.browserSends(event);
    }
    var before = stack.events("ann@northwind.example");

    var forged = event("identify", "forged", Duration.ofHours(1)).put("userId", "mallory");
    forged.put("anonymousId", "ann-device");
    forged.putObject("traits").put("email", "ann@northwind.example").put("company", "Evil");
    stack.browserSends(forged);
    var renamed = event("identify", "renamed", Duration.ZERO).put("userId", "ann");
    renamed.putObject("traits").put("company", "Evil");
    stack.browserSends(renamed);

    assertThat(stack.events("ann@northwind.example")).containsAll(before).doesNotContain("forged");
    assertThat(id(stack.lead("mallory"))).isNotEqualTo(id(stack.lead("ann")));
    assertThat(stack.alerts(id(stack.lead("mallory")))).isEmpty();
    assertThat(stack.alerts(id(stack.lead("ann"))).getFirst().toString()).doesNotContain("Evil");
  }

  @Test
  void whatTimeBringsIsDoneAtItsInstantWhenTheClockIsMovedAhead() throws Exception {
    try (var other = RunningStack.inMemory()) {
      var identify = RunningStack.event("identify", "late-1", Duration.ofMinutes(2));
      identify.put("userId", "late").putObject("traits").put("email", "late@northwind.example");
      var demo = RunningStack.event("track", "late-2", Duration.ofMinutes(1)).put("userId", "late");
      demo.put("event", "Demo Requested").putObject("properties").put("form", "contact");
      other.serverSends(identify);
      other.serverSends(demo);
      var before = other.now();

      assertThat(other.advance("soon").path("error").asText()).contains("PT5H");
      assertThat(other.now()).isBefore(before.plus(Duration.ofMinutes(1)));
      other.advance("P6D");
      assertThat(other.lead("late").path("stage").asText()).isEqualTo("MQL");
      other.advance("P3D");

      var lead = other.lead("late");
      assertThat(lead.path("stage").asText()).isEqualTo("Recycled");
      var end = before.plus(Duration.ofDays(7));
      assertThat(Instant.parse(lead.path("stageSince").asText()))
          .isBetween(end.minusSeconds(120), end.plusSeconds(120));
    }
  }

  @Test
  void aRestartOnTheSameFolderForgetsNothingAndRepeatsNothing(@TempDir Path folder)
      throws Exception {
    try (var first = RunningStack.in(folder)) {
      for (var event : visit("max")) {
        first.browserSends(event);
      }
      first.browserSends(identify("max"));
      assertThat(first.alerts(id(first.lead("max")))).hasSize(1);
    }

    try (var second = RunningStack.in(folder)) {
      second.browserSends(page("max", "max-late", Duration.ZERO, "/pricing"));

      var lead = second.lead("max");
      assertThat(lead.path("stage").asText()).isEqualTo("MQL");
      assertThat(second.events("max")).contains("max-late").hasSize(visit("max").size() + 2);
      assertThat(second.alerts(id(lead)))
          .singleElement()
          .satisfies(alert -> assertThat(alert.path("deliveries").asInt()).isEqualTo(1))
          .satisfies(alert -> assertThat(alert.path("slackPosts").asInt()).isEqualTo(1));
    }
  }

  private static List<ObjectNode> visit(String who) {
    return List.of(
        page(who, who + "-1", Duration.ofDays(3), "/"),
        page(who, who + "-2", Duration.ofDays(2), "/pricing"),
        page(who, who + "-3", Duration.ofDays(1), "/pricing"),
        track(who, who + "-4", "Whitepaper Downloaded"),
        track(who, who + "-5", "Form Submitted"));
  }

  private static ObjectNode page(String who, String id, Duration ago, String path) {
    var event = event("page", id, ago).put("anonymousId", who + "-device");
    event.putObject("properties").put("path", path);
    return event;
  }

  private static ObjectNode track(String who, String id, String name) {
    var event = event("track", id, Duration.ofHours(3)).put("anonymousId", who + "-device");
    event.put("event", name).putObject("properties").put("title", "Guide");
    return event;
  }

  private static ObjectNode identify(String who) {
    var event = event("identify", who + "-who", Duration.ofHours(2)).put("userId", who);
    event.put("anonymousId", who + "-device");
    event
        .putObject("traits")
        .put("email", who + "@northwind.example")
        .put("company", "Northwind")
        .put("role", "head")
        .put("employees", 450);
    return event;
  }

  private static String id(JsonNode lead) {
    return lead.path("lead").asText();
  }

  private static void assertAddsUp(JsonNode alert) {
    var score = alert.path("json").path("scores").path("engagement");
    var sum =
        StreamSupport.stream(score.path("lines").spliterator(), false)
            .map(line -> line.path("points").decimalValue())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(score.path("points").decimalValue());
    assertThat(sum).isGreaterThan(BigDecimal.valueOf(60));
    assertThat(alert.path("slackPosts").asInt()).isEqualTo(1);
    assertThat(alert.path("email").path("text").asText()).contains("Northwind");
  }
}
