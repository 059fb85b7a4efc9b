package dev.warmline.aws.localstack;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/**
 * Says so, and how to mend it, when tests are skipped for want of a Docker engine; where they must
 * run ({@code -Dwarmline.containers=required}) that is a failure.
 */
final class NeedsDocker implements ExecutionCondition {
  private static final String REQUIRED = "required";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getParent().filter(parent -> parent.getTestClass().isPresent()).isPresent()) {
      return ConditionEvaluationResult.enabled("as the class around it");
    }
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return ConditionEvaluationResult.enabled("there is a Docker engine");
    }
    var message =
        "%s needs a Docker engine and found none. Start one, or run .ci/containers, which brings its own."
            .formatted(context.getRequiredTestClass().getSimpleName());
    if (REQUIRED.equals(System.getProperty("warmline.containers"))) {
      throw new IllegalStateException(message);
    }
    System.err.println("SKIPPED: " + message);
    return ConditionEvaluationResult.disabled(message);
  }
}
