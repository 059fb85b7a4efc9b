package dev.warmline.event;

import java.io.IOException;
import java.io.OutputStream;

/** Counts what is written to it, up to a number. */
final class CountingStream extends OutputStream {
  private final long most;
  private long count;

  CountingStream(long most) {
    this.most = most;
  }

  /** There is more than the number to count to. */
  static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;
  }

  long count() {
    return count;
  }

  @Override
  public void write(int octet) throws IOException {
    add(1);
  }

  @Override
  public void write(byte[] octets, int from, int length) throws IOException {
    add(length);
  }

  private void add(int length) throws IOException {
    count += length;
    if (count > most) {
      throw new Enough();
    }
  }
}
