package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.ingest.BodyRead;
import dev.warmline.ingest.BodyReader;
import dev.warmline.ingest.Channel;
import dev.warmline.ingest.IngestRequest;
import java.time.Instant;

/** The Segment HTTP API, which RudderStack's clients speak too. */
final class PostDoor implements Door {
  private final JournaledIngest ingest;

  PostDoor(JournaledIngest ingest) {
    this.ingest = ingest;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public boolean isAt(String path) {
    return PostPath.at(path).isPresent();
  }

  @Override
  public ApiResponse answer(ApiRequest request, Instant now) {
    var path = PostPath.at(request.path()).orElseThrow();
    var sent =
        new IngestRequest(Channel.POSTED, Callers.of(request), path.type(), read(request, path));
    return Answers.of(ingest.take(sent, now));
  }

  private static BodyRead read(ApiRequest request, PostPath path) {
    return Body.read(
        request.body(),
        bytes ->
            path.type()
                .map(type -> BodyReader.single(bytes, type))
                .orElseGet(() -> BodyReader.batch(bytes)));
  }
}
