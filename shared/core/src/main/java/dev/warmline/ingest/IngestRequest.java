package dev.warmline.ingest;

import dev.warmline.event.EventType;
import java.util.Optional;

/**
 * One request with events, as its door understood it.
 *
 * @param type what the door is for; empty where each event says it itself
 */
public record IngestRequest(
    Channel channel, Caller caller, Optional<EventType> type, BodyRead body) {}
