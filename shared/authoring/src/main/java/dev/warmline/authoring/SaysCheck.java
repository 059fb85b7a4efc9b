package dev.warmline.authoring;

import dev.warmline.rule.ModelNode;
import dev.warmline.rule.ModelParts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words for sales: places that no event has, and what YAML made of the text. */
record SaysCheck(Findings findings) {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9_.$-]+)}");
  private static final Pattern OTHER_PLACE =
      Pattern.compile(
          "\\$?\\{\\{?\\s*([A-Za-z][\\w.-]*)\\s*}}?|%([a-z][\\w.]*)%|<([a-z][\\w.]*)>|\\[([a-z]+\\.[\\w.]+)]");
  private static final List<String> OF_LEAD = List.of("traits");

  void check(ModelParts model) {
    model.scoreRules().forEach(rule -> says(rule.at("says"), PatternFields.OF_EVENT, "properties"));
    model.fitRules().forEach(rule -> says(rule.at("says"), OF_LEAD, "traits"));
    for (var signal : model.qualify().at("fast-track").children()) {
      says(signal.at("says"), PatternFields.OF_EVENT, "properties");
    }
    comment(model.root().at("name"));
  }

  private void says(ModelNode says, List<String> known, String usual) {
    var text = says.text().orElse("");
    quotes(says, text);
    comment(says);
    var others = OTHER_PLACE.matcher(text);
    while (others.find()) {
      if (!PLACE.matcher(others.group()).matches()) {
        var path =
            java.util.stream.IntStream.rangeClosed(1, 4)
                .mapToObj(others::group)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse("");
        findings.warning(
            says,
            others.group() + " is shown as it stands: a value is named so: {properties.title}",
            Optional.of("{" + meant(path, known, usual) + "}"));
      }
    }
    for (var place : PLACE.matcher(text).results().map(found -> found.group(1)).toList()) {
      if (!known.contains(place.split("\\.", 2)[0])) {
        findings.warning(
            says,
            "nothing is called " + place + ", so {" + place + "} is always empty",
            Optional.of("{" + meant(place, known, usual) + "}"));
      }
    }
  }

  private static String meant(String path, List<String> known, String usual) {
    var parts = path.split("\\.", 2);
    if (known.contains(parts[0])) {
      return path;
    }
    return parts.length == 1
        ? usual + "." + path
        : Spelling.nearest(parts[0], known).orElse(usual) + "." + parts[1];
  }

  private void quotes(ModelNode says, String text) {
    var last = text.length() - 1;
    if (last > 0
        && Typography.isQuote(text.charAt(0))
        && Typography.isQuote(text.charAt(last))
        && !findings.isQuoted(says)) {
      var name = Typography.name(text.charAt(0)).orElse("");
      findings.warning(
          says,
          name + " is part of the text here: write the straight quote \"",
          Optional.of(Quoting.quoted(Typography.unwrapped(text))));
    }
  }

  /** A text that a comment cuts short without a blank after the {@code #}. */
  private void comment(ModelNode value) {
    var spot = findings.spotOf(value);
    var shape = findings.source().shape(spot.line());
    var cut = shape.comment();
    var hides =
        cut + 1 < shape.text().length() && !Character.isWhitespace(shape.text().charAt(cut + 1));
    var text = value.text().orElse("");
    if (hides && !text.isEmpty() && shape.text().substring(0, cut).stripTrailing().endsWith(text)) {
      var whole = text + " " + shape.text().substring(cut).strip();
      findings.warning(
          value,
          "# begins a comment: the text is only " + text,
          Optional.of(Quoting.quoted(whole)));
    }
  }
}
