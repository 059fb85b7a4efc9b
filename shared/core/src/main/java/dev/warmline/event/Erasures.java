package dev.warmline.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Who was erased. A mark is kept under a digest that only whoever has the key can make, so that
 * nobody can test whether it is of a certain address; it says when, and nothing else.
 *
 * <p>Failures of the infrastructure are thrown as {@link StoreUnavailable}.
 */
public interface Erasures {
  /** How long a process may go without hearing of a new erasure. */
  Duration BEHIND = Duration.ofSeconds(5);

  /** Nobody ever was. */
  Erasures NONE =
      new Erasures() {
        @Override
        public Instant newest(Instant now) {
          return Instant.EPOCH;
        }

        @Override
        public Optional<Instant> find(String name) {
          return Optional.empty();
        }

        @Override
        public boolean isBack(ProfileKey person) {
          return false;
        }

        @Override
        public void mark(Collection<String> names, Instant at, Optional<Duration> kept) {
          throw new IllegalStateException("nobody is erased here");
        }
      };

  /**
   * The instant of the newest erasure, {@link Instant#EPOCH} if there was none: what happened later
   * need not be looked up. At most {@link #BEHIND} old.
   */
  Instant newest(Instant now);

  /** When what this names was erased last; strongly consistent. */
  Optional<Instant> find(String name);

  /** Whether a person has a lead now: who came back by themselves may be told of by others. */
  boolean isBack(ProfileKey person);

  /**
   * Marks names as erased at an instant; a later instant than that of a mark takes its place.
   *
   * @param kept how long after the instant; for ever if empty
   */
  void mark(Collection<String> names, Instant at, Optional<Duration> kept);
}
