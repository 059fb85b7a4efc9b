package dev.warmline.lead;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The open deadlines of a lead, computed when they start: no later publication moves them.
 *
 * @param acceptBy until then an announced MQL does not cool down: sales has that long to accept it
 * @param notWorked when an announced MQL that nobody accepted falls back
 * @param notQualified when a SAL that did not become SQL falls back
 */
public record Deadlines(
    Optional<Instant> acceptBy, Optional<Instant> notWorked, Optional<Instant> notQualified) {

  /** Nothing runs. */
  public static final Deadlines NONE =
      new Deadlines(Optional.empty(), Optional.empty(), Optional.empty());

  /** With another instant by which it is to be accepted. */
  Deadlines acceptedBy(Optional<Instant> instant) {
    return new Deadlines(instant, notWorked, notQualified);
  }

  /** Somebody spoke with the lead: it falls back at that instant, or later as was agreed. */
  Deadlines contacted(Optional<Instant> fallsBack) {
    var later = Stream.concat(notQualified.stream(), fallsBack.stream()).max(Instant::compareTo);
    return new Deadlines(acceptBy, notWorked, notQualified.flatMap(_ -> later));
  }

  /** The instants at which the lead must be looked at. */
  Stream<Instant> instants() {
    return Stream.of(acceptBy, notWorked, notQualified).flatMap(Optional::stream);
  }

  /** Whether the time of an MQL or SAL is over. */
  boolean haveExpired(Instant now) {
    return Stream.of(notWorked, notQualified)
        .flatMap(Optional::stream)
        .anyMatch(deadline -> !now.isBefore(deadline));
  }
}
