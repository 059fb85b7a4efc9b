package dev.warmline.aws.secret;

import dev.warmline.event.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** The text of a secret: read when first needed, then every five minutes. */
final class SecretText {
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private record Answer(String value, Instant until) {
    @Override
    public String toString() {
      return "Answer[until=" + until + "]";
    }
  }

  private final String what;
  private final String mend;
  private final Supplier<@Nullable String> source;
  private final AtomicReference<@Nullable Answer> remembered = new AtomicReference<>();

  /**
   * A secret from this source.
   *
   * @param what is read, for whoever looks for the fault
   * @param mend what to do if it is empty
   */
  SecretText(String what, String mend, Supplier<@Nullable String> source) {
    this.what = what;
    this.mend = mend;
    this.source = source;
  }

  /**
   * The text, at most five minutes old.
   *
   * @throws StoreUnavailable if it cannot be read or is empty
   */
  String value(Instant now) {
    var known = Optional.ofNullable(remembered.get()).filter(old -> now.isBefore(old.until()));
    if (known.isPresent()) {
      return known.get().value();
    }
    var value = read();
    remembered.set(new Answer(value, now.plus(REMEMBERED)));
    return value;
  }

  /** What is there is of no use. */
  StoreUnavailable unusable(String why) {
    return new StoreUnavailable(
        "read " + what, new IllegalStateException("it " + why + ": " + mend));
  }

  private String read() {
    try {
      return Optional.ofNullable(source.get())
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .orElseThrow(() -> unusable("is empty"));
    } catch (SdkException e) {
      throw new StoreUnavailable("read " + what, e);
    }
  }
}
