package dev.warmline.lead;

import dev.warmline.rule.Model;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The instants at which time alone can move a lead out of its stage.
 *
 * @param acceptBy until then an MQL does not cool down: sales has that long to accept it
 * @param notWorked when an MQL that nobody accepted falls back
 * @param notQualified when a SAL that did not become SQL falls back
 * @param coolDownEnd until then a recycled lead does not qualify by its scores
 */
record Deadlines(
    Instant acceptBy,
    Optional<Instant> notWorked,
    Optional<Instant> notQualified,
    Optional<Instant> coolDownEnd) {

  static Deadlines of(Lead lead, Model model) {
    var file = model.file();
    var since = lead.stageSince();
    var working = new WorkingTime(file.sla().businessHours(), file.zone());
    return new Deadlines(
        working.after(since, file.sla().acceptWithin().orElse(Duration.ZERO)),
        file.recycle().after().map(since::plus),
        file.recycle().unqualifiedAfter().map(since::plus),
        lead.leftAt().map(left -> left.plus(file.qualify().coolDown())));
  }

  boolean isCoolingDown(Instant now) {
    return coolDownEnd.filter(now::isBefore).isPresent();
  }

  /** The instants that matter in this stage. */
  Stream<Instant> in(Stage stage) {
    return switch (stage) {
      case SUSPECT, PROSPECT, RECYCLED -> coolDownEnd.stream();
      case MQL -> Stream.concat(Stream.of(acceptBy), notWorked.stream());
      case SAL -> notQualified.stream();
      case SQL, CUSTOMER, DISQUALIFIED -> Stream.empty();
    };
  }
}
