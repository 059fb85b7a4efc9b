package dev.warmline.lead;

import dev.warmline.lead.Decision.Tell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the notices of what an act of one lead says somebody must be told. */
record Telling(LeadId lead, Terms terms, Instant now) {

  /**
   * The notice.
   *
   * @param before where the lead stood before the act
   * @param after where it stands after it
   * @param about what it was decided on
   */
  Notice of(Tell tell, Done done, Standing before, Standing after, Qualification about) {
    var isAboutOne = tell.kind() != NoticeId.Kind.WAITING;
    var on = Optional.of(about).filter(_ -> isAboutOne);
    var notice =
        Notice.open(id(tell, before, after), now, after.stage(), tell.why(), on, tell.at())
            .to(to(tell.kind(), before, after, about.beside()));
    var isKnown = done.act() instanceof Act.Imported && tell.kind() == NoticeId.Kind.QUALIFIED;
    return isKnown ? notice.with(new Notice.State.Voided(now, tell.why())) : notice;
  }

  /** Who introduces a lead to who gets it hears of it too. */
  private List<String> to(NoticeId.Kind kind, Standing before, Standing after, Beside beside) {
    var introduces =
        beside.introduction().filter(_ -> kind.handsOver()).map(it -> it.by().id()).stream();
    return Stream.concat(Audience.of(terms, kind, before, after).stream(), introduces)
        .distinct()
        .toList();
  }

  private NoticeId id(Tell tell, Standing before, Standing after) {
    var hands = after.assignment();
    var whom = hands.owner().or(hands::queue).orElse("");
    return switch (tell.kind()) {
      case QUALIFIED -> NoticeId.qualified(lead, after.cycle());
      case RESUMED -> NoticeId.resumed(lead, after.cycle());
      case DISREGARD -> NoticeId.disregard(lead, before.cycle());
      case SIGNAL -> NoticeId.signal(lead, after.cycle(), tell.signal().orElseThrow().event());
      case WAITING ->
          NoticeId.waiting(tell.why(), now.toString().substring(0, "2026-03-01".length()));
      case REMINDER, OVERDUE, UNCONTACTED, INCOMPLETE, MERGED ->
          once(tell.kind(), before, whom + "/" + tell.why());
      case DIGEST -> throw new IllegalArgumentException("a week is no lead's");
      case REASSIGNED -> once(tell.kind(), before, whom + "/" + now);
      case UNWORKED, RETURNED, UNANSWERED, ANSWERED ->
          once(tell.kind(), before, after.position().entries() + "/" + tell.why());
    };
  }

  private NoticeId once(NoticeId.Kind kind, Standing before, String about) {
    return NoticeId.once(lead, before.cycle(), kind, about);
  }
}
