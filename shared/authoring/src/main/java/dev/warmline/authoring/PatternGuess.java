package dev.warmline.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A pattern that was meant by something that is none. */
final class PatternGuess {
  private static final List<String> KINDS =
      List.of("page", "screen", "track", "email", "identify", "group");

  private PatternGuess() {}

  static Optional<String> of(JsonNode written) {
    if (written.isArray()) {
      return written.size() == 1
          ? FlowText.of(written.get(0))
          : FlowText.of(written).map(parts -> "{ $or: " + parts + " }");
    }
    return written.isTextual()
        ? Optional.of("{ " + type(written.textValue()) + " }")
        : Optional.empty();
  }

  /** The type that a word stands for, or an event of that name. */
  static String type(String written) {
    var text = Typography.unwrapped(written);
    var kind = Meant.of(text, KINDS);
    var isName = text.contains(" ") && !Typography.word(text).startsWith("pageview");
    if (kind.isPresent() && !isName) {
      return "type: [" + kind.get() + "]";
    }
    var channel = Typography.word(text).matches("(e?mail|newsletter).*") ? "email" : "track";
    return "type: [" + channel + "], event: [" + Quoting.plainly(text) + "]";
  }
}
