package dev.warmline.functions.desk.page;

import dev.warmline.functions.desk.page.Times.Clock;
import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Listing;
import dev.warmline.usecase.ListQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a lead is worth and what is due, in words. */
final class LeadWords {
  private LeadWords() {}

  static boolean isHot(Lead lead) {
    return Listing.isHot(lead);
  }

  /** The sum of its scores, in whole points. */
  static String points(Lead lead) {
    return String.valueOf(Math.round(ListQueue.points(lead)));
  }

  /** The grade of its fit, if the model has one. */
  static Optional<String> grade(Lead lead) {
    return Optional.ofNullable(lead.card().scorecard().path("fit").path("grade").textValue());
  }

  /** The clock that ends first. */
  static Optional<Clock> next(Lead lead, Times times) {
    return clocks(lead, times).stream().findFirst();
  }

  /** Every clock that runs, on both sides, the one that ends first before the others. */
  static List<Clock> clocks(Lead lead, Times times) {
    var deadlines = lead.standing().deadlines();
    var clocks = new ArrayList<Clock>();
    deadlines.acceptBy().ifPresent(at -> clocks.add(times.clock("to accept", at)));
    deadlines.contactBy().ifPresent(at -> clocks.add(times.clock("to make contact", at)));
    deadlines.notWorked().ifPresent(at -> clocks.add(times.clock("until it goes back", at)));
    deadlines.notQualified().ifPresent(at -> clocks.add(times.clock("to qualify", at)));
    var given = lead.standing().givenBack();
    given
        .flatMap(GivenBack::answerBy)
        .ifPresent(at -> clocks.add(times.clock("for marketing to answer", at)));
    given
        .flatMap(GivenBack::until)
        .ifPresent(at -> clocks.add(times.clock("until it comes again", at)));
    clocks.sort(Comparator.comparing(clock -> clock.at().iso()));
    return clocks;
  }
}
