package dev.warmline.functions.collect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the stock Segment browser client asks its {@code cdnURL} for before it sends anything: where
 * to send to. The address leads back here, stage and all. A wrong key is told when events come.
 */
final class SettingsDoor implements Door {
  private static final Pattern PATH =
      Pattern.compile("/v1/projects/([A-Za-z0-9_.-]{1,200})/settings");

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return key(path).isPresent();
  }

  @Override
  public ApiResponse answer(ApiRequest request, Instant now) {
    var settings = JsonNodeFactory.instance.objectNode();
    settings
        .putObject("integrations")
        .putObject("Segment.io")
        .put("apiKey", key(request.path()).orElseThrow())
        .put("apiHost", request.host() + request.prefix() + "/v1")
        .put("protocol", request.scheme())
        .put("addBundledMetadata", true);
    settings
        .putObject("plan")
        .putObject("track")
        .putObject("__default")
        .put("enabled", true)
        .putObject("integrations");
    settings.put("analyticsNextEnabled", true);
    settings.putObject("metrics").put("sampleRate", 0);
    return ApiResponse.json(200, Json.write(settings)).with("Cache-Control", "public, max-age=300");
  }

  private static Optional<String> key(String path) {
    var matcher = PATH.matcher(path);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
