package dev.warmline.aws.dynamo;

/** The names of the four tables in one deployment. */
public record TableNames(String events, String leads, String parked, String models) {

  /** Names that start with a prefix: {@code warmline-events}, {@code warmline-leads}, ... */
  public static TableNames withPrefix(String prefix) {
    return new TableNames(
        prefix + "-events", prefix + "-leads", prefix + "-parked", prefix + "-models");
  }
}
