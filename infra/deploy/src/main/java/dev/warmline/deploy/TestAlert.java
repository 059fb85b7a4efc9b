package dev.warmline.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warmline.event.Digest;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.Message;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Stage;
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
public record TestAlert(NoticeId id, Message message) {
  private static final String QUALIFICATION = "test-alert.json";
  private static final int ID_LENGTH = 16;

  /** The test alert of this instant. */
  public static TestAlert at(Instant now) {
    var lead = new LeadId("l-" + Digest.of("test alert " + now).substring(0, ID_LENGTH));
    var notice =
        Notice.open(
            NoticeId.qualified(lead, 1),
            now,
            Stage.MQL,
            "a test of the setup",
            Optional.of(qualification()),
            now);
    return new TestAlert(notice.id(), new AlertRenderer(Optional.empty()).render(notice, 0));
  }

  private static Qualification qualification() {
    try (var in = Objects.requireNonNull(TestAlert.class.getResourceAsStream(QUALIFICATION))) {
      return Qualification.read(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
