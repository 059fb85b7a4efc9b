package dev.warmline.ingest;

/** How much of anything is taken. What is over a limit is refused or parked with its name. */
public final class Budget {
  /** The largest event, in bytes of JSON, as sent and as stored: 32 KB. */
  public static final int EVENT_BYTES = 32 * 1024;

  /** The largest body once inflated, in bytes: 500 KB. */
  public static final int BODY_BYTES = 500 * 1024;

  /**
   * The most bytes of a request once what its batch says for all is in each of its events: 4 MB.
   */
  public static final int REQUEST_BYTES = 4 * 1024 * 1024;

  /** The most events in one batch. */
  public static final int BATCH_EVENTS = 2_500;

  /** The longest id of a person or a group, in characters. */
  public static final int ID_CHARS = 256;

  /** The longest text that is kept, in characters; longer ones are cut. */
  public static final int TEXT_CHARS = 8_192;

  /** The longest name of an event, a page or a key, in characters. */
  public static final int NAME_CHARS = 256;

  /** How deep an event may nest; deeper ones are parked. */
  public static final int DEPTH = 16;

  /** The largest value of a key nobody knows, in characters of JSON; larger ones are dropped. */
  public static final int UNKNOWN_CHARS = 1_024;

  /** The most unknown keys of one event that are kept. */
  public static final int UNKNOWN_KEYS = 32;

  private Budget() {}
}
