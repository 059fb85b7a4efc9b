package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.rule.Problem.Hint;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A plain value of the model file, or an event pattern.
 *
 * @param <T> what it is read as
 */
public sealed interface Value<T> extends Shape<T> {
  /** The longest duration: a hundred years of 365.25 days or less. */
  Duration LONGEST = Duration.ofDays(36_500);

  /** Some text, not blank. */
  record Text(int longest) implements Value<String> {
    @Override
    public Optional<String> read(ModelNode at, Reading reading) {
      var text = at.text();
      if (text.isEmpty()) {
        return reading.wrong(at, at.name() + " is a text", new Hint.Like(this));
      }
      return text.get().isBlank() || text.get().length() > longest
          ? reading.wrong(
              at, at.name() + " is a text of 1 to " + longest + " characters", Hint.NONE)
          : text;
    }
  }

  /** A name: letters, digits, and {@code - _ .}. */
  record Name() implements Value<String> {
    /** Its form, as a regular expression. */
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}";

    @Override
    public Optional<String> read(ModelNode at, Reading reading) {
      var isA = at.name() + " is a name of at most 64 letters, digits and - _ .";
      return at.text()
          .filter(text -> text.matches(FORM))
          .or(() -> reading.wrong(at, isA, new Hint.Like(this)));
    }
  }

  /** A path into an event such as {@code properties.title}. */
  record Path() implements Value<String> {
    /** Its form, as a regular expression. */
    public static final String FORM = "[^.\\s]{1,64}(\\.[^.\\s]{1,64}){0,7}";

    @Override
    public Optional<String> read(ModelNode at, Reading reading) {
      var isA = at.name() + " is a path into the event such as properties.title";
      return at.text()
          .filter(text -> text.matches(FORM))
          .or(() -> reading.wrong(at, isA, Hint.NONE));
    }
  }

  /** A number with at most three decimals, in thousandths. */
  record Amount() implements Value<Long> {
    /** The farthest from zero, in points. */
    public static final long MOST = 1_000_000;

    @Override
    public Optional<Long> read(ModelNode at, Reading reading) {
      if (!at.node().isNumber()) {
        return reading.wrong(at, at.name() + " is a number", new Hint.Like(this));
      }
      if (at.milli().isEmpty()) {
        return reading.wrong(at, at.name() + " has at most three decimals", new Hint.Like(this));
      }
      return Math.abs(at.milli().get()) > MOST * 1_000
          ? reading.wrong(
              at, at.name() + " is out of range: at most " + MOST + " either way", Hint.NONE)
          : at.milli();
    }
  }

  /** What one unit of a currency is worth in another. */
  record Rate() implements Value<BigDecimal> {
    /** The highest. */
    public static final long MOST = 1_000_000_000;

    @Override
    public Optional<BigDecimal> read(ModelNode at, Reading reading) {
      var rate = at.node().doubleValue();
      return at.node().isNumber() && rate > 0 && rate <= MOST
          ? Optional.of(at.node().decimalValue())
          : reading.wrong(at, at.name() + " is a number above 0", Hint.NONE);
    }
  }

  /** A currency, as its three letters in capitals. */
  record Currency() implements Value<String> {
    /** Its form, as a regular expression. */
    public static final String FORM = "[A-Za-z]{3}";

    @Override
    public Optional<String> read(ModelNode at, Reading reading) {
      return at.text()
          .filter(text -> text.matches(FORM))
          .map(text -> text.toUpperCase(Locale.ROOT))
          .or(() -> reading.wrong(at, at.name() + " is three letters such as EUR", Hint.NONE));
    }
  }

  /** A whole number from 1 to the most. */
  record Count(int most) implements Value<Integer> {
    /** The highest of most counts. */
    public static final int MOST = 100_000;

    Count() {
      this(MOST);
    }

    @Override
    public Optional<Integer> read(ModelNode at, Reading reading) {
      var whole = at.milli().filter(milli -> milli % 1_000 == 0).map(milli -> milli / 1_000);
      if (whole.isEmpty()) {
        return reading.wrong(at, at.name() + " is a whole number", new Hint.Like(this));
      }
      return whole.get() < 1 || whole.get() > most
          ? reading.wrong(at, at.name() + " is out of range: from 1 to " + most, Hint.NONE)
          : Optional.of(whole.get().intValue());
    }
  }

  /** A duration, no longer than the longest; with {@code zero}, none at all is allowed too. */
  record Span(boolean zero, Duration longest) implements Value<Duration> {
    @Override
    public Optional<Duration> read(ModelNode at, Reading reading) {
      var millis = at.millis();
      if (millis.isEmpty()) {
        var form = " is a duration: a whole number and s, m, h, d or w";
        return reading.wrong(at, at.name() + form, new Hint.Like(this));
      }
      if (millis.get() > longest.toMillis()) {
        var most = DurationText.ofMillis(longest.toMillis());
        return reading.wrong(at, at.name() + " is out of range: at most " + most, Hint.NONE);
      }
      return millis.get() == 0 && !zero
          ? reading.wrong(
              at, at.name() + " is out of range: it must be longer than nothing", Hint.NONE)
          : millis.map(Duration::ofMillis);
    }

    @Override
    public boolean isLike(JsonNode node) {
      return DurationText.millis(node.asText()).isPresent();
    }
  }

  /** true or false. */
  record Flag() implements Value<Boolean> {
    @Override
    public Optional<Boolean> read(ModelNode at, Reading reading) {
      return at.node().isBoolean()
          ? Optional.of(at.node().booleanValue())
          : reading.wrong(at, at.name() + " is true or false", new Hint.Like(this));
    }
  }

  /** A time of day such as 09:00. */
  record ClockTime() implements Value<LocalTime> {
    /** Its form, as a regular expression. */
    public static final String FORM = "([01][0-9]|2[0-3]):[0-5][0-9]";

    @Override
    public Optional<LocalTime> read(ModelNode at, Reading reading) {
      var isA = at.name() + " is a time of day such as \"09:00\"";
      return at.text()
          .filter(text -> text.matches(FORM))
          .map(LocalTime::parse)
          .or(() -> reading.wrong(at, isA, new Hint.Like(this)));
    }
  }

  /** The name of a time zone. */
  record Zone() implements Value<ZoneId> {
    @Override
    public Optional<ZoneId> read(ModelNode at, Reading reading) {
      try {
        return Optional.of(ZoneId.of(at.node().asText()));
      } catch (DateTimeException e) {
        var name = at.node().asText();
        return reading.wrong(
            at,
            "unknown time zone " + name + "; write a name such as Europe/Berlin",
            new Hint.Nearest(name, ZoneId.getAvailableZoneIds()));
      }
    }
  }

  /**
   * A text that is read as something else.
   *
   * @param form its form, as a regular expression, of which every text that can be read is
   * @param isA what it is, with an example
   */
  record Formed<T>(String form, String isA, Function<String, Optional<T>> parse)
      implements Value<T> {
    @Override
    public Optional<T> read(ModelNode at, Reading reading) {
      return at.text()
          .flatMap(parse)
          .or(() -> reading.wrong(at, at.node().asText() + " is not " + isA, new Hint.Like(this)));
    }
  }

  /** One of the values of a list: text, number or truth, or a list that is built in. */
  record Plain() implements Value<JsonNode> {
    @Override
    public Optional<JsonNode> read(ModelNode at, Reading reading) {
      if (BuiltInLists.isNamed(at.node())) {
        reading.note(at, ModelFormat.WORDS);
        return Optional.of(at.node());
      }
      return at.node().isContainerNode()
          ? reading.wrong(at, "a list holds texts and numbers", Hint.NONE)
          : Optional.of(at.node());
    }
  }

  /** An event pattern. */
  record OfPattern() implements Value<Pattern> {
    @Override
    public Optional<Pattern> read(ModelNode at, Reading reading) {
      return reading.pattern(at);
    }
  }
}
