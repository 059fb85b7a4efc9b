package dev.warmline.measure.simulation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What holds after every run, whatever went wrong in it. */
public enum Law {
  COMES_TO_REST("a run comes to an end"),
  ACCEPTED_IS_LOGGED("what a client got a success for is in the log"),
  EVENTS_HAVE_LEADS("each event of a person is an evaluated lead's or was parked"),
  CARDS_ARE_THE_OFFLINE_ONES("each scorecard equals the offline run"),
  LEADS_ARE_THE_OFFLINE_ONES("the leads are those of the offline run"),
  NOBODY_LACKS_A_DUE("whom time can change has a due"),
  HISTORY_IS_A_CHAIN("each step is taken once, from where the last led"),
  CAUSE_BEFORE_NOTICE("no notice is before its cause"),
  ONE_BODY_PER_NOTICE("a notice that is repeated is the same"),
  TOLD("sales hears of each MQL that is not silent"),
  SIGNALS_ARE_TOLD("each signal of a lead sales has is told"),
  TOLD_ONCE("a notice is repeated only around trouble"),
  LIVE_IS_TOLD("who qualifies by something fresh is not silent"),
  HISTORY_IS_NOT_TOLD("who qualifies by old things alone is silent"),
  ONE_SIGNAL_AN_HOUR("signals within an hour are one notice"),
  WITHDRAWN_IS_NOT_TOLD("nobody is told of who withdrew consent");

  /** What the product does not keep to yet; the seeds show how. */
  static final Set<Law> NOT_YET =
      Collections.unmodifiableSet(
          EnumSet.of(
              NOBODY_LACKS_A_DUE,
              TOLD,
              LIVE_IS_TOLD,
              HISTORY_IS_NOT_TOLD,
              ONE_SIGNAL_AN_HOUR,
              WITHDRAWN_IS_NOT_TOLD));

  private final String words;

  Law(String words) {
    this.words = words;
  }

  /** Those that hold of the product as it is. */
  static Set<Law> held() {
    return EnumSet.complementOf(EnumSet.copyOf(NOT_YET));
  }

  String words() {
    return words;
  }

  /** How the evidence breaks it, in words; empty if it holds. */
  List<String> breaches(Evidence evidence) {
    return switch (this) {
      case COMES_TO_REST ->
          evidence.isAtRest() ? List.of() : List.of("something always remained to be done");
      case ACCEPTED_IS_LOGGED -> CardLaws.accepted(evidence);
      case EVENTS_HAVE_LEADS -> CardLaws.homeless(evidence);
      case CARDS_ARE_THE_OFFLINE_ONES -> CardLaws.different(evidence);
      case LEADS_ARE_THE_OFFLINE_ONES -> CardLaws.misjoined(evidence);
      case NOBODY_LACKS_A_DUE -> CardLaws.withoutDue(evidence);
      case HISTORY_IS_A_CHAIN -> NoticeLaws.brokenChains(evidence);
      case CAUSE_BEFORE_NOTICE -> NoticeLaws.withoutCause(evidence);
      case ONE_BODY_PER_NOTICE -> NoticeLaws.changedBodies(evidence);
      case TOLD -> NoticeLaws.untold(evidence);
      case SIGNALS_ARE_TOLD -> NoticeLaws.untoldSignals(evidence);
      case TOLD_ONCE -> NoticeLaws.repeated(evidence);
      case LIVE_IS_TOLD -> FreshnessLaws.wronglySilent(evidence);
      case HISTORY_IS_NOT_TOLD -> FreshnessLaws.wronglyTold(evidence);
      case ONE_SIGNAL_AN_HOUR -> NoticeLaws.crowdedSignals(evidence);
      case WITHDRAWN_IS_NOT_TOLD -> NoticeLaws.toldAfterWithdrawal(evidence);
    };
  }
}
