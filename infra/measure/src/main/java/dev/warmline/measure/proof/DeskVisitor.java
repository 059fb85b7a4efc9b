package dev.warmline.measure.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whoever leads the demo team: signed in as a browser is, and with a token for the API. */
final class DeskVisitor {
  private static final String WHO = "lee";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI site;
  private final String session;
  private final String token;

  /** Signs in at the issuer of the stack. */
  DeskVisitor(URI site, Client client) throws IOException, InterruptedException {
    this.site = site;
    this.token = client.local("token?person=" + WHO).path("token").asText();
    this.session = signedIn();
  }

  /**
   * An answer.
   *
   * @param nanos from the request to the head of the answer
   * @param bytes of its body
   */
  record Answered(long nanos, int bytes) {}

  /** Asks for a page or, below {@code /api/}, the API. */
  Answered get(String path) throws IOException, InterruptedException {
    var asked = HttpRequest.newBuilder(site.resolve(path)).timeout(PATIENCE);
    var request =
        path.startsWith("/api/")
            ? asked.header("Authorization", "Bearer " + token)
            : asked.header("Cookie", session);
    var begun = System.nanoTime();
    var answer = http.send(request.build(), BodyHandlers.ofInputStream());
    var nanos = System.nanoTime() - begun;
    try (var body = answer.body()) {
      var bytes = body.readAllBytes().length;
      if (answer.statusCode() != 200) {
        throw new IOException(path + " answered " + answer.statusCode());
      }
      return new Answered(nanos, bytes);
    }
  }

  /** The first answer of an issuer that was just started may take longer than the desk waits. */
  private String signedIn() throws IOException, InterruptedException {
    try {
      return signIn();
    } catch (IOException e) {
      Thread.sleep(Duration.ofSeconds(3));
      return signIn();
    }
  }

  /** Code with PKCE: to the issuer, which believes the form of its page, and back. */
  private String signIn() throws IOException, InterruptedException {
    var begun = send(HttpRequest.newBuilder(site.resolve("/desk/sign-in")));
    var mail = WHO + "@corp.example";
    var claims = "{\"email\":\"" + mail + "\",\"email_verified\":true}";
    var form = "username=" + encoded(mail) + "&claims=" + encoded(claims);
    var signed =
        send(
            HttpRequest.newBuilder(location(begun))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    return cookie(send(HttpRequest.newBuilder(location(signed)).header("Cookie", cookie(begun))));
  }

  private HttpResponse<Void> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.timeout(PATIENCE).build(), BodyHandlers.discarding());
  }

  private URI location(HttpResponse<Void> answer) throws IOException {
    return answer
        .headers()
        .firstValue("Location")
        .map(site::resolve)
        .orElseThrow(() -> new IOException("signing in was answered " + answer));
  }

  private static String cookie(HttpResponse<Void> answer) throws IOException {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .filter(cookie -> !cookie.endsWith("="))
        .findFirst()
        .orElseThrow(() -> new IOException("signing in was answered " + answer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
