package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventType;
import dev.warmline.event.Json;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.BodyReader;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Events as the address of an image, for mails and pages without scripts. The answer is the image,
 * whatever was sent and whatever became of it: nobody would read another one.
 */
final class PixelDoor implements Door {
  private static final Pattern PATH =
      Pattern.compile("/(?:v1/pixel|pixel/v1)/(identify|track|page|screen|group|alias)");

  private final JournaledIngest ingest;

  PixelDoor(JournaledIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return type(path).isPresent();
  }

  @Override
  public ApiResponse answer(ApiRequest request, Instant now) {
    if (!request.method().equals("HEAD")) {
      ingest.take(sent(request), now);
    }
    return Answers.pixel();
  }

  private static IngestRequest sent(ApiRequest request) {
    var type = type(request.path()).orElseThrow();
    return new IngestRequest(
        Channel.PIXEL, Callers.of(request), Optional.of(type), read(request, type));
  }

  private static Optional<EventType> type(String path) {
    var matcher = PATH.matcher(path);
    return matcher.matches() ? EventType.parse(matcher.group(1)) : Optional.empty();
  }

  private static BodyRead read(ApiRequest request, EventType type) {
    return request
        .query("data")
        .map(data -> readData(data, type))
        .orElseGet(
            () ->
                BodyReader.single(
                    Json.write(DottedKeys.of(request.query())).getBytes(UTF_8), type));
  }

  private static BodyRead readData(String data, EventType type) {
    return LenientBase64.decode(data)
        .map(bytes -> BodyReader.single(bytes, type))
        .orElseGet(() -> new BodyRead.Refused("data is not base64", data));
  }
}
