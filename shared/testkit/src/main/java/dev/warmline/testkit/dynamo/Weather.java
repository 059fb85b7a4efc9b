package dev.warmline.testkit.dynamo;

import java.util.function.Supplier;

/** Decides what goes wrong around the calls of a client. */
@FunctionalInterface
public interface Weather {

  /**
   * A call of a client.
   *
   * @param operation as the SDK names it, for example {@code PutItem}
   * @param what says what it is about: tables and keys, or an index
   */
  record Call(String operation, Kind kind, Supplier<String> what) {
    @Override
    public String toString() {
      return operation + " " + what.get();
    }
  }

  /** What a call does. */
  enum Kind {
    READ,
    INDEX_READ,
    WRITE,
    TRANSACTION;

    /** Whether it can change anything. */
    public boolean isWrite() {
      return this == WRITE || this == TRANSACTION;
    }
  }

  /** Asked before the call; whatever it throws the caller gets in place of an answer. */
  Trouble before(Call call);

  /** Told after the call was made; whatever it throws the caller gets in place of the answer. */
  default void after(Call call) {}
}
