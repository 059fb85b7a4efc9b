package dev.warmline.aws.dynamo;

import dev.warmline.event.Rejected;
import dev.warmline.event.StoreUnavailable;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The one place where failures of the SDK become failures of a store. */
final class Calls {
  /** What DynamoDB says of a request that no repetition makes better: an item over 400 KB, ... */
  private static final Set<String> REFUSALS =
      Set.of("ValidationException", "SerializationException");

  private static final String REFUSED_PART = "ValidationError";
  private static final int TOO_LARGE = 413;

  private Calls() {}

  /**
   * Does the work.
   *
   * @param what for the message: what could not be done, without personal data
   * @throws Rejected in place of an exception that would come again however often it is tried
   * @throws StoreUnavailable in place of any other exception of the SDK
   */
  static <T> T call(String what, Supplier<T> work) {
    try {
      return work.get();
    } catch (SdkException e) {
      throw translated(what, e);
    }
  }

  /** As {@link #call}, for work without a result. */
  static void run(String what, Runnable work) {
    try {
      work.run();
    } catch (SdkException e) {
      throw translated(what, e);
    }
  }

  /** Whether the same request would be refused for ever. */
  static boolean isRefusal(SdkException e) {
    return switch (e) {
      case TransactionCanceledException canceled ->
          canceled.cancellationReasons().stream().anyMatch(why -> REFUSED_PART.equals(why.code()));
      case DynamoDbException refused ->
          refused.statusCode() == TOO_LARGE || REFUSALS.contains(code(refused));
      default -> false;
    };
  }

  private static RuntimeException translated(String what, SdkException e) {
    return isRefusal(e) && e instanceof DynamoDbException refused
        ? new Rejected(what, code(refused), e)
        : new StoreUnavailable(what, e);
  }

  private static String code(DynamoDbException e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
