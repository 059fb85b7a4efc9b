package dev.warmline.score;

import static dev.warmline.score.Sample.a;
import static dev.warmline.score.Sample.event;
import static dev.warmline.score.Sample.model;
import static dev.warmline.score.Sample.points;
import static dev.warmline.score.Sample.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
  private static final String NOW = "2026-03-10T00:00:00Z";
  private static final Model PLAIN = model("{'id':'r','when':{'event':['A']},'points':10}");

  private static Scorecard card(Model model, Event... events) {
    return Scorer.score(List.of(events), model, Instant.parse(NOW));
  }

  @Test
  void anEventCountsFromItsInstantUntilTheRetentionEnds() {
    var event = a("1", "2026-03-01T00:00:00Z");

    assertThat(points(PLAIN, "2026-02-28T23:59:59.999Z", event)).isEqualTo("0");
    assertThat(points(PLAIN, "2026-03-01T00:00:00Z", event)).isEqualTo("10");
    assertThat(points(PLAIN, "2027-04-04T23:59:59.999Z", event)).isEqualTo("10");
    assertThat(points(PLAIN, "2027-04-05T00:00:00Z", event)).isEqualTo("0");
  }

  @Test
  void theLatestVerdictSaysWhetherABotDidIt() {
    var bot =
        event(
            "{'id':'1','type':'track','event':'A','occurredAt':'2026-03-01T00:00:00Z','verdict':{'bot':true}}");
    var human = verdict("v1", "2026-03-02T00:00:00Z", false);
    var after = verdict("v2", "2026-03-03T00:00:00Z", true);

    assertThat(points(PLAIN, NOW, bot)).isEqualTo("0");
    assertThat(points(PLAIN, NOW, bot, human)).isEqualTo("10");
    assertThat(points(PLAIN, NOW, bot, after, human)).isEqualTo("0");
  }

  private static Event verdict(String id, String at, boolean bot) {
    return event(
        "{'id':'%s','type':'verdict','about':'1','bot':%s,'occurredAt':'%s'}"
            .formatted(id, bot, at));
  }

  @Test
  void nothingCountsWhileConsentIsWithdrawn() {
    var visit = a("1", "2026-03-01T00:00:00Z");
    var withdrawn =
        event("{'id':'c1','type':'consent','granted':false,'occurredAt':'2026-03-02T00:00:00Z'}");
    var granted =
        event("{'id':'c2','type':'consent','granted':true,'occurredAt':'2026-03-04T00:00:00Z'}");

    assertThat(points(PLAIN, NOW, visit, withdrawn)).isEqualTo("0");
    assertThat(points(PLAIN, NOW, visit, withdrawn, granted)).isEqualTo("10");
    assertThat(points(PLAIN, "2026-03-03T00:00:00Z", visit, withdrawn, granted)).isEqualTo("0");
  }

  @Test
  void whatABrowserMustNotSayMeansNothing() {
    var visit = a("1", "2026-03-01T00:00:00Z");
    var mail = "{'id':'2','type':'email','event':'A','occurredAt':'2026-03-01T00:00:00Z'%s}";
    var given =
        "{'id':'3','type':'adjustment','score':'s','points':7,'occurredAt':'2026-03-01T00:00:00Z'%s}";
    var bot =
        "{'id':'4','type':'verdict','about':'1','bot':true,'occurredAt':'2026-03-02T00:00:00Z'%s}";
    var no = "{'id':'5','type':'consent','granted':false,'occurredAt':'2026-03-02T00:00:00Z'%s}";

    assertThat(points(PLAIN, NOW, visit, by("server", mail), by("server", given))).isEqualTo("27");
    assertThat(points(PLAIN, NOW, visit, by("browser", mail), by("browser", given)))
        .isEqualTo("10");
    assertThat(points(PLAIN, NOW, visit, by("browser", bot), by("browser", no))).isEqualTo("10");
    assertThat(points(PLAIN, NOW, visit, by("server", bot))).isEqualTo("0");
  }

  private static Event by(String trust, String event) {
    return event(event.formatted(",'trust':'" + trust + "'"));
  }

  @Test
  void theValueOfAnOrderIsRoundedWhereClientsAddInFloatingPoint() {
    var order =
        "{'id':'%s','type':'track','event':'Order"
            + " Completed','occurredAt':'2026-03-01T00:00:00Z','properties':{'total':%s}}";
    var card =
        card(
            PLAIN,
            event(order.formatted("1", "59.980000000000004")),
            event(order.formatted("2", "'0.02'")));

    assertThat(card.traits().path("purchaseValue").decimalValue()).isEqualByComparingTo("60");
  }

  @Test
  void theWordsOfAFitRuleAreFilledFromTheTraits() {
    var model =
        model(
            "",
            ",'fit':{'bands':{'A':0},'rules':[{'id':'f','says':'Is a {traits.role} of"
                + " {traits.size}{traits.none}',"
                + "'when':{'traits':{'role':[{'exists':true}]}},'points':5}]}");
    var card = card(model, identify("1", "server", "{'role':'cto','size':500}"));

    assertThat(ScorecardJson.write("l", card).at("/fit/lines/0/says").textValue())
        .isEqualTo("Is a cto of 500");
  }

  @Test
  void aBrowserNeitherOverwritesNorRemovesWhatAServerSet() {
    var card =
        card(
            PLAIN,
            identify("1", "server", "{'email':'Kim@Corp.Example','role':'cto'}"),
            identify("2", "browser", "{'email':'x@evil.example','role':null,'city':'Bonn'}"),
            identify("3", "server", "{'role':null}"));

    assertThat(card.traits())
        .isEqualTo(
            Sample.json("{'email':'kim@corp.example','city':'Bonn','emailDomain':'corp.example'}"));
  }

  private static Event identify(String id, String trust, String traits) {
    return event(
        "{'id':'%s','type':'identify','trust':'%s','occurredAt':'2026-03-0%sT00:00:00Z','traits':%s}"
            .formatted(id, trust, id, traits));
  }

  @Test
  void ordersBecomeTraits() {
    var card = card(PLAIN, order(1, "'19.90'"), order(2, "5"));

    assertThat(card.traits().toString())
        .isEqualTo(
            "{\"purchases\":2,\"purchaseValue\":24.9,\"lastPurchase\":\"2026-03-02T00:00:00Z\"}");
  }

  private static Event order(int day, String total) {
    return event(
        "{'id':'%d','type':'track','event':'Order Completed','occurredAt':'2026-03-0%dT00:00:00Z','properties':{'total':%s}}"
            .formatted(day, day, total));
  }

  @ParameterizedTest
  @CsvSource({"'500', 10", "500, 10", "'199', 0", "'5e2', 10", "'0500', 0", "'500 ', 0"})
  void aTextThatIsANumberMatchesAsBoth(String value, String points) {
    var model =
        model("{'id':'r','when':{'properties':{'n':[{'numeric':['>=',200]}]}},'points':10}");
    var event =
        event(
            "{'id':'1','type':'track','event':'A','occurredAt':'2026-03-01T00:00:00Z','properties':{'n':'%s'}}"
                .formatted(value));

    assertThat(points(model, NOW, event)).isEqualTo(points);
  }

  @Test
  void limitsOfRulesGroupsAndTheScoreAreLinesThatAddUp() {
    var model =
        Model.of(
            Sample.json(
                """
                {'name':'m','scores':{'s':{'max':30,'groups':{'g':{'max':25}},'rules':[
                  {'id':'capped','when':{'event':['A']},'points':8.125,'max':20,'group':'g'},
                  {'id':'other','when':{'event':['A']},'points':4,'group':'g','says':'Did {event}'}]}}}
                """),
            1);
    var given =
        event(
            "{'id':'x','type':'adjustment','score':'s','points':10,'author':'kim','note':'met','occurredAt':'2026-03-04T00:00:00Z'}");

    var score =
        score(
            model,
            NOW,
            a("1", "2026-03-01T00:00:00Z"),
            a("2", "2026-03-02T00:00:00Z"),
            given,
            a("3", "2026-03-03T00:00:00Z"));

    assertThat(score.points()).hasToString("30");
    assertThat(score.lines())
        .extracting(line -> line.points().toString())
        .containsExactly("24.375", "12", "10", "-4.375", "-7", "-5");
  }

  @Test
  void aScoreDoesNotFallBelowZeroUnlessToldSo() {
    var model =
        Model.of(
            Sample.json(
                "{'name':'m','scores':{'s':{'rules':[{'id':'r','when':{'event':['A']},'points':-3}]}}}"),
            1);

    var score = score(model, NOW, a("1", "2026-03-01T00:00:00Z"));

    assertThat(score.points()).isEqualTo(Points.ZERO);
    assertThat(score.lines())
        .last()
        .isEqualTo(new Scorecard.Line.OfClamp("score:s", Points.ofMilli(3_000)));
  }

  @ParameterizedTest
  @CsvSource({"61, A", "60, A", "59.999, B", "40, B", "39.999, D", "20, D", "-5, D"})
  void theGradeIsTheHighestThatThePointsReachAndBelowAllTheLowest(String points, String grade) {
    var fit =
        ",'fit':{'bands':{'D':20,'A':60,'B':40},'rules':[{'id':'f','when':{'traits':{'a':['x']}},'points':%s}]}"
            .formatted(points);
    var model = model("{'id':'r','when':{'event':['A']},'points':1}", fit);

    var card = card(model, identify("1", "server", "{'a':'x'}"));

    assertThat(card.fit().map(Scorecard.Fit::grade)).contains(grade);
  }

  @Test
  void aFastTrackNeedsAWayToReachThePersonAndEndsWithItsTime() {
    var model =
        model(
            "{'id':'r','when':{'event':['A']},'points':1}",
            ",'qualify':{'fast-track':[{'when':{'event':['Demo']},'says':'Asked for"
                + " {properties.what}'}],'fast-track-within':'2d','required':['company']}");
    var demo =
        event(
            "{'id':'d','type':'track','event':'Demo','trust':'browser','occurredAt':'2026-03-08T00:00:00.001Z','properties':{'what':'a"
                + " demo'}}");
    var known = identify("1", "server", "{'phone':'+49 1'}");

    assertThat(card(model, demo).qualifies().fastTrack()).isEmpty();
    assertThat(card(model, demo, known).qualifies().fastTrack())
        .contains(
            new Scorecard.FastTrack(
                "d",
                demo.occurredAt(),
                "Asked for a demo",
                false,
                "Demo",
                Optional.of(demo.receivedAt())));
    assertThat(card(model, demo, known).nextChange())
        .contains(Instant.parse("2026-03-10T00:00:00.001Z"));
    assertThat(
            Scorer.score(List.of(demo, known), model, Instant.parse("2026-03-10T00:00:00.001Z"))
                .qualifies()
                .fastTrack())
        .isEmpty();
    assertThat(card(model, demo, known).qualifies().missing()).containsExactly("company");
  }

  @Test
  void anExcludedLeadShowsWhy() {
    var model =
        model(
            "{'id':'r','when':{'event':['A']},'points':1}",
            ",'lists':{'own':['us.example','we.example']},'qualify':{'exclude':[{'traits':{'emailDomain':[{'list':'own'}]}}]}");

    assertThat(
            card(model, identify("1", "server", "{'email':'a@we.example'}")).qualifies().excluded())
        .contains("emailDomain we.example");
    assertThat(
            card(model, identify("1", "server", "{'email':'a@they.example'}"))
                .qualifies()
                .excluded())
        .isEmpty();
  }

  @Test
  void theNextChangeIsWhereTheScoreFallsBelowTheThreshold() {
    var model =
        model(
            "{'id':'r','when':{'event':['A']},'points':10,'decay':{'linear':'10d'}}",
            ",'qualify':{'enter':{'score':'s','at-least':5},'prospect':{'score':'s','at-least':5}}");
    var visit = a("1", "2026-03-08T00:00:00Z");

    var next = card(model, visit).nextChange();

    assertThat(next).isPresent();
    assertThat(enters(model, visit, next.orElseThrow().minusMillis(1))).isTrue();
    assertThat(enters(model, visit, next.orElseThrow())).isFalse();
    assertThat(Scorer.score(List.of(visit), model, next.orElseThrow()).nextChange()).isEmpty();
  }

  private static boolean enters(Model model, Event event, Instant asOf) {
    return Scorer.verdict(List.of(event), model, asOf).qualifies().enter();
  }

  @ParameterizedTest
  @CsvSource({
    "'{''campaign'':{''source'':''newsletter''}}', email",
    "'{''campaign'':{''source'':''google'',''medium'':''cpc''}}', paid",
    "'{''page'':{''url'':''https://us.example/?gclid=1''}}', paid",
    "'{''page'':{''url'':''https://us.example/'',''referrer'':''https://www.google.com/''}}',"
        + " organic",
    "'{''page'':{''url'':''https://us.example/'',''referrer'':''https://www.linkedin.com/x''}}',"
        + " social",
    "'{''page'':{''url'':''https://us.example/'',''referrer'':''https://blog.example/''}}',"
        + " referral",
    "'{''page'':{''url'':''https://us.example/a'',''referrer'':''https://www.us.example/''}}',"
        + " direct",
    "'{''campaign'':{''medium'':''webinar''}}', event"
  })
  void theLeadSourceIsReadFromCampaignClickAndReferrer(String context, String source) {
    var event =
        event(
            "{'id':'1','type':'track','event':'A','occurredAt':'2026-03-01T00:00:00Z','context':%s}"
                .formatted(context));

    assertThat(card(PLAIN, event).leadSource().first()).contains(source);
  }

  @Test
  void segmentsMatchInterestsGradeAndEitherTouch() {
    var model =
        model(
            "{'id':'r','when':{'event':['A']},'points':10,'topic':'pricing','decay':{'expires':'1d'}}",
            """
            ,'segments':[{'id':'minded','when':{'interests':['pricing']}},
             {'id':'paid','when':{'leadSource':['paid']}},{'id':'came-direct','when':{'leadSource':{'first':['direct']}}}]
            """);
    var young = a("1", "2026-03-09T12:00:00Z");

    var card = card(model, young);

    assertThat(card.interests()).containsExactly("pricing");
    assertThat(card.segments()).containsExactly("minded", "came-direct");
    assertThat(card.nextChange()).contains(Instant.parse("2026-03-10T12:00:00Z"));
    assertThat(card(model, a("1", "2026-03-08T12:00:00Z")).segments())
        .containsExactly("came-direct");
  }

  @Test
  void ofTwoEventsWithOneNameTheEarlierCounts() {
    var one = a("1", "2026-03-01T00:00:00Z");
    var other = event("{'id':'1','type':'track','event':'B','occurredAt':'2026-03-02T00:00:00Z'}");

    assertThat(points(PLAIN, NOW, other, one, one)).isEqualTo("10");
  }

  @Test
  void whatIsLackingIsSaidInPoints() {
    var model =
        model(
            "{'id':'r','when':{'event':['A']},'points':10}",
            ",'qualify':{'enter':{'all':[{'score':'s','at-least':25.5},{'not':{'traits':{'student':[true]}}}]}}");
    var card = card(model, a("1", "2026-03-01T00:00:00Z"));

    var lacking =
        model
            .qualify()
            .enter()
            .map(tree -> ConditionJudge.of(card, model).lacking(tree))
            .orElseThrow();

    assertThat(lacking).hasSize(1);
    assertThat(lacking.getFirst().points()).hasToString("15.5");
  }

  @Test
  void theModelLooksAtNothingThatCannotMatter() {
    assertThat(PLAIN.looksAt(a("1", "2026-03-01T00:00:00Z"))).isTrue();
    assertThat(
            PLAIN.looksAt(
                event("{'id':'1','type':'track','event':'B','occurredAt':'2026-03-01T00:00:00Z'}")))
        .isFalse();
    assertThat(
            PLAIN.looksAt(
                event(
                    "{'id':'1','type':'page','context':{'campaign':{'source':'x'}},'occurredAt':'2026-03-01T00:00:00Z'}")))
        .isTrue();
  }
}
