package dev.warmline.functions.collect;

import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.Budget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * Reads a body, gunzipped if it is gzip. What the headers say is not looked at: API Gateway
 * inflates and leaves them, and some clients set none.
 */
final class Body {
  private Body() {}

  /** Inflates at most as much as a body may have, and reads it. */
  static BodyRead read(byte[] sent, Function<byte[], BodyRead> reader) {
    if (sent.length < 2 || sent[0] != (byte) 0x1F || sent[1] != (byte) 0x8B) {
      return reader.apply(sent);
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      var plain = gzip.readNBytes(Budget.BODY_BYTES + 1);
      return plain.length > Budget.BODY_BYTES
          ? new BodyRead.Refused("the body inflates to over 500 KB: send smaller batches", "")
          : reader.apply(plain);
    } catch (IOException e) {
      return new BodyRead.Refused("the body starts like gzip and is none", "");
    }
  }
}
