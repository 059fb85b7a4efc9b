package dev.warmline.aws.dynamo;

/** An item that no version of this program wrote. Trying again does not help. */
public final class MalformedItem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with it, without its content. */
  public MalformedItem(String message) {
    super(message);
  }
}
