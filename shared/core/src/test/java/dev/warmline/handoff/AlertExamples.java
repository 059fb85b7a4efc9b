package dev.warmline.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.lead.HotSignal;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** A lead with a full verdict, and verdicts made of a few words. */
public final class AlertExamples {
  /** The lead of the examples. */
  public static final LeadId LEAD = new LeadId("l-Zq3xY7mN0pQr5tUv");

  /** When it became MQL. */
  public static final Instant AT = Instant.parse("2026-03-08T09:15:00Z");

  /** Where leads are shown. */
  public static final Optional<URI> DESK = Optional.of(URI.create("https://desk.example/v1"));

  private AlertExamples() {}

  /** The verdict in {@code verdict.json}. */
  public static ObjectNode verdict() {
    return json(resource("verdict.json"));
  }

  static String resource(String name) {
    try (var in = AlertExamples.class.getResourceAsStream("/handoff/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such resource: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The example lead in a stage. */
  public static Lead lead(Stage stage) {
    return Lead.builder(LEAD, AT)
        .version(3)
        .stage(stage, AT)
        .cycle(1)
        .entries(2)
        .publication(1)
        .build();
  }

  /** A line of history that leads to a stage. */
  public static StageEntry entry(int number, Stage to, String who, boolean silent) {
    return new StageEntry(
        number, AT, Stage.PROSPECT, to, 1, "Requested a demo", who, silent, verdict());
  }

  /** A signal that came while the lead was SAL. */
  public static HotSignal signal(String name) {
    return new HotSignal(name, 1, Stage.SAL, AT, "Requested a demo", verdict());
  }

  static StageEntry becameMql(ObjectNode verdict) {
    return new StageEntry(
        1, AT, Stage.PROSPECT, Stage.MQL, 1, "Requested a demo", "warmline", false, verdict);
  }

  /** The message of a verdict. */
  public static Message rendered(ObjectNode verdict) {
    return new AlertRenderer(DESK).render(lead(Stage.MQL), becameMql(verdict));
  }

  static Alert alert(ObjectNode verdict) {
    return Alert.of(lead(Stage.MQL), becameMql(verdict), DESK);
  }
}
