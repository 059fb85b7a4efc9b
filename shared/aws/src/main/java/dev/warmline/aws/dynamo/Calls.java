package dev.warmline.aws.dynamo;

import dev.warmline.event.StoreUnavailable;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** The one place where failures of the SDK become failures of a store. */
final class Calls {
  private Calls() {}

  /**
   * Does the work.
   *
   * @param what for the message: what could not be done, without personal data
   * @throws StoreUnavailable in place of any exception of the SDK
   */
  static <T> T call(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      throw new StoreUnavailable(what, e);
    }
  }

  /** As {@link #call}, for work without a result. */
  static void run(String what, Runnable work) {
    try {
      work.run();
    } catch (SdkException e) {
      throw new StoreUnavailable(what, e);
    }
  }
}
