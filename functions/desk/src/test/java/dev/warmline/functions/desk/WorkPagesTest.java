package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.aws.dynamo.ModelPublisher;
import dev.warmline.aws.dynamo.ModelPublisher.Quiet;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.lead.Standing.Place;
import dev.warmline.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages on which both teams run things: waiting, returned, team, agreement, rules, new lead.
 */
class WorkPagesTest {
  private final Desk desk = new Desk();
  private final Browser mia = Browser.of(desk, "mia");
  private final Browser kim = Browser.of(desk, "kim");
  private final Browser lee = Browser.of(desk, "lee");

  @Test
  void whoWaitsIsShownWithWhyAndMarketingLetsThemGo() {
    waits("u-1");
    waits("u-2");

    var page = mia.get("/desk/waiting");

    assertThat(page.html()).contains("Jo u-1", "Jo u-2", "<b>2</b> wait", "backfill");
    var gone = mia.send(page.form("How many").with("most", "1"));
    assertThat(gone.status()).isEqualTo(303);
    assertThat(announced()).isEqualTo(1);
    mia.send(page.form("How many").with("most", "1"));
    assertThat(announced()).as("the same form again lets nobody else go").isEqualTo(1);
  }

  @Test
  void howManyAreUsuallyReleasedStandsThereAlready() {
    for (var n = 1; n <= 6; n++) {
      waits("u-" + n);
    }

    assertThat(mia.get("/desk/waiting").html()).contains("name=\"most\" value=\"5\"");
    mia.send(mia.get("/desk/waiting").form("Set the pace").with("most", "3"));
    assertThat(mia.get("/desk/waiting").html()).contains("name=\"most\" value=\"3\"");
    for (var n = 1; n <= 4; n++) {
      mia.send(mia.get("/desk/waiting").form(">Drop<"));
    }
    assertThat(mia.get("/desk/waiting").html())
        .as("no more than there are")
        .contains("name=\"most\" value=\"2\"");
  }

  @Test
  void oneIsReleasedOrDroppedByItsOwnButton() {
    waits("u-1");

    mia.send(mia.get("/desk/waiting").form(">Drop<"));

    assertThat(desk.lead("u-1").standing().place()).isEqualTo(Place.RECYCLED);
    assertThat(mia.get("/desk/waiting").html()).contains("Nobody waits");
  }

  @Test
  void salesSeesWhoWaitsAndIsToldWhoDecides() {
    waits("u-1");
    waits("u-2");

    var form = mia.get("/desk/waiting").form("How many").with("most", "1");
    var token =
        Objects.requireNonNull(kim.get("/desk/waiting").form("Sign out").fields().get("token"));
    var tried = kim.send(form.with("token", token));

    assertThat(kim.get("/desk/waiting").html()).contains("Jo u-1").doesNotContain(">Release<");
    assertThat(tried.status()).isEqualTo(403);
    assertThat(tried.html()).contains("Ask marketing");
    assertThat(announced()).isZero();
  }

  @Test
  void aPaceIsSetPausedAndResumed() {
    var page = mia.get("/desk/waiting");
    assertThat(page.html()).as("there is no pace").doesNotContain("Pause", "Resume");

    mia.send(page.form("Set the pace").with("most", "7"));
    assertThat(mia.get("/desk/waiting").html()).contains("7 a day").doesNotContain("Resume");
    mia.send(mia.get("/desk/waiting").form("Pause"));
    assertThat(mia.get("/desk/waiting").html()).contains("paused").doesNotContain("Pause the");
    mia.send(mia.get("/desk/waiting").form("Resume"));
    assertThat(mia.get("/desk/waiting").html()).contains("the next").doesNotContain("paused");
    assertThat(mia.send(page.form("Set the pace").with("most", "none")).status()).isEqualTo(422);
  }

  @Test
  void whatCameBackAsksMarketingAndIsAnswered() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");
    desk.act("kim", "u-1", "{'act':'returned','reason':'bad-data','note':'no number <b>'}");

    var page = mia.get("/desk/returned");

    assertThat(page.html()).contains("bad-data", "no number &lt;b&gt;", "Kim Lee", "to answer");
    assertThat(kim.get("/desk/returned").html()).contains("Marketing answers this");
    var answered =
        mia.send(page.form(">Answer<").with("answer", "mended").with("note", "mended it"));
    assertThat(answered.status()).isEqualTo(303);
    assertThat(mia.get("/desk/returned").html()).doesNotContain("to answer");
  }

  @Test
  void theTeamShowsWhoHasHowMuchAndEverybodySetsThemselvesAway() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");

    var page = kim.get("/desk/team");
    assertThat(page.html()).contains("Kim Lee", "inbound-sdr", "first-to-take");
    var away =
        kim.send(page.form("First day away").with("from", "2026-03-02").with("to", "2026-03-06"));
    assertThat(away.status()).isEqualTo(303);
    assertThat(kim.get("/desk/team").html()).as("at once").contains("away 2026-03-02..2026-03-06");

    kim.send(kim.get("/desk/team").form("Back again"));
    assertThat(kim.get("/desk/team").html()).doesNotContain("2026-03-06");
    assertThat(
            kim.send(
                    page.form("First day away").with("from", "2026-03-06").with("to", "2026-03-02"))
                .status())
        .isEqualTo(422);
    assertThat(
            kim.send(
                    page.form("First day away")
                        .with("person", "bo")
                        .with("from", "2026-03-02")
                        .with("to", "2026-03-02"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void whoeverLooksStandsFirstWithTheFormOpenAndToday() {
    var html = mia.get("/desk/team").html();

    assertThat(html.indexOf("Mia Berg</bdi></b>")).isLessThan(html.indexOf("Kim Lee</bdi></b>"));
    assertThat(html)
        .containsOnlyOnce("<details open>")
        .contains("name=\"from\" value=\"2026-03-02\"", "name=\"to\" value=\"2026-03-02\"");
  }

  @Test
  void whoeverLeadsHandsSomebodysLeadsOver() {
    desk.qualified("u-1");
    desk.act("kim", "u-1", "{'act':'accepted'}");

    var done = lee.send(lee.get("/desk/team").form("Hand over").with("whom", "owner bo"));

    assertThat(done.status()).isEqualTo(303);
    assertThat(desk.lead("u-1").standing().owner()).contains("bo");
  }

  @Test
  void theAgreementAndTheRulesStandInWords() {
    var words =
        Desk.json(
            """
            {"at":"2026-03-02T09:00:00Z","changes":["rule visit points: 5 -> 10 <script>"],
             "words":[{"title":"Points of engagement","lines":["10: Looked around"]}]}\
            """);
    new ModelPublisher(desk.tables, Desk.TABLES.models())
        .publish(Desk.json(Desk.MODEL), Quiet.KEEP, Optional.of(words), desk.clock.instant());
    desk.clock.advance(Duration.ofSeconds(11));

    assertThat(kim.get("/desk/agreement").html())
        .contains("A lead is handed to sales when", "engagement is at least 30", "bad-data");
    assertThat(kim.get("/desk/model").html())
        .contains(
            "Points of engagement",
            "10: Looked around",
            "Publication 2",
            "5 -&gt; 10 &lt;script&gt;");
  }

  @Test
  void aPublicationWithoutWordsSaysHowToGetThem() {
    assertThat(kim.get("/desk/model").html()).contains("warmline model publish");
  }

  @Test
  void somebodyWhoWasMetIsHandedOver() {
    var form =
        kim.get("/desk/new")
            .form("Hand over to sales")
            .with("name", "Jo Fair")
            .with("email", "jo@fair.example")
            .with("met", "called");

    var nothing = kim.send(form.with("why", " "));
    var done = kim.send(form.with("why", "wants an offer"));

    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.html()).contains("Jo Fair");
    assertThat(done.status()).isEqualTo(303);
    var lead = desk.lead("jo@fair.example");
    assertThat(done.header("Location")).isEqualTo("/live/desk/leads/" + lead.id());
    assertThat(lead.standing().place()).isEqualTo(Place.ANNOUNCED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</textarea><svg onload=alert(1)>",
        "javascript:alert(1)",
        "{{7*7}}${7*7}",
        "\u202Egnp.exe",
        "&lt;b&gt;"
      })
  void whateverAVisitorWritesIsTextOnEveryPage(String evil) {
    waits("u-1", evil);
    desk.qualified("u-2");
    desk.act("kim", "u-2", Desk.JSON.createObjectNode().put("act", "accepted").toString());
    desk.act(
        "kim",
        "u-2",
        Desk.JSON
            .createObjectNode()
            .put("act", "returned")
            .put("reason", "bad-data")
            .put("note", evil)
            .toString());

    for (var path : List.of("waiting", "returned", "team", "agreement", "model", "new")) {
      var html = mia.get("/desk/" + path).html();
      assertThat(html)
          .as(path)
          .doesNotContain("<script>alert", "<img src=x", "<svg onload")
          .as("in an attribute")
          .doesNotContainPattern("<[^>]*onmouseover=");
    }
  }

  private void waits(String user) {
    waits(user, "Jo " + user);
  }

  /** Somebody of a source that brings history. */
  private void waits(String user, String name) {
    var past = List.of(1, 2, 3);
    brought(
        TestEvents.identify(user + "-i")
            .user(user)
            .trait("email", user + "@acme.example")
            .trait("name", name));
    for (var n : past) {
      brought(TestEvents.event(user + "-w-" + n, EventType.PAGE).user(user));
    }
  }

  private void brought(TestEvents event) {
    desk.happen(EventJson.of(event.at(desk.now()).json().put("backfill", true)));
  }

  private long announced() {
    return List.of("u-1", "u-2").stream()
        .filter(user -> desk.lead(user).standing().place() == Place.ANNOUNCED)
        .count();
  }
}
