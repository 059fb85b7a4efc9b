package dev.warmline.lead;

import java.util.Optional;

/**
 * In whose hands a lead is.
 *
 * @param queue the queue it came to, if the model routes
 * @param owner the id of the person who has it, if somebody has
 */
public record Assignment(Optional<String> queue, Optional<String> owner) {
  /** In nobody's. */
  public static final Assignment NONE = new Assignment(Optional.empty(), Optional.empty());

  /** In a queue, for anybody to take. */
  static Assignment to(Optional<String> queue) {
    return new Assignment(queue, Optional.empty());
  }

  /** In the same queue, with an owner; with none it stays with whoever has it. */
  Assignment ownedBy(Optional<String> person) {
    return person.isEmpty() ? this : new Assignment(queue, person);
  }

  /** As somebody assigns it: another queue alone leaves its owner to that queue. */
  Assignment changed(Assignment to) {
    return new Assignment(to.queue().or(() -> queue), to.owner());
  }
}
