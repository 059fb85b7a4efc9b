package dev.warmline.aws.runtime;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * What a log may say of a failure: the kinds of its causes and the error codes of AWS. Their words
 * are left out, since they may quote what a visitor sent.
 */
public final class Causes {
  private static final int MOST = 5;

  private Causes() {}

  /** The failure first, then its causes, at most five. */
  public static List<String> of(Throwable failure) {
    var causes = new ArrayList<String>();
    for (Throwable cause = failure;
        cause != null && causes.size() < MOST;
        cause = cause.getCause()) {
      causes.add(cause.getClass().getName() + code(cause));
    }
    return List.copyOf(causes);
  }

  private static String code(Throwable cause) {
    return cause instanceof AwsServiceException refused
            && refused.awsErrorDetails() != null
            && refused.awsErrorDetails().errorCode() != null
        ? "(" + refused.awsErrorDetails().errorCode() + ")"
        : "";
  }
}
