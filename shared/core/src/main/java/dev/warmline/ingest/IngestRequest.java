package dev.warmline.ingest;

import dev.warmline.event.EventType;
import java.util.List;
import java.util.Optional;

/**
 * One request with events, as its door understood it.
 *
 * @param keys the write keys outside of the body, the likeliest first
 * @param origin the origin of the page that sent it, if a browser said so
 * @param agent the HTTP agent
 * @param type what the door is for; empty where each event says it itself
 */
public record IngestRequest(
    Channel channel,
    List<String> keys,
    Optional<String> origin,
    Optional<String> agent,
    Optional<EventType> type,
    BodyRead body) {

  public IngestRequest {
    keys = List.copyOf(keys);
  }
}
