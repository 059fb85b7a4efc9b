package dev.warmline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainLeadTest {

  @TempDir private Path folder;

  @Test
  void aScorecardIsAWaterfall() throws IOException {
    var run = explain("u-7");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden/example.waterfall.txt")));
  }

  @Test
  void aLeadIsFoundByAnyOfItsIds() {
    var byUser = explain("u-7").out();

    assertThat(explain("8f2c").out()).isEqualTo(byUser);
    assertThat(explain("anonymous:8f2c").out()).isEqualTo(byUser);
    assertThat(explain("l-5b_8e88obTuKEi5I").out()).isEqualTo(byUser);
    assertThat(explain("Jane@Corp.example").out()).isEqualTo(byUser);
  }

  @Test
  void aLeadThatDoesNotQualifySaysWhatItLacks() {
    var run = explain("u-8");

    assertThat(run.out())
        .contains(
            """
            It does not qualify
              - engagement is 0 and at least 60 is wanted (60 points are lacking) and the fit grade\
             is D and B is wanted, or engagement is 0 and at least 90 is wanted (90 points are\
             lacking)
            """);
  }

  @Test
  void aPageShowsTheLinesAsADrawingAndRunsNothingThatAVisitorWrote() throws IOException {
    var page = folder.resolve("page.html");
    var events =
        Files.writeString(
            folder.resolve("events.jsonl"),
            """
            {"id":"1","type":"track","event":"Whitepaper Downloaded","occurredAt":"2026-03-01T09:00:00Z","userId":"u","properties":{"title":"<script>alert(1)</script>"}}
            """);

    var run =
        Run.of(
            "model", "explain", "--model", Run.MODEL, "--events", "" + events, "--html", "" + page);

    assertThat(run.exit()).isZero();
    assertThat(Files.readString(page))
        .contains("<svg ")
        .contains("Downloaded &lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("required information is missing: email, company")
        .doesNotContain("<script");
  }

  @Test
  void aPageIsReadableOnATelephoneAndInTheDark() throws IOException {
    var page = folder.resolve("page.html");

    Run.of(
        "model",
        "explain",
        "u-7",
        "--model",
        Run.MODEL,
        "--events",
        Run.EVENTS,
        "--html",
        "" + page);

    assertThat(Files.readString(page))
        .contains("<h1>CTO at Corp, jane@corp.example</h1>")
        .contains("width=device-width, initial-scale=1")
        .contains("prefers-color-scheme: dark")
        .contains("max-width: 600px")
        .doesNotContain("<text");
  }

  @Test
  void aDemoRequestOfSomebodyWithoutAnAddressIsSaidToWaitForOne() throws IOException {
    var request =
        """
        {"id":"1","type":"track","event":"Demo Requested","occurredAt":"2026-03-07T09:00:00Z","userId":"u"}
        """;
    var address =
        """
        {"id":"2","type":"identify","occurredAt":"2026-03-07T09:01:00Z","userId":"u","traits":{"email":"u@corp.example"}}
        """;
    var waits =
        "\"Requested a demo\" of 2026-03-07T09:00:00Z waits for an e-mail address or a phone"
            + " number";

    assertThat(explained(request).out()).contains("It does not qualify\n  - " + waits);
    assertThat(explained(request + address).out())
        .contains("It qualifies at once: Requested a demo")
        .doesNotContain("waits for");
  }

  @Test
  void oneOfSeveralLeadsMustBeNamed() {
    var run = Run.of("model", "explain", "--model", Run.MODEL, "--events", Run.EVENTS);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("the file has 2 leads: name one as LEAD");
  }

  @Test
  void anUnknownLeadIsSaidToBeUnknown() {
    assertThat(explain("nobody-here").exit()).isEqualTo(1);
  }

  private Run explained(String events) throws IOException {
    var file = Files.writeString(folder.resolve("some.jsonl"), events);
    return Run.of("model", "explain", "--model", Run.MODEL, "--events", "" + file);
  }

  private static Run explain(String lead) {
    return Run.of("model", "explain", lead, "--model", Run.MODEL, "--events", Run.EVENTS);
  }
}
