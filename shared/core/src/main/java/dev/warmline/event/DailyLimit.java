package dev.warmline.event;

/**
 * How much a source may send in a day (UTC).
 *
 * @param events the most events, 0 for any number
 * @param kilobytes the most kilobytes of events as they are stored, 0 for any number
 */
public record DailyLimit(long events, long kilobytes) {
  /** A source may send what it wants. */
  public static final DailyLimit NONE = new DailyLimit(0, 0);

  /** An event of a browser has about one and a half. */
  private static final int KILOBYTES_PER_EVENT = 4;

  public DailyLimit {
    if (events < 0 || kilobytes < 0) {
      throw new IllegalArgumentException("a limit is 0, for none, or more");
    }
  }

  /** So many events, of 4 KB each on average; 0 for no limit. */
  public static DailyLimit ofEvents(long events) {
    return new DailyLimit(events, events * KILOBYTES_PER_EVENT);
  }

  /** Whether this much may be sent in one day. */
  public boolean allows(long sentEvents, long sentKilobytes) {
    return (events == 0 || sentEvents <= events) && (kilobytes == 0 || sentKilobytes <= kilobytes);
  }
}
