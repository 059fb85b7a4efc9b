package dev.warmline.aws.dynamo;

import dev.warmline.event.Lanes;
import dev.warmline.event.Rejected;
import dev.warmline.event.StoreUnavailable;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The one place where failures of the SDK become failures of a store. */
final class Calls {
  /** Many at once, few enough for the connection pool. */
  static final Lanes LANES = new Lanes(32);

  private static final Set<String> INVALID = Set.of("ValidationException", "ValidationError");
  private static final String UNREADABLE = "SerializationException";
  private static final int TOO_LARGE = 413;

  /**
   * What DynamoDB says of a value that it will never take: too large, too deep, too many digits. It
   * has one code for that and for a table without the key or the index that was asked for, which is
   * a deployment to be mended and no fault of the record.
   */
  private static final Pattern FAULT_OF_THE_VALUE =
      Pattern.compile(
          "size\\b.*\\bexceed|nesting levels|number (over|under)flow|significant digits",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

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

  /** Whether what was to be written is at fault, so that it would be refused for ever. */
  static boolean isRefusal(SdkException e) {
    return switch (e) {
      case TransactionCanceledException canceled ->
          canceled.cancellationReasons().stream()
              .anyMatch(why -> isFaultOfTheValue(why.code(), why.message()));
      case DynamoDbException refused ->
          refused.statusCode() == TOO_LARGE
              || UNREADABLE.equals(code(refused))
              || isFaultOfTheValue(code(refused), refused.getMessage());
      default -> false;
    };
  }

  private static boolean isFaultOfTheValue(@Nullable String code, @Nullable String message) {
    return code != null
        && INVALID.contains(code)
        && message != null
        && FAULT_OF_THE_VALUE.matcher(message).find();
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
