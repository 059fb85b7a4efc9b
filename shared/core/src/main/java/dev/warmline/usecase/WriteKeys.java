package dev.warmline.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.event.Deadline;
import dev.warmline.event.Source;
import dev.warmline.event.Sources;
import dev.warmline.event.Trust;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.ingest.RawEvent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose request it is: the first known write key of those around the body, of the body, and of its
 * first event with one.
 */
final class WriteKeys {
  private static final int LONGEST_KEY = 200;

  private final Sources sources;

  WriteKeys(Sources sources) {
    this.sources = sources;
  }

  /** Whether there is a source that may send this. */
  sealed interface Judged {}

  record Known(Source source) implements Judged {}

  record Unknown(Ingested.Refused refused) implements Judged {}

  Judged judge(IngestRequest request, Instant now, Deadline deadline) {
    var keys = keys(request);
    return keys.stream()
        .flatMap(key -> find(key, now, deadline).stream())
        .findFirst()
        .map(source -> judgeOrigin(source, request))
        .orElseGet(() -> new Unknown(refusal(request, keys)));
  }

  private Optional<Source> find(String key, Instant now, Deadline deadline) {
    deadline.check("read a source");
    return sources.find(key, now);
  }

  private static Judged judgeOrigin(Source source, IngestRequest request) {
    return mayUse(source, request)
        ? new Known(source)
        : new Unknown(
            new Ingested.Refused(
                source.name(),
                Ingested.Status.FORBIDDEN_ORIGIN,
                "this origin may not use the write key: add it to the source's allowed origins"));
  }

  /** An image in a mail has no origin; every other browser request that matters names one. */
  private static boolean mayUse(Source source, IngestRequest request) {
    if (source.trust() == Trust.SERVER || source.allowedOrigins().isEmpty()) {
      return true;
    }
    return request
        .caller()
        .origin()
        .map(source::allowsOrigin)
        .orElse(request.channel() == Channel.PIXEL);
  }

  private static Ingested.Refused refusal(IngestRequest request, Set<String> keys) {
    if (keys.isEmpty() && request.body() instanceof BodyRead.Refused(var reason, var _)) {
      return new Ingested.Refused(Ingested.NO_SOURCE, Ingested.Status.BAD_REQUEST, reason);
    }
    return new Ingested.Refused(
        Ingested.NO_SOURCE,
        Ingested.Status.UNKNOWN_KEY,
        keys.isEmpty() ? "no write key: send it as the Basic user" : "unknown write key");
  }

  private static Set<String> keys(IngestRequest request) {
    var keys = new LinkedHashSet<>(request.caller().keys());
    if (request.body() instanceof BodyRead.Events(var envelope, var events)) {
      key(envelope).ifPresent(keys::add);
      events.stream()
          .filter(RawEvent.Sound.class::isInstance)
          .flatMap(event -> key(((RawEvent.Sound) event).json()).stream())
          .findFirst()
          .ifPresent(keys::add);
    }
    keys.removeIf(key -> key.isBlank() || key.length() > LONGEST_KEY);
    return keys;
  }

  private static Optional<String> key(JsonNode json) {
    return Optional.of(json.path("writeKey")).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }
}
