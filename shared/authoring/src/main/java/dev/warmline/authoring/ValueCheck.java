package dev.warmline.authoring;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Checks the plain values of a model file: texts, names, numbers, durations. */
final class ValueCheck {
  /** The longest duration: a hundred years. */
  static final long LONGEST_MILLIS = TimeUnit.DAYS.toMillis(36_500);

  private final Findings findings;

  ValueCheck(Findings findings) {
    this.findings = findings;
  }

  void text(Place place, int longest) {
    var text = place.text();
    if (text.isEmpty()) {
      findings.error(place, place.key() + " is a text", quoted(place));
    } else if (text.get().isBlank() || text.get().length() > longest) {
      findings.error(place, place.key() + " is a text of 1 to " + longest + " characters");
    }
  }

  void id(Place place) {
    if (place.text().isEmpty()) {
      findings.error(place, place.key() + " is a name", quoted(place));
    } else if (!place.text().get().matches(Shape.ItemId.FORM)) {
      findings.error(
          place,
          place.key() + " is a name of at most 64 letters, digits and - _ .",
          place.text().flatMap(ValueCheck::asId));
    }
  }

  /** Checks a name that is a key. */
  void name(Place place) {
    if (place.key().isBlank() || place.key().length() > 64) {
      findings.errorAtKey(place, "a name has 1 to 64 characters", asId(place.key()));
    }
  }

  void choice(Place place, List<String> words) {
    if (place.text().filter(words::contains).isEmpty()) {
      var near = place.text().flatMap(text -> Spelling.nearest(text, words));
      findings.error(place, place.key() + " is one of " + String.join(", ", words), near);
    }
  }

  void choiceOrDuration(Place place, List<String> words) {
    if (place.text().filter(words::contains).isPresent()) {
      return;
    }
    if (place.text().flatMap(DurationText::millis).isPresent()) {
      duration(place, false);
      return;
    }
    var near =
        place
            .text()
            .flatMap(text -> Spelling.nearest(text, words))
            .or(() -> DurationText.suggest(place.node().asText()));
    var allowed = String.join(", ", words);
    findings.error(place, place.key() + " is one of " + allowed + ", or a duration", near);
  }

  void number(Place place) {
    if (!place.node().isNumber()) {
      findings.error(place, place.key() + " is a number", asNumber(place));
    } else if (place.milli().isEmpty()) {
      findings.error(place, place.key() + " has at most three decimals", rounded(place));
    } else if (Math.abs(place.milli().get()) > Shape.Amount.MOST * 1_000) {
      findings.error(
          place, place.key() + " is out of range: at most " + Shape.Amount.MOST + " either way");
    }
  }

  void count(Place place) {
    var whole = place.milli().filter(milli -> milli % 1_000 == 0).map(milli -> milli / 1_000);
    if (whole.isEmpty()) {
      findings.error(place, place.key() + " is a whole number", Optional.empty());
    } else if (whole.get() < 1 || whole.get() > Shape.Count.MOST) {
      findings.error(
          place, place.key() + " is out of range: from 1 to " + Shape.Count.MOST, Optional.empty());
    }
  }

  void duration(Place place, boolean zero) {
    var millis = place.millis();
    if (millis.isEmpty()) {
      findings.error(
          place,
          place.key() + " is a duration: a whole number and s, m, h, d or w",
          DurationText.suggest(place.node().asText()));
    } else if (millis.get() > LONGEST_MILLIS) {
      findings.error(place, place.key() + " is out of range: at most 36500d");
    } else if (millis.get() == 0 && !zero) {
      findings.error(place, place.key() + " is out of range: it must be longer than nothing");
    }
  }

  void flag(Place place) {
    if (!place.node().isBoolean()) {
      var word = place.node().asText().strip().toLowerCase(java.util.Locale.ROOT);
      var meant =
          List.of("yes", "on", "1", "y").contains(word)
              ? Optional.of("true")
              : List.of("no", "off", "0", "n").contains(word)
                  ? Optional.of("false")
                  : Spelling.nearest(word, List.of("true", "false"));
      findings.error(place, place.key() + " is true or false", meant);
    }
  }

  void clockTime(Place place) {
    if (place.text().filter(text -> text.matches(Shape.ClockTime.FORM)).isEmpty()) {
      findings.error(
          place,
          place.key() + " is a time of day such as \"09:00\"",
          ClockTimes.suggest(place.node().asText()));
    }
  }

  void plain(Place place) {
    if (place.node().isContainerNode()) {
      findings.error(place, "a list holds texts and numbers");
    }
  }

  void path(Place place) {
    if (place.text().filter(text -> text.matches(Shape.Path.FORM)).isEmpty()) {
      findings.error(place, place.key() + " is a path into the event such as properties.title");
    }
  }

  private static Optional<String> quoted(Place place) {
    return place.node().isValueNode()
        ? Optional.of("\"" + place.node().asText() + "\"")
        : Optional.empty();
  }

  private static Optional<String> asId(String text) {
    var words = Arrays.stream(text.strip().split("[^A-Za-z0-9_.]+"));
    var id = String.join("-", words.filter(word -> !word.isEmpty()).toList());
    return id.matches(Shape.ItemId.FORM) ? Optional.of(id) : Optional.empty();
  }

  private static Optional<String> asNumber(Place place) {
    return place
        .text()
        .map(text -> text.strip().replace(',', '.').replaceFirst("^\\+", ""))
        .filter(text -> text.matches("-?[0-9]{1,7}(\\.[0-9]{1,3})?"));
  }

  private static Optional<String> rounded(Place place) {
    return Numbers.exact(place.node())
        .filter(value -> value.precision() < 40 && Math.abs((long) value.scale()) < 40)
        .map(value -> value.setScale(3, java.math.RoundingMode.HALF_EVEN).stripTrailingZeros())
        .map(value -> value.toPlainString());
  }
}
