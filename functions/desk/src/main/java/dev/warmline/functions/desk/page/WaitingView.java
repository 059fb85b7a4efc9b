package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Optional;

/**
 * Who waits.
 *
 * @param rows the likeliest first
 * @param all how many there are, shown or not
 * @param reasons how many wait for what
 * @param queues what may be looked at alone
 * @param queue which is; empty for all
 * @param pace how many go on by themselves, in words
 * @param forms what may be done with all of them
 * @param none why nothing may be done
 */
public record WaitingView(
    List<Row> rows,
    int all,
    List<String> reasons,
    List<String> queues,
    String queue,
    Optional<String> pace,
    List<ActForm> forms,
    Optional<String> none) {
  public WaitingView {
    rows = List.copyOf(rows);
    reasons = List.copyOf(reasons);
    queues = List.copyOf(queues);
    forms = List.copyOf(forms);
  }

  /** One lead. */
  public record Row(
      String href,
      String name,
      String work,
      String why,
      String tier,
      String points,
      String queue,
      Times.When since,
      Optional<ActForm> release,
      Optional<ActForm> drop) {}
}
