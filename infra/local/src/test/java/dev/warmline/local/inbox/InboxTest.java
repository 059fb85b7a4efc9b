package dev.warmline.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");
  private static final String BODY = "{\"alert\":\"l-abc.1\",\"lead\":\"l-abc\"}";

  @Test
  void aRepeatedDeliveryIsOneAlertThatWasDeliveredTwice() {
    var inbox = new Inbox(JsonLines.inMemory());

    inbox.deliver("Subject", "text", BODY, NOW);
    inbox.deliver("Subject", "text", BODY, NOW);

    assertThat(inbox.toJson()).hasSize(1);
    assertThat(inbox.toJson().at("/0/deliveries").asInt()).isEqualTo(2);
    assertThat(inbox.toJson().at("/0/email/subject").asText()).isEqualTo("Subject");
    assertThat(inbox.toJson().at("/0/lead").asText()).isEqualTo("l-abc");
  }

  @Test
  void itIsTheSameAfterARestart(@TempDir Path folder) {
    var file = folder.resolve("inbox.jsonl");
    var before = new Inbox(JsonLines.at(file));
    before.deliver("Subject", "text", BODY, NOW);
    before.posted("l-abc.1", "{\"text\":\"hello\"}", NOW);

    var after = new Inbox(JsonLines.at(file));

    assertThat(after.toJson()).isEqualTo(before.toJson());
    assertThat(after.notPosted()).isEmpty();
  }

  @Test
  void aLineThatACrashCutShortIsForgotten(@TempDir Path folder) throws Exception {
    var file = folder.resolve("inbox.jsonl");
    new Inbox(JsonLines.at(file)).deliver("Subject", "text", BODY, NOW);
    Files.writeString(file, "{\"kind\":\"al", StandardOpenOption.APPEND);

    var after = new Inbox(JsonLines.at(file));
    after.deliver("Subject", "text", BODY, NOW);

    assertThat(new Inbox(JsonLines.at(file)).toJson().at("/0/deliveries").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasAnsweredToAPressStandsWithItsMessage(@TempDir Path folder) throws Exception {
    var file = folder.resolve("inbox.jsonl");
    var inbox = new Inbox(JsonLines.at(file));
    inbox.deliver("Subject", "text", BODY, NOW);
    inbox.posted("l-abc.1", "{\"text\":\"hello\",\"ts\":\"1.000001\"}", NOW);
    var answer = JsonNodeFactory.instance.objectNode().put("text", "Taken by Kim Lee");

    inbox.answered("l-abc.1", answer, NOW);
    inbox.answered("l-gone.1", answer, NOW);

    var after = new Inbox(JsonLines.at(file));
    assertThat(after.toJson()).isEqualTo(inbox.toJson()).hasSize(1);
    assertThat(after.toJson().at("/0/answers/0/text").asText()).isEqualTo("Taken by Kim Lee");
    assertThat(after.message("l-abc.1").orElseThrow().path("ts").asText()).isEqualTo("1.000001");
    assertThat(after.message("l-gone.1")).isEmpty();
  }

  @Test
  void whatNeverGotToSlackIsKnown() {
    var inbox = new Inbox(JsonLines.inMemory());

    inbox.deliver("Subject", "text", BODY, NOW);

    assertThat(inbox.notPosted()).containsEntry("l-abc.1", BODY);
  }
}
