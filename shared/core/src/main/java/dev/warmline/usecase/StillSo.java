package dev.warmline.usecase;

import dev.warmline.lead.GivenBack;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Notice;
import dev.warmline.lead.Stage;
import java.util.Optional;

/** Whether what a notice says of a lead is so still when it is sent. */
final class StillSo {
  private StillSo() {}

  /** Why nobody is told any more, if that is so. */
  static Optional<String> whyNot(Notice notice, Optional<Lead> living) {
    return living.map(lead -> whyNot(notice, lead)).orElse(Optional.of("erased"));
  }

  private static Optional<String> whyNot(Notice notice, Lead living) {
    if (living.card().scorecard().path("consent").asText().equals("withdrawn")) {
      return Optional.of("consent withdrawn");
    }
    var excluded = living.card().scorecard().path("qualifies").path("excluded").textValue();
    if (notice.id().kind().announces() && excluded != null) {
      return Optional.of("excluded: " + excluded);
    }
    return switch (notice.id().kind().premise()) {
      case TO_BE_TOLD ->
          Optional.of("disqualified").filter(_ -> living.stage() == Stage.DISQUALIFIED);
      case SAME_STAGE ->
          so(
              isSame(notice, living)
                  && living.stage() == notice.stage()
                  && isTheirs(notice, living));
      case SAME_HANDS -> so(isSame(notice, living) && isTheirs(notice, living));
      case UNANSWERED ->
          so(
              isSame(notice, living)
                  && living.standing().givenBack().filter(GivenBack::asks).isPresent());
      case BELOW ->
          so(living.standing().isBelow() && living.standing().cycle() == notice.id().cycle());
      case WAITED_FOR, TEAM, KNOWN, NOTHING -> Optional.empty();
    };
  }

  private static Optional<String> so(boolean isSo) {
    return isSo ? Optional.empty() : Optional.of("it is not so any more");
  }

  private static boolean isSame(Notice notice, Lead living) {
    return notice.id().lead().filter(living.id()::equals).isPresent()
        && living.standing().cycle() == notice.id().cycle();
  }

  private static boolean isTheirs(Notice notice, Lead living) {
    var hands = living.standing().assignment();
    return hands
        .owner()
        .or(() -> hands.queue().map("queue:"::concat))
        .filter(notice.to()::contains)
        .isPresent();
  }
}
