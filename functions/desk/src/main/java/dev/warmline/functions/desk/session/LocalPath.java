package dev.warmline.functions.desk.session;

import java.util.regex.Pattern;

/** Where somebody is sent after they signed in: an address of the desk and of nobody else. */
public final class LocalPath {
  private static final int LONGEST = 1_000;

  /** Without a double slash, without what browsers take for one, and without a way back up. */
  private static final Pattern OF_THE_DESK =
      Pattern.compile(
          "/desk(/[A-Za-z0-9_~%!$&'()*+,;=:@-][A-Za-z0-9._~%!$&'()*+,;=:@-]*)*"
              + "(\\?[A-Za-z0-9._~%!$&'()*+,;=:@/?-]*)?");

  private static final String HOME = "/desk/queue";

  private LocalPath() {}

  /** The path, if it is one of the desk; else where the desk begins. */
  public static String of(String wanted) {
    return wanted.length() <= LONGEST && OF_THE_DESK.matcher(wanted).matches() ? wanted : HOME;
  }
}
