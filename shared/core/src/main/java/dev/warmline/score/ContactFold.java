package dev.warmline.score;

import dev.warmline.event.EventType;
import dev.warmline.rule.ContactLimit;
import dev.warmline.rule.DurationText;
import dev.warmline.rule.Model;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The newest contacts with a person, of events taken in order: as many as a limit asks for. */
final class ContactFold {
  private final Optional<ContactLimit> limit;
  private final int place;
  final Deque<Contact> newest = new ArrayDeque<>();

  /** One contact; {@code isMail} if it was one that was sent. */
  record Contact(long at, boolean isMail) {}

  ContactFold(Model model) {
    this.limit = model.qualify().contactLimit();
    this.place = model.rules().size() + model.qualify().fastTrack().size();
  }

  void add(LoggedEvent event) {
    var matches = event.matches();
    if (limit.isPresent() && matches.length > 0 && matches[matches.length - 1] == place) {
      add(new Contact(event.at(), event.event().type() == EventType.EMAIL));
    }
  }

  void add(Contact contact) {
    newest.addLast(contact);
    if (newest.size() > limit.map(ContactLimit::times).orElse(0)) {
      newest.removeFirst();
    }
  }

  /** Whether a contact can still count at an instant or later. */
  boolean counts(Contact contact, long at) {
    return limit.filter(it -> at - contact.at() < Millis.of(it.within())).isPresent();
  }

  /** The instant from which there are no longer too many, or {@link RuleFold#NEVER}. */
  long ends() {
    return limit
        .filter(it -> newest.size() == it.times())
        .map(it -> newest.getFirst().at() + Millis.of(it.within()))
        .orElse(RuleFold.NEVER);
  }

  /** Whether there are so many at an instant that nobody is to contact the person. */
  boolean isReached(long at) {
    return ends() != RuleFold.NEVER && at < ends();
  }

  /**
   * How many there were, as sales reads it: {@code 7 mails in 14 days}; empty if there was none.
   */
  Optional<String> words(long at) {
    var counted = newest.stream().filter(contact -> counts(contact, at)).toList();
    var what = counted.stream().allMatch(Contact::isMail) ? " mail" : " contact";
    return limit
        .filter(_ -> !counted.isEmpty())
        .map(
            it ->
                counted.size()
                    + what
                    + (counted.size() == 1 ? "" : "s")
                    + " in "
                    + DurationText.words(it.within()));
  }
}
