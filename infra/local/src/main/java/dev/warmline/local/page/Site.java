package dev.warmline.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.local.http.HttpAnswer;
import dev.warmline.local.http.Incoming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The demo site, the sales inbox and the leads page.
 *
 * @param folder has {@code analytics-next/index.js}, if there is a client
 */
public record Site(Path folder) {
  private static final Set<String> TRACKED =
      Set.of("/", "/pricing", "/guide", "/demo", "/contact", "/thanks");
  private static final Set<String> LIVE = Set.of("/inbox", "/leads");
  private static final String CLIENT = "/site/analytics-next/";
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.js");

  /** The page or file that was asked for; empty if the site has none there. */
  public Optional<HttpAnswer> find(Incoming request) {
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      return Optional.empty();
    }
    var path = request.path();
    var name = path.equals("/") ? "home" : path.substring(1);
    if (TRACKED.contains(path)) {
      return Optional.of(page(name, resource("tracking.html")));
    }
    if (LIVE.contains(path)) {
      return Optional.of(page(name, "<script>" + resource(name + ".js") + "</script>"));
    }
    return path.startsWith(CLIENT) ? Optional.of(client(path)) : Optional.empty();
  }

  private HttpAnswer client(String path) {
    var name = path.substring(CLIENT.length());
    var file = folder.resolve("analytics-next").resolve(name);
    try {
      return FILE.matcher(name).matches() && Files.isRegularFile(file)
          ? HttpAnswer.of(200, "text/javascript; charset=utf-8", Files.readAllBytes(file))
          : HttpAnswer.of(404, "text/plain; charset=utf-8", "no such file\n".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scripts of a form come after the client they use. */
  private static HttpAnswer page(String name, String script) {
    var main = resource(name + ".html");
    var own = main.indexOf("<script>");
    var body = own < 0 ? main : main.substring(0, own);
    var last = own < 0 ? "" : main.substring(own);
    return HttpAnswer.html(
        resource("layout.html")
            .replace("{{title}}", "Warmline: " + name)
            .replace("{{style}}", resource("style.css"))
            .replace("{{main}}", body)
            .replace("{{script}}", script + last));
  }

  private static String resource(String name) {
    try (var stream = Site.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the page " + name + " is not in the build");
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
