package dev.warmline.event;

import java.util.function.Consumer;

/** What is parked, to be gone through: for people, and for what is kept of one of them. */
public interface ParkedArchive {

  /** Hands on every parked event, one after the other, in no particular order. */
  void read(Consumer<ParkedEvent> reader);

  /** Forgets one. */
  void remove(ParkedEvent parked);
}
