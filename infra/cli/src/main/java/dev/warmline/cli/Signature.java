package dev.warmline.cli;

import picocli.CommandLine.Option;

/** The option that says who does it. */
final class Signature {
  private static final int LONGEST = 100;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "who does it, for the record (default: ${DEFAULT-VALUE})")
  private String by = "";

  /** The name, of a length that is stored. */
  String name() {
    return by.length() <= LONGEST ? by : by.substring(0, LONGEST);
  }
}
