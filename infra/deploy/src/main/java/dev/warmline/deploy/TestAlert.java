package dev.warmline.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Digest;
import dev.warmline.handoff.AlertId;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.Message;
import dev.warmline.lead.Lead;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.lead.StageEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert as a real lead makes one, about nobody: it shows that alerts arrive where sales looks.
 *
 * @param id new for every instant, so that no channel takes it for a repeat
 */
public record TestAlert(AlertId id, Message message) {
  private static final String VERDICT = "test-alert.json";
  private static final int ID_LENGTH = 16;

  /** The test alert of this instant. */
  public static TestAlert at(Instant now) {
    var digest = Digest.of("test alert " + now).substring(0, ID_LENGTH);
    var id = new AlertId(new LeadId("l-" + digest), 1);
    var message = new AlertRenderer(Optional.empty()).render(lead(id.lead(), now), entry(now));
    return new TestAlert(id, message);
  }

  private static Lead lead(LeadId id, Instant now) {
    var nothing = JsonNodeFactory.instance.objectNode();
    return Lead.builder(id, now)
        .stage(Stage.MQL, now)
        .cycle(1)
        .entries(1)
        .publication(1)
        .scorecard(nothing)
        .traits(nothing)
        .build();
  }

  private static StageEntry entry(Instant now) {
    return new StageEntry(
        1, now, Stage.PROSPECT, Stage.MQL, 1, "a test of the setup", "setup", false, verdict());
  }

  private static ObjectNode verdict() {
    try (var in = Objects.requireNonNull(TestAlert.class.getResourceAsStream(VERDICT))) {
      return (ObjectNode) new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
