package dev.warmline.functions.collect;

import dev.warmline.aws.api.ApiRequest;
import dev.warmline.aws.api.ApiResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The stock Segment browser client, so that a page with the pasted Segment snippet needs only
 * another CDN host. The files are those of its package on npm, compressed as they are there.
 */
final class ScriptDoor implements Door {
  private static final Pattern CLIENT =
      Pattern.compile("/analytics\\.js/v1/[A-Za-z0-9_.-]{1,200}/analytics(?:\\.min)?\\.js");
  private static final Pattern PART =
      Pattern.compile("/analytics-next/bundles/([A-Za-z0-9-]+\\.bundle\\.[0-9a-f]+\\.js)");
  private static final String FOLDER = "/segment-browser/";

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return file(path).isPresent();
  }

  @Override
  public ApiResponse answer(ApiRequest request, Instant now) {
    return zipped(file(request.path()).orElseThrow())
        .map(script -> answer(request, script))
        .orElseGet(Answers::notFound);
  }

  private static ApiResponse answer(ApiRequest request, byte[] zipped) {
    var takesZipped = request.header("accept-encoding").orElse("").contains("gzip");
    var body = Base64.getEncoder().encodeToString(takesZipped ? zipped : plain(zipped));
    var answer =
        ApiResponse.bytes(200, "text/javascript; charset=utf-8", body)
            .with("Cache-Control", "public, max-age=3600");
    return takesZipped ? answer.with(Map.of("Content-Encoding", "gzip")) : answer;
  }

  private static Optional<String> file(String path) {
    var part = PART.matcher(path);
    return part.matches()
        ? Optional.of(part.group(1))
        : Optional.of("standalone.js").filter(_ -> CLIENT.matcher(path).matches());
  }

  private static Optional<byte[]> zipped(String file) {
    try (var script = ScriptDoor.class.getResourceAsStream(FOLDER + file + ".gz")) {
      return script == null ? Optional.empty() : Optional.of(script.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] plain(byte[] zipped) {
    try (var script = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return script.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
