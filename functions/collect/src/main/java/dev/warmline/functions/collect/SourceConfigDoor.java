package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.time.Instant;

/**
 * What RudderStack's browser client asks its {@code configUrl} for before it sends anything. There
 * is nothing to configure: no destinations, no statistics for anybody else. A wrong key is told
 * when events come.
 */
final class SourceConfigDoor implements Door {
  private static final String CONFIG =
      """
      {"source":{"id":"warmline","name":"warmline","workspaceId":"warmline","enabled":true,\
      "config":{"statsCollection":{"errors":{"enabled":false},"metrics":{"enabled":false}}},\
      "connections":[],"destinations":[]}}""";

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals("/sourceConfig");
  }

  @Override
  public ApiResponse answer(ApiRequest request, Instant now) {
    return ApiResponse.json(200, CONFIG).with("Cache-Control", "public, max-age=300");
  }
}
