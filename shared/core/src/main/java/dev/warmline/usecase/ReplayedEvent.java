package dev.warmline.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.InvalidEvent;
import dev.warmline.event.ParkedEvent;
import dev.warmline.event.Source;
import dev.warmline.ingest.Admitted;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.BodyReader;
import dev.warmline.ingest.Caller;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import dev.warmline.ingest.Normaliser;
import dev.warmline.ingest.RawEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A parked event judged once more, as if it arrived when it did: under the same id, so that a
 * second replay, or one beside a client that sends again, changes nothing. What the log refused was
 * parked as the log would have kept it; everything else as it was sent, and is not believed.
 */
public sealed interface ReplayedEvent {

  /** It can be taken now. */
  record Taken(Event event) implements ReplayedEvent {}

  /** It still cannot. */
  record Refused(String reason) implements ReplayedEvent {}

  /** Judges what is kept of an event by the settings that its source has now. */
  static ReplayedEvent of(ParkedEvent parked, Source source) {
    if (parked.raw().length() >= ParkedEvent.MAX_RAW) {
      return new Refused("only its first part was kept: send it again");
    }
    var read = BodyReader.batch(parked.raw().getBytes(UTF_8));
    return switch (read) {
      case BodyRead.Refused(var reason, var _) -> new Refused(reason);
      case BodyRead.Events(var envelope, var events) when events.size() == 1 ->
          judged(
              events.getFirst(),
              new Admitted(request(read), source, envelope, parked.at()),
              IngestEvents.isOfLog(parked.reason()));
      case BodyRead.Events _ -> new Refused("it is a whole batch: send it again");
    };
  }

  private static ReplayedEvent judged(RawEvent raw, Admitted admitted, boolean ofLog) {
    try {
      return switch (raw) {
        case RawEvent.Flawed(var reason, var _) -> new Refused(reason);
        case RawEvent.Sound(var json) when ofLog -> new Taken(EventJson.of(json));
        case RawEvent.Sound(var json) -> new Taken(Normaliser.event(json, admitted, Duration.ZERO));
      };
    } catch (InvalidEvent e) {
      return new Refused(String.valueOf(e.getMessage()));
    }
  }

  private static IngestRequest request(BodyRead body) {
    var nobody = new Caller(List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    return new IngestRequest(Channel.POSTED, nobody, Optional.empty(), body);
  }
}
