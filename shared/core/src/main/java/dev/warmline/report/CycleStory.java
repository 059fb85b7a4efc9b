package dev.warmline.report;

import dev.warmline.lead.Announcement;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.Cycles.Kept;
import dev.warmline.lead.LeadId;
import dev.warmline.lead.Stage;
import dev.warmline.report.Happening.Took;
import dev.warmline.report.Happening.What;
import dev.warmline.team.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the record of one cycle says of both teams, as of an instant. */
final class CycleStory {
  private static final Set<String> TAKES = Set.of("accepted", "qualified");

  private final LeadId lead;
  private final CycleRecord record;
  private final Team team;
  private final Instant asOf;
  private final List<Mark> marks;

  CycleStory(Kept kept, Team team, Instant asOf) {
    this.lead = kept.lead();
    this.record = kept.record();
    this.team = team;
    this.asOf = asOf;
    this.marks = record.kept();
  }

  LeadId lead() {
    return lead;
  }

  int cycle() {
    return record.number();
  }

  /** What both teams did about it. */
  List<Happening> happenings() {
    return Stream.of(
            told().map(at -> Happening.of(What.ANNOUNCED, at)).stream(),
            accepted().stream(),
            until(What.NOT_ACCEPTED, acceptBy(), decided()).stream(),
            all("returned").map(mark -> Happening.of(What.RETURNED, mark.at())),
            questions().map(mark -> Happening.of(What.ASKED, mark.at())),
            answered().stream(),
            until(What.NOT_ANSWERED, answerBy(), newest("answered").map(Mark::at)).stream())
        .flatMap(it -> it)
        .toList();
  }

  private Optional<Happening> accepted() {
    return marks.stream()
        .filter(mark -> TAKES.contains(mark.act()))
        .findFirst()
        .filter(_ -> told().isPresent())
        .map(Mark::at)
        .map(at -> new Happening(What.ACCEPTED, at, told().map(from -> took(from, at))));
  }

  private Optional<Happening> answered() {
    return newest("answered")
        .map(Mark::at)
        .map(at -> new Happening(What.ANSWERED, at, question().map(asked -> took(asked.at(), at))));
  }

  /** That a time was over before what was waited for; of another's time nothing is said. */
  private Optional<Happening> until(What what, Optional<Instant> end, Optional<Instant> done) {
    return end.filter(at -> !at.isAfter(asOf))
        .filter(at -> done.filter(it -> !it.isAfter(at)).isEmpty())
        .map(at -> Happening.of(what, at));
  }

  private Took took(Instant from, Instant to) {
    var hours = team.calendarOf(record.queue().orElse(""));
    return new Took(hours.elapsed(from, to), Duration.between(from, to));
  }

  /** When sales was told. */
  private Optional<Instant> told() {
    return record.toldAt();
  }

  /** When it was not for sales any more to accept it. */
  private Optional<Instant> decided() {
    return marks.stream().filter(mark -> mark.to() != Stage.MQL).findFirst().map(Mark::at);
  }

  private Optional<Instant> acceptBy() {
    return record.deadlines().acceptBy().filter(_ -> told().isPresent());
  }

  private Stream<Mark> all(String act) {
    return marks.stream().filter(mark -> mark.act().equals(act));
  }

  private Optional<Mark> newest(String act) {
    return record.mark(act);
  }

  private Stream<Mark> questions() {
    return marks.stream().filter(mark -> mark.details().has(CycleRecord.ANSWER_BY));
  }

  private Optional<Mark> question() {
    return questions().reduce((earlier, later) -> later);
  }

  private Optional<Instant> answerBy() {
    return question()
        .map(mark -> mark.details().path(CycleRecord.ANSWER_BY).asText())
        .filter(text -> !text.isEmpty())
        .map(Instant::parse);
  }

  /** The reasons for which sales gave it back, and when. */
  List<Mark> returns() {
    return all("returned").toList();
  }

  /** When it was won. */
  Optional<Mark> won() {
    return newest("won");
  }

  /** Since when nobody accepts it who should have. */
  Optional<Instant> overdueSince() {
    return acceptBy().filter(at -> goesOn() && decided().isEmpty() && !at.isAfter(asOf));
  }

  /** Since when marketing owes an answer that should have come. */
  Optional<Instant> answerOverdueSince() {
    return answerBy().filter(at -> newest("answered").isEmpty() && !at.isAfter(asOf));
  }

  /** What it waits for, while sales has not heard of it. */
  Optional<String> waitsFor() {
    return goesOn() && record.announcement() instanceof Announcement.Waiting waiting
        ? Optional.of(waiting.words())
        : Optional.empty();
  }

  /** The queue where it lies while nobody has it; "" without a queue. */
  Optional<String> liesIn() {
    return goesOn() && told().isPresent() && hands().owner().isEmpty() && decided().isEmpty()
        ? Optional.of(record.queue().orElse(""))
        : Optional.empty();
  }

  Assignment hands() {
    return record.hands();
  }

  private boolean goesOn() {
    return record.ended().isEmpty();
  }

  /** The path from where the lead came from to the win. */
  Win win(Mark won) {
    return Win.of(lead, record, marks, won);
  }
}
