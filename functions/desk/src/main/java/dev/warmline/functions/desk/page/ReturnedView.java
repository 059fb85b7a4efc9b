package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Optional;

/**
 * What sales gave back.
 *
 * @param rows open questions first
 * @param next where the list goes on, if it does
 * @param isFurther whether this is not its beginning
 */
public record ReturnedView(List<Row> rows, Optional<String> next, boolean isFurther) {
  public ReturnedView {
    rows = List.copyOf(rows);
  }

  /**
   * One lead.
   *
   * @param asks whether marketing has to answer
   * @param answerBy until when
   * @param again when it comes again, if that was promised
   * @param answer the form, for whoever may
   */
  public record Row(
      String href,
      String id,
      String name,
      String work,
      String reason,
      String note,
      String by,
      Times.When at,
      boolean asks,
      Optional<Times.Clock> answerBy,
      Optional<Times.Clock> again,
      Optional<ActForm> answer) {}
}
