package dev.warmline.lead;

import java.util.Optional;

/** What moves a lead, or leaves it where it is. */
public sealed interface Act {

  /** The lead was scored. */
  record Evaluated() implements Act {}

  /** What opened the cycle does not count any more. */
  record Retracted(String why) implements Act {}

  /** A deadline has passed. */
  record Expired() implements Act {}

  /** A step of a clock has come that tells somebody. */
  record Reminded() implements Act {}

  /** A day has come that was promised when the lead was returned. */
  record Resumed() implements Act {}

  /** Nothing was heard of the lead for as long as the model waits. */
  record Retired() implements Act {}

  /** A person hands the lead to sales. */
  record HandedOver(String why) implements Act {}

  /** Sales takes the lead. */
  record Accepted() implements Act {}

  /** Sales gives the lead back. */
  record Returned(Cause cause) implements Act {}

  /** Sales holds the lead for worth an offer. */
  record Qualified() implements Act {}

  /** The lead became a customer. */
  record Won() implements Act {}

  /** Sales lost the lead that it had taken. */
  record Lost(Cause cause) implements Act {}

  /** The lead is out for good. */
  record Disqualified(Optional<String> reason) implements Act {}

  /** The lead may qualify again. */
  record Reopened(String why) implements Act {}

  /** Another queue or person is to work the lead. */
  record Assigned(Assignment to) implements Act {}

  /**
   * Somebody of sales spoke with the lead, or tried to.
   *
   * @param agreed the day or instant that was agreed on, if one was
   */
  record Contacted(Optional<String> agreed) implements Act {}

  /** Marketing introduced the lead to sales. */
  record Introduced() implements Act {}

  /** Somebody wrote something down. */
  record Noted() implements Act {}

  /** Marketing answers why the lead was returned. */
  record Answered() implements Act {}

  /** Whoever did the last act takes it back. */
  record Undone() implements Act {}

  /** A waiting cycle is announced. */
  record Released() implements Act {}

  /** A waiting cycle is given up. */
  record Dropped() implements Act {}

  /**
   * An import says where the lead stands.
   *
   * @param list the list it names, else its source
   */
  record Imported(Stage stage, String list) implements Act {}

  /**
   * Why a lead is given back.
   *
   * @param reason one of the model's list, where the act must name one
   * @param note more about it
   * @param until the day or instant at which it is to be announced again
   * @param queue where it should have gone
   */
  record Cause(
      Optional<String> reason,
      Optional<String> note,
      Optional<String> until,
      Optional<String> queue) {

    /** A reason and no more. */
    public static Cause of(String reason) {
      return new Cause(Optional.of(reason), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** Why it gives a lead back or up, if it does. */
  default Optional<Cause> leavingCause() {
    return switch (this) {
      case Returned(var cause) -> Optional.of(cause);
      case Lost(var cause) -> Optional.of(cause);
      case Disqualified(var reason) ->
          Optional.of(new Cause(reason, Optional.empty(), Optional.empty(), Optional.empty()));
      case Act _ -> Optional.empty();
    };
  }

  /** The word in events, records and the documentation. */
  default String word() {
    return switch (this) {
      case Evaluated _ -> "evaluated";
      case Retracted _ -> "retracted";
      case Expired _ -> "expired";
      case Reminded _ -> "reminded";
      case Resumed _ -> "resumed";
      case Retired _ -> "retired";
      case HandedOver _ -> "handed-over";
      case Accepted _ -> "accepted";
      case Returned _ -> "returned";
      case Qualified _ -> "qualified";
      case Won _ -> "won";
      case Lost _ -> "lost";
      case Disqualified _ -> "disqualified";
      case Reopened _ -> "reopened";
      case Assigned _ -> "assigned";
      case Contacted _ -> "contacted";
      case Introduced _ -> "introduced";
      case Noted _ -> "noted";
      case Answered _ -> "answered";
      case Undone _ -> "undone";
      case Released _ -> "released";
      case Dropped _ -> "dropped";
      case Imported _ -> "imported";
    };
  }
}
