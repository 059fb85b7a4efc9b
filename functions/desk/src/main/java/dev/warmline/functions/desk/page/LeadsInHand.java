package dev.warmline.functions.desk.page;

import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.functions.desk.api.Work;
import dev.warmline.lead.LeadId;
import dev.warmline.team.TeamMember;
import dev.warmline.usecase.ActAtDesk.Outcome;
import dev.warmline.usecase.ActAtDesk.Wish;
import java.util.List;
import java.util.Optional;

/** The open leads of somebody, given to a colleague or a queue at once. */
record LeadsInHand(Work work) {
  private static final int MOST = 200;

  /** Each by an act of its own, so that sending the form again does nothing. */
  ApiResponse handOver(Visit visit, Form form, TeamMember from) {
    var key = form.text(Form.KEY).filter(it -> it.length() <= 40);
    var whom = form.text("whom").orElse("").split(" ", 2);
    if (key.isEmpty() || whom.length < 2) {
      return visit.refused(422, "This form is not whole", "Open the page again and choose again.");
    }
    var leads = of(visit, from);
    var said = EventJson.newObject().put("act", "assigned").put(whom[0], whom[1]);
    var who = visit.who();
    for (var lead : leads) {
      var wish = new Wish(lead, key.get() + "-" + lead.value(), said.deepCopy(), true);
      var why = why(work.act().act(who.person(), who.team(), wish, visit.now()));
      if (why.isPresent()) {
        return visit.refused(
            409,
            "Not all are handed over: " + why.get(),
            "Look at the team again: who is left is still " + from.name() + "'s.");
      }
    }
    return visit.goOn(TeamPage.PATH);
  }

  private List<LeadId> of(Visit visit, TeamMember from) {
    return visit.who().team().queues().keySet().stream()
        .flatMap(queue -> work.turns().find(queue).allotments().stream())
        .filter(given -> given.open() && given.owner().equals(from.id()))
        .flatMap(given -> LeadId.parse(given.key().split("#", 2)[0]).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Optional<String> why(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var lead, var answer) when answer.isRefused() -> Optional.of(answer.why());
      case Outcome.Done _, Outcome.Unknown _ -> Optional.empty();
      case Outcome.Denied(var why, var mend) -> Optional.of(why);
      case Outcome.Theirs(var lead, var owner) -> Optional.of(owner + " has one of them");
      case Outcome.Lacking(var what) -> Optional.of("it needs " + what);
      case Outcome.Reused() -> Optional.of("this form has done something else already");
    };
  }
}
