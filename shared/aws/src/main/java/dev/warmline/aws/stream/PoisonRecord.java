package dev.warmline.aws.stream;

/** A stream record that no attempt will ever make sense of: to be parked, not retried. */
public final class PoisonRecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why, without personal data. */
  public PoisonRecord(String reason, Throwable cause) {
    super(reason, cause);
  }
}
