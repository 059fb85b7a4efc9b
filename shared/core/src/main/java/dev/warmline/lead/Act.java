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

  /** A person hands the lead to sales. */
  record HandedOver(String why) implements Act {}

  /** Sales takes the lead. */
  record Accepted() implements Act {}

  /** Sales gives the lead back; a reason of the model's list, where the act must name one. */
  record Returned(Optional<String> reason) implements Act {}

  /** Sales holds the lead for worth an offer. */
  record Qualified() implements Act {}

  /** The lead became a customer. */
  record Won() implements Act {}

  /** Sales lost the lead that it had taken; a reason as with a return. */
  record Lost(Optional<String> reason) implements Act {}

  /** The lead is out for good. */
  record Disqualified(Optional<String> reason) implements Act {}

  /** The lead may qualify again. */
  record Reopened(String why) implements Act {}

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

  /** The word in events, records and the documentation. */
  default String word() {
    return switch (this) {
      case Evaluated _ -> "evaluated";
      case Retracted _ -> "retracted";
      case Expired _ -> "expired";
      case HandedOver _ -> "handed-over";
      case Accepted _ -> "accepted";
      case Returned _ -> "returned";
      case Qualified _ -> "qualified";
      case Won _ -> "won";
      case Lost _ -> "lost";
      case Disqualified _ -> "disqualified";
      case Reopened _ -> "reopened";
      case Released _ -> "released";
      case Dropped _ -> "dropped";
      case Imported _ -> "imported";
    };
  }
}
