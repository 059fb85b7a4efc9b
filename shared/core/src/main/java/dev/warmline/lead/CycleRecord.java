package dev.warmline.lead;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The record of one cycle of a lead: how it opened, whether and how sales heard of it, and every
 * act upon it. Reports read these and nothing else.
 *
 * @param number from 1; {@link #OUTSIDE} for what people did outside all cycles
 * @param opened when it opened
 * @param why why it opened, in words
 * @param qualification what it opened on
 * @param announcement when and by what sales heard of it, or why it waits
 * @param announced what it was announced on, if that was later than its opening
 * @param hands in whose hands it is, or was while sales had it
 * @param deadlines the latest of each, as they were computed when they started
 * @param marks what became of it, oldest first
 */
public record CycleRecord(
    int number,
    Instant opened,
    String why,
    Qualification qualification,
    Announcement announcement,
    Optional<Qualification> announced,
    Assignment hands,
    Deadlines deadlines,
    List<Mark> marks) {
  /** The number of the record of what belongs to no cycle. */
  public static final int OUTSIDE = 0;

  /** How many marks a record has room for, beside those of acts that move the lead. */
  public static final int MOST_MARKS = 100;

  /** The mark of a lead that was merged away. */
  static final String MERGED = "merged";

  /** The mark of a lead that was erased while its cycle went on. */
  private static final String ERASED = "erased";

  /** In the details of a return: until when marketing is to answer it; "" if there is no clock. */
  public static final String ANSWER_BY = "answerBy";

  /** What reports count of what acts said. */
  private static final List<String> TOTALS =
      List.of("reason", "value", "currency", "answer", ANSWER_BY);

  public CycleRecord {
    marks = List.copyOf(marks);
  }

  /**
   * An act upon a cycle.
   *
   * @param act its word: {@code accepted}, {@code returned}, {@code retracted}, ...
   * @param to the stage it led to
   * @param why the reason
   * @param details what the act said beside, such as a value or BANT
   */
  public record Mark(String act, Instant at, String by, Stage to, String why, ObjectNode details) {

    private Mark withoutPerson() {
      return new Mark(act, at, by, to, ERASED, details.deepCopy().retain(TOTALS));
    }
  }

  /** The same record, announced on this. */
  CycleRecord announced(Standing standing, Qualification on) {
    return new CycleRecord(
        number,
        opened,
        why,
        qualification,
        standing.announcement(),
        Optional.of(on),
        standing.assignment(),
        standing.deadlines(),
        marks);
  }

  /** The same record after an act that led there. */
  CycleRecord marked(Mark mark, Standing standing) {
    var all = new ArrayList<>(marks);
    all.add(mark);
    var running = standing.deadlines();
    return new CycleRecord(
        number,
        opened,
        why,
        qualification,
        announcement,
        announced,
        standing.assignment().equals(Assignment.NONE) ? hands : standing.assignment(),
        deadlines.and(running),
        all);
  }

  /**
   * The same without a word of whom it was of, so that totals stay what they were when somebody is
   * erased: what was decided when, by whom, and what it was worth. One that went on ends here.
   */
  public CycleRecord withoutPerson(Instant now) {
    var bare = new ArrayList<Mark>();
    marks.forEach(it -> bare.add(it.withoutPerson()));
    if (ended().isEmpty()) {
      var by = new Actor.Warmline().who();
      var to = marks.isEmpty() ? Stage.MQL : marks.getLast().to();
      bare.add(new Mark(ERASED, now, by, to, ERASED, EventJson.newObject()));
    }
    return new CycleRecord(
        number,
        opened,
        ERASED,
        qualification.withoutPerson(),
        announcement,
        announced.map(Qualification::withoutPerson),
        hands,
        deadlines,
        bare);
  }

  /** When sales was told of it; empty if it was not, or had it already as an import says. */
  public Optional<Instant> toldAt() {
    return announcement instanceof Announcement.Announced(var at, var by)
            && !by.equals(StageMachine.IMPORTED)
        ? Optional.of(at)
        : Optional.empty();
  }

  /** The queue it went to, or would have gone to when it opened. */
  public Optional<String> queue() {
    return hands.queue().or(announced.orElse(qualification)::queue);
  }

  /** Whether nothing more can be written down that moves nothing. */
  boolean isFull() {
    return marks.size() >= MOST_MARKS;
  }

  /** The newest mark of an act with this word that was not taken back. */
  public Optional<Mark> mark(String act) {
    return kept().stream().filter(mark -> mark.act().equals(act)).reduce((earlier, later) -> later);
  }

  /** The marks of what was not taken back, oldest first. */
  public List<Mark> kept() {
    var undone = new Act.Undone().word();
    return IntStream.range(0, marks.size())
        .filter(at -> at + 1 == marks.size() || !marks.get(at + 1).act().equals(undone))
        .mapToObj(marks::get)
        .filter(mark -> !mark.act().equals(undone))
        .toList();
  }

  /** When sales had, or would have had, nothing more to do about it; empty while it goes on. */
  public Optional<Instant> ended() {
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(marks.getLast())
            .filter(last -> number == OUTSIDE || isLast(last))
            .map(Mark::at);
  }

  private static boolean isLast(Mark mark) {
    return mark.act().equals(MERGED) || mark.act().equals(ERASED) || !mark.to().isWithSales();
  }

  /** The same record of a lead that turned out to be somebody who is known. */
  CycleRecord merged(LeadId survivor, Stage stage, Instant now) {
    var all = new ArrayList<>(marks);
    var by = new Actor.Warmline().who();
    all.add(new Mark(MERGED, now, by, stage, "is " + survivor, EventJson.newObject()));
    return new CycleRecord(
        number, opened, why, qualification, announcement, announced, hands, deadlines, all);
  }
}
