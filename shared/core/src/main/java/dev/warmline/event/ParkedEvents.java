package dev.warmline.event;

/**
 * Where refused and poisoned events wait with their reason. They expire; nothing else reads them.
 */
public interface ParkedEvents {

  /**
   * Keeps what was refused. Parking the same bytes for the same reason again changes nothing.
   *
   * @throws StoreUnavailable if it could not be kept
   */
  void park(ParkedEvent parked);
}
