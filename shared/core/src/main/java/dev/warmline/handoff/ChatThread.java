package dev.warmline.handoff;

import java.util.Optional;

/**
 * Where a message stands, so that others can be put below it.
 *
 * @param channel as it was asked for: a name of the team file or the usual one
 * @param id of that channel, as the chat calls it
 * @param message of that message, as the chat calls it
 */
public record ChatThread(String channel, String id, String message) {
  private static final String BETWEEN = " ";

  /** One text; {@link #parse} of it gives an equal thread. */
  public String text() {
    return String.join(BETWEEN, id, message, channel);
  }

  /** Reads such a text; empty if it is none. */
  public static Optional<ChatThread> parse(String text) {
    var parts = text.split(BETWEEN, 3);
    return parts.length == 3
        ? Optional.of(new ChatThread(parts[2], parts[0], parts[1]))
        : Optional.empty();
  }
}
