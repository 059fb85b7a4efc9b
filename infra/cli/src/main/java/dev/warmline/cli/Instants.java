package dev.warmline.cli;

import dev.warmline.event.EventJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads instants: ISO-8601 with an offset, or a date for its first moment in UTC. */
final class Instants implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String text) {
    return EventJson.parseInstant(text).orElseGet(() -> date(text));
  }

  private static Instant date(String text) {
    try {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "\"" + text + "\" is no instant: write 2026-03-08T00:00:00Z or 2026-03-08");
    }
  }
}
