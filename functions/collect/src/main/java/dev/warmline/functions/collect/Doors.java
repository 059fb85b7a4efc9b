package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** All ways in. To add one, write its {@link Door} and name it here. */
final class Doors {
  private final List<Door> doors;

  private Doors(List<Door> doors) {
    this.doors = doors;
  }

  /** Every door there is, with this behind them. */
  static Doors into(JournaledIngest ingest) {
    return new Doors(
        List.of(
            new PostDoor(ingest),
            new PixelDoor(ingest),
            new FormDoor(ingest),
            new SettingsDoor(),
            new SourceConfigDoor(),
            new ScriptDoor()));
  }

  /** Answers any request, with CORS headers, also when it is an error. */
  ApiResponse answer(ApiRequest request, Instant now) {
    return Cors.on(route(request, now), request);
  }

  /** The doors at this path, whatever their methods. */
  List<Door> at(String path) {
    return doors.stream().filter(door -> door.isAt(path)).toList();
  }

  private ApiResponse route(ApiRequest request, Instant now) {
    if (request.method().equals("OPTIONS")) {
      return Cors.preflight();
    }
    var method = request.method().equals("HEAD") ? "GET" : request.method();
    var here = at(request.path());
    return here.stream()
        .filter(door -> door.method().equals(method))
        .findFirst()
        .map(door -> door.answer(request, now))
        .orElseGet(() -> here.isEmpty() ? Answers.notFound() : notAllowed(here));
  }

  private static ApiResponse notAllowed(List<Door> here) {
    var allowed = here.stream().map(Door::method).distinct().collect(Collectors.joining(", "));
    return Answers.refused(405, "method_not_allowed", "this address takes " + allowed + " only")
        .with("Allow", allowed + ", OPTIONS");
  }
}
