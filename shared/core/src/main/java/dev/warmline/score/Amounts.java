package dev.warmline.score;

import java.util.regex.Pattern;

/** Amounts of money as people write them, such as {@code 1.234,56 €} and {@code $1,234.56}. */
final class Amounts {
  private static final Pattern AROUND =
      Pattern.compile(
          "^(\\p{L}{1,4})?\\p{Z}*\\p{Sc}?\\p{Z}*(?=[-0-9])|(?<=[0-9])\\p{Z}*(\\p{L}{1,4}|\\p{Sc})$");
  private static final Pattern POINT =
      Pattern.compile("-?[0-9]{1,3}([,'’\\p{Z}][0-9]{3})+(\\.[0-9]+)?");
  private static final Pattern COMMA =
      Pattern.compile("-?([0-9]{1,3}([.'’\\p{Z}][0-9]{3})+,[0-9]+|[0-9]+,[0-9]{1,2})");
  private static final Pattern MANY_POINTS = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]{3}){2,}");

  private Amounts() {}

  /**
   * The digits of an amount with a point before the decimals, without its currency; what is no
   * amount, as it is.
   */
  static String digits(String text) {
    var amount = AROUND.matcher(text.strip()).replaceAll("");
    if (POINT.matcher(amount).matches()) {
      return amount.replaceAll("[^-0-9.]", "");
    }
    if (COMMA.matcher(amount).matches() || MANY_POINTS.matcher(amount).matches()) {
      return amount.replaceAll("[^-0-9,]", "").replace(',', '.');
    }
    return amount;
  }
}
