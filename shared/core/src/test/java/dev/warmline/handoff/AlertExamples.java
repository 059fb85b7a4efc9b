package dev.warmline.handoff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Stage;
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

  /** The notice that hands the example lead to sales, made of the words of a qualification. */
  public static Notice notice(ObjectNode qualification) {
    return notice(NoticeId.qualified(LEAD, 1), Stage.MQL, qualification);
  }

  /** The notice of a signal that came while the lead was SAL. */
  public static Notice signal(String event) {
    return notice(NoticeId.signal(LEAD, 1, event), Stage.SAL, verdict());
  }

  /** The notice that the example lead is to be disregarded. */
  public static Notice disregard() {
    return notice(NoticeId.disregard(LEAD, 1), Stage.SUSPECT, verdict());
  }

  private static Notice notice(NoticeId id, Stage stage, ObjectNode qualification) {
    var whole = EventJson.newObject();
    whole.putObject("scorecard");
    whole.putObject("traits");
    whole.setAll(qualification);
    var about = Qualification.read(whole);
    return Notice.open(id, AT, stage, "Requested a demo", Optional.of(about), AT);
  }

  /** The message of a qualification. */
  public static Message rendered(ObjectNode qualification) {
    return new AlertRenderer(DESK).render(notice(qualification), 0);
  }

  static Alert alert(ObjectNode qualification) {
    var notice = notice(qualification);
    return Alert.of(notice, notice.about().orElseThrow(), 0, DESK);
  }
}
