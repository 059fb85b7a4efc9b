package dev.warmline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.publish.PacedPublisher;
import dev.warmline.event.DailyLimit;
import dev.warmline.event.Event;
import dev.warmline.event.EventLog;
import dev.warmline.event.ParkedEvent;
import dev.warmline.ingest.Budget;
import dev.warmline.lead.Identity;
import dev.warmline.lead.Pace;
import dev.warmline.lead.Position;
import dev.warmline.lead.Timeline;
import dev.warmline.score.Gathering;
import dev.warmline.score.Gathering.Room;
import dev.warmline.usecase.EraseLead;
import dev.warmline.usecase.WeeklyDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/budgets.md says what the code holds to. */
class BudgetsTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\| [^|]+ \\|$");

  private final Map<String, String> values = new HashMap<>();

  BudgetsTest() throws IOException {
    var page = Files.readString(Path.of("../../docs/budgets.md"));
    ROW.matcher(page).results().forEach(row -> values.put(row.group(1), row.group(2)));
  }

  @Test
  void thePageSaysWhatIsTakenInOneRequest() {
    says("body of a request, inflated", kilobytes(Budget.BODY_BYTES));
    says("events of a request", number(Budget.BATCH_EVENTS));
    says("bytes of a request with its context in each event", megabytes(Budget.REQUEST_BYTES));
    says("an event as sent", kilobytes(Budget.EVENT_BYTES));
    says("an event as stored, with what its batch says for all", kilobytes(Budget.EVENT_BYTES));
    says("message id", Event.MAX_ID_LENGTH + " characters");
    says("id of a person or a group", Budget.ID_CHARS + " characters");
    says("nesting of an event", Budget.DEPTH + " levels");
    says("a text", number(Budget.TEXT_CHARS) + " characters");
    says(
        "keys of an event that mean nothing",
        Budget.UNKNOWN_KEYS + " of " + number(Budget.UNKNOWN_CHARS) + " characters");
  }

  @Test
  void thePageSaysWhatIsKept() {
    says(
        "events and kilobytes a source may send in a day",
        "as set, " + DailyLimit.ofEvents(1).kilobytes() + " KB an event");
    says(
        "a parked item",
        "%s characters of the original, %d of the reason"
            .formatted(number(ParkedEvent.MAX_RAW), ParkedEvent.MAX_REASON));
    says("age of behaviour", EventLog.RETENTION.toDays() + " days");
    says("messages to the topic", PacedPublisher.A_SECOND + " a second");
    says("a pace", number(Pace.MOST) + " released a day");
    says(
        "records of cycles that a digest counts",
        number(WeeklyDigest.MOST_CYCLES) + ": those that go on, then the newest");
    says("events that an erasure removes at once", number(EraseLead.MOST_EVENTS));
    says(
        "events that are looked at to see whether an erased person came back",
        number(EraseLead.MOST_LOOKED_AT) + " of theirs, then of their devices");
    says("leads that lack what is required, in a digest", number(WeeklyDigest.MOST_INCOMPLETE));
  }

  @Test
  void thePageSaysHowMuchOneLeadMayHave() {
    says("events of a lead that the model looks at", number(Room.WHOLE.events()));
    says("events of a lead in a file", number(Room.WHOLE.events()));
    says("memory that is kept of them", megabytes(Room.WHOLE.bytes()));
    says("events of a lead that are read at all", number(Gathering.MOST_READ));
    says(
        "leads with more than %s events or %s"
            .formatted(number(Room.USUAL.events()), megabytes(Room.USUAL.bytes())),
        "1 at a time");
    says("lines of the history of a lead", number(Position.MOST_ENTRIES));
    says("cycles of a lead", number(Position.MOST_CYCLES));
    says("persons of a lead", number(Identity.MAX_PERSONS));
    says("devices of a lead", number(Identity.MAX_DEVICES));
    says("claims of a device", number(Timeline.MAX_CLAIMS));
    says("persons of a device", number(Timeline.MAX_PERSONS));
  }

  private void says(String what, String value) {
    assertThat(values).containsEntry(what, value);
  }

  private static String number(int value) {
    return "%,d".formatted(value);
  }

  private static String kilobytes(int bytes) {
    return bytes / 1024 + " KB";
  }

  private static String megabytes(long bytes) {
    return bytes / 1024 / 1024 + " MB";
  }
}
