package dev.warmline.aws.api;

import java.util.regex.Pattern;

/** Paths as clients put them together: slashes doubled, slashes at the end, stages in front. */
final class Paths {
  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  private Paths() {}

  /** The path with one slash in front, none at the end, none doubled. */
  static String clean(String path) {
    var single = SLASHES.matcher("/" + path).replaceAll("/");
    return single.length() > 1 && single.endsWith("/")
        ? single.substring(0, single.length() - 1)
        : single;
  }

  /** What stands before the route in the full path, or nothing. */
  static String prefix(String fullPath, String route) {
    return fullPath.endsWith(route)
        ? fullPath.substring(0, fullPath.length() - route.length())
        : "";
  }
}
