package dev.warmline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that works on a deployment from its first step on. */
@Command(sortOptions = false)
abstract class DeploymentCommand extends CliCommand {
  @Mixin private Deployment deployment = new Deployment();

  /**
   * Does what was asked.
   *
   * @return one of {@link Exit}
   */
  abstract int run(Connection connection, Output output) throws InterruptedException;

  @Override
  final int run(Output output) throws InterruptedException {
    try (var connection = deployment.open()) {
      return run(connection, output);
    }
  }
}
