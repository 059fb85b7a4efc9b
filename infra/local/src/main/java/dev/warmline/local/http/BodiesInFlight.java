package dev.warmline.local.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Bounds the bytes of all bodies that are worked on at a time: on its way through the gateway a
 * body takes up some ten times its size. In Lambda every request has a process of its own.
 */
final class BodiesInFlight {
  private static final int CHUNK = 64 * 1024;

  private final Semaphore free;

  /** Room for so many bytes. */
  BodiesInFlight(int bytes) {
    this.free = new Semaphore(bytes / CHUNK);
  }

  /** A place for one body, given back when it is closed. */
  Place place() {
    return new Place();
  }

  /** What one request holds of the room; used by its own thread alone. */
  final class Place implements AutoCloseable {
    private int held;

    /** Reads a body, at most so many bytes of it; empty as soon as there is no room for more. */
    Optional<byte[]> read(InputStream in, int most) throws IOException {
      var body = new ByteArrayOutputStream();
      for (var last = CHUNK; last == CHUNK && body.size() < most; ) {
        if (!free.tryAcquire()) {
          return Optional.empty();
        }
        held++;
        var part = in.readNBytes(Math.min(CHUNK, most - body.size()));
        body.writeBytes(part);
        last = part.length;
      }
      return Optional.of(body.toByteArray());
    }

    @Override
    public void close() {
      free.release(held);
      held = 0;
    }
  }
}
