package dev.warmline.ingest;

import java.util.List;
import java.util.Optional;

/**
 * Who sent a request, as what stands around its body says.
 *
 * @param keys the write keys outside of the body, the likeliest first
 * @param origin the origin of the page that sent it, if a browser said so
 * @param agent the HTTP agent
 * @param robot why it comes from no person, whatever the agent says; empty where nothing says so
 */
public record Caller(
    List<String> keys, Optional<String> origin, Optional<String> agent, Optional<String> robot) {

  public Caller {
    keys = List.copyOf(keys);
  }
}
