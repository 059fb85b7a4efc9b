package dev.warmline.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of thing happened. The lower-case name is the word on the wire and in patterns. */
public enum EventType {
  PAGE,
  SCREEN,
  TRACK,
  EMAIL,
  IDENTIFY,
  GROUP,
  ALIAS,
  IMPORT,
  ADJUSTMENT,
  OUTCOME,
  CONSENT,
  VERDICT;

  /** The word for this type in JSON: {@code page}, {@code track}, ... */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this word, or empty: words are lower case. */
  public static Optional<EventType> parse(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** Behaviour is what people did; only behaviour expires. */
  public boolean isBehaviour() {
    return switch (this) {
      case PAGE, SCREEN, TRACK, EMAIL -> true;
      case IDENTIFY, GROUP, ALIAS, IMPORT, ADJUSTMENT, OUTCOME, CONSENT, VERDICT -> false;
    };
  }

  /** What only server sources and the product itself may write; from a browser it is parked. */
  public boolean needsServerTrust() {
    return switch (this) {
      case ADJUSTMENT, OUTCOME, EMAIL, VERDICT, CONSENT -> true;
      case PAGE, SCREEN, TRACK, IDENTIFY, GROUP, ALIAS, IMPORT -> false;
    };
  }
}
