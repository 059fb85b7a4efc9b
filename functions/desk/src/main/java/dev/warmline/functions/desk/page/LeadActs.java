package dev.warmline.functions.desk.page;

import java.util.List;
import java.util.Optional;

/**
 * What whoever looks at a lead may do.
 *
 * @param undo the button that takes the last act back
 * @param undoWords what it takes back
 * @param main what is usually done next
 * @param gives why the lead may be given back; empty if it cannot be
 * @param more all else
 * @param none why nothing can be done, if nothing can
 */
public record LeadActs(
    Optional<ActForm> undo,
    String undoWords,
    Optional<ActForm> main,
    List<Reason> gives,
    List<Panel> more,
    Optional<String> none) {
  public LeadActs {
    gives = List.copyOf(gives);
    more = List.copyOf(more);
  }

  /** An act that is opened before it is done. */
  public record Panel(String title, ActForm form) {}

  /** A reason to give a lead back, and what follows; one that needs nothing is a button. */
  public record Reason(String words, String consequences, ActForm form) {
    /** Whether it is done by one click. */
    public boolean isPlain() {
      return form.fields().isEmpty();
    }
  }
}
