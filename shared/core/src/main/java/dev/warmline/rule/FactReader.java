package dev.warmline.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How the value of a trait is read as a fact. What cannot be read is not known. */
public enum FactReader {
  /** A text that is not blank; a number is its digits. */
  TEXT {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      if (value.isNumber()) {
        return Optional.of(TextNode.valueOf(value.decimalValue().toPlainString()));
      }
      return Optional.of(value).filter(it -> it.isTextual() && !it.textValue().isBlank());
    }
  },
  /** A number, or a text that is one, also with blanks or commas between its thousands. */
  NUMBER {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return number(value, WHOLE_NUMBER);
    }
  },
  /** The lowest number that a text allows: 201 for {@code 201-500}, 1000 for {@code 1,000+}. */
  LOWER_BOUND {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return number(value, FIRST_NUMBER);
    }
  },
  /** A date or an instant (ISO-8601, without an offset UTC; Unix time), as an instant in UTC. */
  DATE {
    @Override
    public Optional<JsonNode> read(JsonNode value) {
      return instant(value)
          .map(at -> TextNode.valueOf(at.truncatedTo(ChronoUnit.MILLIS).toString()));
    }
  };

  private static final int LONGEST = 100;

  /** From here on a Unix time is in milliseconds: as seconds it would be the year 5138. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final String BLANK = "\\s\\u00A0\\u2009\\u202F";
  private static final String WHOLE =
      "([0-9]{1,3}(?:[,'’%s][0-9]{3})+(?![0-9])|[0-9]{1,15})".formatted(BLANK);
  private static final Pattern WHOLE_NUMBER =
      Pattern.compile("(-?)" + WHOLE + "(?:\\.([0-9]{1,15}))?()");
  private static final Pattern FIRST_NUMBER =
      Pattern.compile(
          "(?s)[>≥~%s]*()%s(?:[.,]([0-9]{1,15}))?[%s]?([kK]?)(?![\\p{L}0-9]).*"
              .formatted(BLANK, WHOLE.replace("[,", "[.,"), BLANK));
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  /** What a value says; empty if it says nothing. */
  public abstract Optional<JsonNode> read(JsonNode value);

  /**
   * The word for it in a model: {@code text}, {@code number}, {@code lower-bound}, {@code date}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Optional<JsonNode> number(JsonNode value, Pattern form) {
    if (value.isNumber()) {
      return Optional.of(value);
    }
    if (!value.isTextual() || value.textValue().length() > LONGEST) {
      return Optional.empty();
    }
    var found = form.matcher(value.textValue().strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    var whole = NO_DIGIT.matcher(found.group(2)).replaceAll("");
    var decimals = found.group(3) == null ? "" : "." + found.group(3);
    var number = new BigDecimal(found.group(1) + whole + decimals);
    return Optional.of(
        DecimalNode.valueOf(found.group(4).isEmpty() ? number : number.movePointRight(3)));
  }

  private static Optional<Instant> instant(JsonNode value) {
    if (value.isNumber()) {
      var time = value.longValue();
      return time > 0 && time < FIRST_MILLIS * 1_000
          ? Optional.of(
              time < FIRST_MILLIS ? Instant.ofEpochSecond(time) : Instant.ofEpochMilli(time))
          : Optional.empty();
    }
    var text = value.asText("").strip();
    return parsed(() -> OffsetDateTime.parse(text).toInstant())
        .or(() -> parsed(() -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)))
        .or(() -> parsed(() -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  private static Optional<Instant> parsed(java.util.function.Supplier<Instant> text) {
    try {
      return Optional.of(text.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
