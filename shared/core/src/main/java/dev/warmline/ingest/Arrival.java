package dev.warmline.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventType;
import dev.warmline.event.Source;
import java.time.Instant;
import java.util.Optional;

/**
 * What all events of one request have in common.
 *
 * @param type what the door is for; empty where each event says it itself
 * @param agent the HTTP agent of the request
 * @param envelope what the body says for all its events
 */
public record Arrival(
    Source source,
    Channel channel,
    Optional<EventType> type,
    Optional<String> agent,
    ObjectNode envelope,
    Instant receivedAt) {}
