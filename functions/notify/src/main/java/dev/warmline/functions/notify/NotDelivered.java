package dev.warmline.functions.notify;

import dev.warmline.usecase.DeliverAlert.Delivered;
import java.time.Duration;

/** An alert could not be posted yet: Lambda shall deliver it again. */
public final class NotDelivered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NotDelivered(String message) {
    super(message);
  }

  /** Throws if the delivery must come again; what was refused for good need not. */
  static void throwUnless(Delivered outcome) {
    switch (outcome) {
      case Delivered.HeldByAnother(var id) ->
          throw new NotDelivered("alert " + id + " is being posted by another invocation");
      case Delivered.TryAgain(var id, var pause) ->
          throw new NotDelivered("alert " + id + ": Slack " + excuse(pause));
      case Delivered.Refused _, Delivered.Posted _, Delivered.Repeated _, Delivered.NoAlert _ -> {}
    }
  }

  private static String excuse(Duration pause) {
    return pause.isZero() ? "is not taking it now" : "asks to wait " + pause.toSeconds() + "s";
  }
}
