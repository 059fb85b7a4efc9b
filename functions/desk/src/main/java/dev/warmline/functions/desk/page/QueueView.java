package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the queue shows.
 *
 * @param rows who is next, in order
 * @param choices what may be looked at alone
 * @param next where the list goes on, if it does
 * @param isFurther whether this is not its beginning
 * @param isChosen whether only some are looked at
 */
public record QueueView(
    List<Row> rows,
    List<Choice> choices,
    Optional<String> next,
    boolean isFurther,
    boolean isChosen) {
  public QueueView {
    rows = List.copyOf(rows);
    choices = List.copyOf(choices);
  }

  /**
   * One lead.
   *
   * @param clock what is to be done first, and until when
   * @param take the button that takes it, for whoever may
   */
  public record Row(
      String id,
      String href,
      String name,
      String work,
      String why,
      boolean isHot,
      String points,
      Optional<String> grade,
      String stage,
      String queue,
      String owner,
      boolean isMine,
      Optional<Times.Clock> clock,
      Optional<ActForm> take) {}

  /**
   * What may be looked at alone.
   *
   * @param options by value, each with its words
   * @param chosen the value that is
   */
  public record Choice(String name, String label, Map<String, String> options, String chosen) {}
}
