package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.event.EmailAddress;
import dev.warmline.functions.desk.session.LocalPath;
import dev.warmline.functions.desk.session.Sessions;
import dev.warmline.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others try with pages, and what comes of it: nothing. */
class PagesSecurityTest {
  private final Desk desk = new Desk();
  private final Browser kim = Browser.of(desk, "kim");

  @Test
  void aFormOfAnotherSiteDoesNothing() {
    desk.qualified("u-1");
    var take = kim.get("/desk/queue").form("Take");

    assertThat(kim.send(take, "https://evil.example").status()).isEqualTo(403);
    assertThat(kim.send(take, "null").status()).isEqualTo(403);
    assertThat(kim.send(take.with("token", "guessed")).status()).isEqualTo(403);
    assertThat(kim.send(take.with("token", "")).status()).isEqualTo(403);
    assertThat(desk.lead("u-1").standing().owner()).isEmpty();
  }

  @Test
  void theTokenOfOnePersonIsNoneOfAnother() {
    desk.qualified("u-1");
    var forKim = kim.get("/desk/queue").form("Take");

    var answer = Browser.of(desk, "bo").send(forKim);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(desk.lead("u-1").standing().owner()).isEmpty();
  }

  @Test
  void withoutASessionThereIsNothingButTheWayIn() {
    var lead = desk.qualified("u-1");
    var stranger = new Browser(desk);

    for (var path : List.of("/desk/queue", "/desk/leads/" + lead.id(), "/desk/none")) {
      var answer = stranger.get(path);
      assertThat(answer.status()).isEqualTo(302);
      assertThat(answer.header("Location")).startsWith("/live/desk/sign-in?to=%2Fdesk%2F");
      assertThat(answer.html()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/desk//evil.example",
        "/desk/../evil",
        "/desk/./queue",
        "/desk/queue\r\nSet-Cookie: a=b",
        "/desk/queue\n",
        "/deskevil",
        "/api/v1/queue",
        "javascript:alert(1)",
        "/desk/queue#fragment",
        " /desk/queue",
        "/desk/\"><script>"
      })
  void nobodyIsSentElsewhereAfterSigningIn(String wanted) {
    assertThat(LocalPath.of(wanted)).isEqualTo("/desk/queue");
  }

  @Test
  void whoSignsInComesBackToWhereTheyWere() {
    for (var path :
        List.of(
            "/desk",
            "/desk/leads/l-1",
            "/desk/queue?owner=me&queue=a-b",
            "/desk/leads/jo%40acme.example")) {
      assertThat(LocalPath.of(path)).isEqualTo(path);
    }
  }

  @Test
  void aSessionThatNobodySignedIsNone() {
    for (var cookie :
        List.of("", "x", ".", "e30.x", kim.cookie("session") + "x", "x" + kim.cookie("session"))) {
      var forger = new Browser(desk);
      forger.put("session", cookie);
      assertThat(forger.get("/desk/queue").status()).as(cookie).isEqualTo(302);
    }
    var other = new Browser(desk);
    other.put("draft", kim.cookie("session"));
    other.put("sign-in", kim.cookie("session"));
    assertThat(other.get("/desk/queue").status()).isEqualTo(302);
  }

  @Test
  void aSessionEndsAfterTwelveHours() {
    desk.clock.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(kim.get("/desk/queue").status()).isEqualTo(200);

    desk.clock.advance(Duration.ofSeconds(1));
    assertThat(kim.get("/desk/queue").status()).isEqualTo(302);
  }

  @Test
  void everySessionIsANewOne() {
    var sessions = new Sessions(_ -> Desk.KEYS);
    var email = EmailAddress.parse("kim@corp.example").orElseThrow();

    assertThat(sessions.begun(email, desk.clock.instant()))
        .isNotEqualTo(sessions.begun(email, desk.clock.instant()));
  }

  @Test
  void signingOutTakesTheSessionAndTheDraftFromTheBrowser() {
    var out = kim.send(kim.get("/desk/queue").form("Sign out"));

    assertThat(out.status()).isEqualTo(303);
    assertThat(kim.cookie("session")).isEmpty();
    assertThat(kim.get("/desk/sign-out").html()).contains("You are signed out");
    assertThat(kim.get("/desk/queue").status()).isEqualTo(302);
  }

  @Test
  void onlyGetAndPostDoAnythingAndGetActsNowhere() {
    var lead = desk.qualified("u-1");
    var before = desk.lead("u-1").version();
    var query = "?act=accepted&key=k&token=t&cycle=1&take=yes&owner=kim";

    for (var path :
        List.of("/desk/queue", "/desk/leads/" + lead.id(), "/desk/sign-out", "/desk/again")) {
      for (var method : List.of("GET", "HEAD")) {
        kim.call(method, path + query, "");
      }
      for (var method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
        kim.call(method, path + query, "act=accepted");
      }
    }

    assertThat(desk.lead("u-1").version()).isEqualTo(before);
    assertThat(desk.outcomes(lead)).isEmpty();
  }

  @Test
  void pagesAreFramedByNobodyRunNoForeignScriptAndAreKeptNowhere() {
    desk.qualified("u-1");

    for (var path : List.of("/desk/queue", "/desk/leads/u-1", "/desk/none", "/desk/sign-out")) {
      var answer = kim.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .contains(
              "default-src 'none'",
              "frame-ancestors 'none'",
              "form-action 'self'",
              "base-uri 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Strict-Transport-Security")).isNotEmpty();
      assertThat(answer.html()).doesNotContain(" style=", "<style", " onclick", "<script>");
    }
  }

  @Test
  void whatBelongsToAllPagesIsKeptForGood() {
    var css =
        kim.get("/desk/queue")
            .html()
            .replaceAll("(?s).*href=\"/live(/desk/assets/[^\"]*css)\".*", "$1");

    var answer = new Browser(desk).get(css);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.header("Content-Type")).startsWith("text/css");
    assertThat(answer.html()).contains("prefers-color-scheme");
    assertThat(new Browser(desk).get("/desk/assets/old/desk.css").status()).isEqualTo(302);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg onload=alert(1)>",
        "</textarea><script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "javascript:alert(1)",
        "${7*7}{{7*7}}<%= 7 %>",
        "&lt;script&gt;",
        "a\u202egnp.exe",
        "\ud83d\ude00 \u0645\u0631\u062d\u0628\u0627 \u4f60\u597d",
        "<!--",
        "]]>",
        "--><script>"
      })
  void whatVisitorsWriteIsTextEverywhere(String text) {
    var says = Desk.json(Desk.MODEL.replace("Looked around", "Looked at {properties.title}"));
    new ModelPublisher(desk.tables, Desk.TABLES.models())
        .publish(says, Quiet.KEEP, desk.clock.instant());
    var lead =
        desk.qualified(
            TestEvents.identify("x-i")
                .user("u-x")
                .trait("email", "x@acme.example")
                .trait("name", text)
                .trait("company", text)
                .trait("role", text)
                .trait("country", text)
                .trait("phone", text)
                .trait("employees", text)
                .at(desk.now())
                .build(),
            TestEvents.page("x-p", text)
                .user("u-x")
                .property("title", text)
                .property("url", text)
                .property("referrer", text)
                .with("name", text)
                .with("anonymousId", text)
                .at(desk.now())
                .build(),
            TestEvents.track("x-t", text)
                .user("u-x")
                .property("title", text)
                .at(desk.now())
                .build(),
            desk.page("u-x", 1),
            desk.page("u-x", 2),
            desk.page("u-x", 3));
    desk.happen(
        TestEvents.identify("y-i").user("u-y").trait("email", text).at(desk.now()).build(),
        desk.page("u-y", 1));
    desk.act(
        "kim",
        "u-x",
        Desk.JSON.createObjectNode().put("act", "noted").put("text", text).toString());

    var html =
        kim.get("/desk/queue").html()
            + kim.get("/desk/leads/" + lead.id() + "?did=yes").html()
            + kim.get("/desk/leads/u-y").html();

    assertThat(html).contains("Looked at ", "E-mail");
    assertThat(html)
        .doesNotContain(
            "<script>",
            "<img",
            "<svg onload",
            "onerror=alert(1)>",
            "href=\"javascript:",
            "</textarea><script");
    assertThat(kim.get("/desk/queue?owner=" + encoded(text)).html())
        .doesNotContain("<script>", "<img");
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void nothingThatIsSentGetsIntoAHeader() {
    var lines = "%0d%0aSet-Cookie:%20x=y";
    for (var url :
        List.of(
            "/desk/queue?queue=a" + lines,
            "/desk/queue?after=a" + lines,
            "/desk/leads/l-1\r\nSet-Cookie: x=y",
            "/desk/sign-in?to=/desk/queue" + lines,
            "/desk/sign-in?to=/desk/queue%3Fa=" + lines,
            "/desk/signed-in?code=a&state=b" + lines)) {
      for (var browser : List.of(new Browser(desk), kim)) {
        var answer = browser.get(url);
        assertThat(answer.headers()).as(url).isNotEmpty();
        assertThat(answer.headers())
            .as(url)
            .allSatisfy(header -> assertThat(header.asText()).doesNotContain("\r", "\n"));
        assertThat(answer.cookies()).allMatch(it -> it.startsWith("__Host-warmline-"));
      }
    }
  }

  @Test
  void aLeadOfAnotherQueueIsLookedAtAndNotTouched() {
    var lead = desk.qualified("u-1", 2_000);

    var page = kim.get("/desk/leads/" + lead.id());

    assertThat(page.html())
        .contains("you are not a member of queue enterprise-ae")
        .doesNotContain("Take it<");
    var note = page.form("Write it down");
    assertThat(kim.send(note.with("act", "accepted")).status()).isEqualTo(403);
    assertThat(
            Browser.of(desk, "mia")
                .send(
                    Browser.of(desk, "mia")
                        .get("/desk/leads/u-1")
                        .form("Write it down")
                        .with("act", "accepted"))
                .status())
        .isEqualTo(403);
    assertThat(desk.lead("u-1").standing().owner()).isEmpty();
  }

  @Test
  void whoLeavesTheTeamIsOutAtOnceWhateverTheirSession() {
    var bo = Browser.of(desk, "bo");
    assertThat(bo.get("/desk/queue").status()).isEqualTo(200);
    var team = Desk.team();
    team.withObjectProperty("people").remove("bo");
    team.withObjectProperty("queues")
        .withObjectProperty("inbound-sdr")
        .putArray("members")
        .add("kim");

    desk.publish(team);
    desk.clock.advance(Duration.ofSeconds(11));

    var out = bo.get("/desk/queue");
    assertThat(out.status()).isEqualTo(403);
    assertThat(out.html()).contains("bo@corp.example", "Sign in as somebody else");
  }

  @Test
  void noSessionTokenOrNameComesIntoALog() {
    desk.qualified("u-1");
    kim.send(kim.get("/desk/queue").form("Take"));
    kim.send(
        kim.get("/desk/leads/u-1")
            .form("Write it down")
            .with("token", "wrong")
            .with("text", "secret words"));
    new Browser(desk).get("/desk/signed-in?code=secret-code&state=x");

    assertThat(String.join("\n", desk.lines))
        .doesNotContain(
            kim.cookie("session"), "secret words", "secret-code", "kim@corp", "Kim Lee", "acme");
  }

  @Test
  void aSessionThatEndsWhileAFormIsOpenLosesNoText() {
    var lead = desk.qualified("u-1");
    var words = "They need it by May.\n\u201cCall after five\u201d <b>";
    var note = kim.get("/desk/leads/" + lead.id()).form("Write it down").with("text", words);
    desk.clock.advance(Duration.ofHours(13));

    var over = kim.send(note);
    assertThat(over.status()).isEqualTo(401);
    assertThat(over.html())
        .contains("nothing is lost", "They need it by May.")
        .contains("/live/desk/sign-in?to=/desk/again");

    kim.put("session", Browser.of(desk, "kim").cookie("session"));
    var again = kim.get("/desk/again");
    assertThat(again.html()).contains("They need it by May.", "<textarea");
    assertThat(kim.send(again.form("Send").with("text", words)).status()).isEqualTo(303);
    assertThat(kim.get("/desk/leads/" + lead.id()).html()).contains("They need it by May.");
  }

  @Test
  void aTextTooLongForACookieStaysOnThePage() {
    var lead = desk.qualified("u-1");
    var words =
        new java.util.Random(7)
            .ints(2_000, 0x4e00, 0x9fff)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    var note = kim.get("/desk/leads/" + lead.id()).form("Write it down").with("text", words);
    kim.forget("session");

    var over = kim.send(note);

    assertThat(over.html()).contains(words, "in a new window");
    kim.put("session", Browser.of(desk, "kim").cookie("session"));
    var again = kim.send(over.form("Send it again").with("text", words));
    assertThat(again.status()).isEqualTo(403);
    assertThat(kim.send(again.form("Send it again").with("text", words)).status()).isEqualTo(303);
  }

  @Test
  void aFormOfAnotherSiteLeavesNoDraft() {
    var lead = desk.qualified("u-1");
    var note = kim.get("/desk/leads/" + lead.id()).form("Write it down").with("text", "not mine");
    kim.forget("session");

    assertThat(kim.send(note, "https://evil.example").cookies()).isEmpty();
  }
}
