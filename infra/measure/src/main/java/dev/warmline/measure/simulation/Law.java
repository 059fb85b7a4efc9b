package dev.warmline.measure.simulation;

import java.util.List;

/** What holds after every run, whatever went wrong in it. */
public enum Law {
  COMES_TO_REST("a run comes to an end"),
  ACCEPTED_IS_LOGGED("what a client got a success for is in the log"),
  EVENTS_HAVE_LEADS("each event of a person is an evaluated lead's or was parked"),
  CARDS_ARE_THE_OFFLINE_ONES("each scorecard equals the offline run"),
  LEADS_ARE_THE_OFFLINE_ONES("the leads are those of the offline run"),
  DEVICES_ARE_WHOSE_THEY_WERE("each event of a device is whose the device was then"),
  NOBODY_LACKS_A_DUE("whom time can change, and whatever is unsaid, has a due"),
  HISTORY_IS_A_CHAIN("each step is taken once, from where the last led"),
  CYCLES_HAVE_RECORDS("each cycle that was opened has one record"),
  ACTS_ARE_DONE_ONCE("an act that comes twice moves nobody twice"),
  ACTS_ARE_ANSWERED("each act has an answer, and refused ones are parked with the reason"),
  HISTORY_IS_WHAT_WAS_DONE("what people did is in the log and in the histories, each once"),
  ACTS_ARE_TOLD("who acts is told what became of it, and the same whenever it is done again"),
  FIRST_HAS_IT("who accepts first has the lead, and the second is told who that is"),
  PROMISES_ARE_KEPT("who was promised for a day is announced again then"),
  DEADLINES_HAVE_A_STAGE("a deadline runs only in the stage that has it"),
  SALES_HAS_THEM("each lead of sales is in a queue, and of nobody who is gone"),
  GIVEN_RIGHTLY("nobody is given a lead who is away, full, gone or returned it"),
  PLACES_ARE_COUNTED("everybody has as many leads on the count as they hold"),
  CLOCKS_BEGIN_ANEW("who comes to have a lead has the whole time to accept it"),
  STEPS_ARE_TOLD("each step of a clock is told, once for a cycle and whoever has it"),
  HANDS_ARE_TOLD("who loses a lead to a colleague hears of it, and so does the colleague"),
  CAUSE_BEFORE_NOTICE("no notice is before its cause or its time"),
  NOTICES_END_TRUTHFULLY("a notice is void for what did happen, covered by a survivor's"),
  ONE_BODY_PER_NOTICE("a notice that is repeated is the same"),
  TOLD("each announced cycle is told, void with a reason, or covered"),
  NOBODY_ELSE_IS_TOLD("nobody is told of any other cycle"),
  TOLD_ONCE("a notice is repeated only around trouble"),
  TAKEN_BACK_IS_TOLD("who was told of what was taken back hears that"),
  LIVE_IS_TOLD("who qualifies by something fresh is announced"),
  HISTORY_IS_NOT_TOLD("who qualifies by old things alone waits"),
  THE_PACE_IS_KEPT("no more than its pace says are released a day, and none while it is paused"),
  WAITING_IS_SHOWN("who waits is shown and told of once, and nobody else"),
  NOBODY_IS_KEPT_IN_VAIN(
      "nobody stays unaccepted who cooled down, withdrew consent or is excluded"),
  SIGNALS_ARE_TOLD("each request of a lead sales has is told"),
  ONE_SIGNAL_A_WINDOW("signals of one kind of trust are told a window apart"),
  ONE_REQUEST_ONCE("the same request within ten minutes is told once"),
  WITHDRAWN_IS_NOT_TOLD("nobody is told of who withdrew consent");

  private final String words;

  Law(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** How the evidence breaks it, in words; empty if it holds. */
  List<String> breaches(Aftermath evidence) {
    return switch (this) {
      case COMES_TO_REST ->
          evidence.isAtRest() ? List.of() : List.of("something always remained to be done");
      case ACCEPTED_IS_LOGGED -> CardLaws.accepted(evidence);
      case EVENTS_HAVE_LEADS -> CardLaws.homeless(evidence);
      case CARDS_ARE_THE_OFFLINE_ONES -> CardLaws.different(evidence);
      case LEADS_ARE_THE_OFFLINE_ONES -> CardLaws.misjoined(evidence);
      case DEVICES_ARE_WHOSE_THEY_WERE -> DeviceLaws.misplaced(evidence);
      case NOBODY_LACKS_A_DUE -> CardLaws.withoutDue(evidence);
      case HISTORY_IS_A_CHAIN -> StageLaws.brokenChains(evidence);
      case CYCLES_HAVE_RECORDS -> StageLaws.withoutRecord(evidence);
      case ACTS_ARE_DONE_ONCE -> StageLaws.actedTwice(evidence);
      case ACTS_ARE_ANSWERED -> StageLaws.unanswered(evidence);
      case HISTORY_IS_WHAT_WAS_DONE -> DeskLaws.unlikeTheLog(evidence);
      case ACTS_ARE_TOLD -> DeskLaws.toldOtherwise(evidence);
      case FIRST_HAS_IT -> DeskLaws.wronglyOwned(evidence);
      case PROMISES_ARE_KEPT -> DeskLaws.brokenPromises(evidence);
      case DEADLINES_HAVE_A_STAGE -> StageLaws.wrongDeadlines(evidence);
      case SALES_HAS_THEM -> TeamLaws.unowned(evidence);
      case GIVEN_RIGHTLY -> TeamLaws.wronglyGiven(evidence);
      case PLACES_ARE_COUNTED -> TeamLaws.miscounted(evidence);
      case CLOCKS_BEGIN_ANEW -> HandsLaws.wrongClocks(evidence);
      case STEPS_ARE_TOLD -> HandsLaws.missed(evidence);
      case HANDS_ARE_TOLD -> HandsLaws.handsUntold(evidence);
      case CAUSE_BEFORE_NOTICE -> OutboxLaws.withoutCause(evidence);
      case NOTICES_END_TRUTHFULLY -> EndLaws.untrue(evidence);
      case ONE_BODY_PER_NOTICE -> OutboxLaws.changedBodies(evidence);
      case TOLD -> OutboxLaws.untold(evidence);
      case NOBODY_ELSE_IS_TOLD -> OutboxLaws.wronglyTold(evidence);
      case TOLD_ONCE -> OutboxLaws.repeated(evidence);
      case TAKEN_BACK_IS_TOLD -> OutboxLaws.notDisregarded(evidence);
      case LIVE_IS_TOLD -> FreshnessLaws.wronglySilent(evidence);
      case HISTORY_IS_NOT_TOLD -> FreshnessLaws.wronglyTold(evidence);
      case THE_PACE_IS_KEPT -> PaceLaws.broken(evidence);
      case WAITING_IS_SHOWN -> StageLaws.wronglyWaiting(evidence);
      case NOBODY_IS_KEPT_IN_VAIN -> StageLaws.keptInVain(evidence);
      case SIGNALS_ARE_TOLD -> SignalLaws.untold(evidence);
      case ONE_SIGNAL_A_WINDOW -> SignalLaws.crowded(evidence);
      case ONE_REQUEST_ONCE -> SignalLaws.repeatedRequests(evidence);
      case WITHDRAWN_IS_NOT_TOLD -> SignalLaws.toldAfterWithdrawal(evidence);
    };
  }
}
