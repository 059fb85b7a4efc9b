package dev.warmline.score;

import static dev.warmline.score.Sample.event;
import static dev.warmline.score.Sample.json;
import static dev.warmline.score.Sample.model;
import static dev.warmline.score.Sample.points;
import static dev.warmline.score.Sample.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warmline.event.Event;
import dev.warmline.rule.InvalidModel;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Idle time, sums, a max for each value, what is ignored, currencies, facts and what fit needs. */
class LaterWordsTest {
  private static final String IDLE =
      "{'id':'idle','when':{'type':['page']},'points':-5,'idle':'7d'%s}";

  private static Event page(String id, String at) {
    return event("{'id':'%s','type':'page','occurredAt':'%s'}".formatted(id, at));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-07T23:59:59.999Z, 0",
    "2026-03-08T00:00:00Z, -5",
    "2026-03-15T00:00:00Z, -10",
    "2026-03-20T23:59:59Z, -10",
    "2026-03-21T00:00:00Z, 0",
    "2026-03-28T00:00:00Z, -5",
    "2026-06-30T00:00:00Z, -70"
  })
  void everyWeekWithoutAMatchTakesPointsAndANewMatchGivesAllBack(String asOf, String expected) {
    var points =
        points(
            model(IDLE.formatted("")),
            asOf,
            page("1", "2026-03-01T00:00:00Z"),
            page("2", "2026-03-21T00:00:00Z"));

    assertThat(points).isEqualTo(expected);
  }

  @Test
  void idleTimeGoesOnWhenTheLatestMatchIsPastTheRetention() {
    var model =
        model(IDLE.formatted(",'limit':{'times':6}"), ",'retention':'30d','lookback':'30d'");

    assertThat(points(model, "2026-03-31T00:00:00Z", page("1", "2026-03-01T00:00:00Z")))
        .isEqualTo("-20");
    assertThat(points(model, "2026-04-14T00:00:00Z", page("1", "2026-03-01T00:00:00Z")))
        .as("the sixth week, and the first two too old to be worth anything")
        .isEqualTo("-20");
  }

  @Test
  void aLimitHoldsForIdleTime() {
    var model = model(IDLE.formatted(",'limit':{'times':6}"));

    assertThat(points(model, "2026-08-01T00:00:00Z", page("1", "2026-03-01T00:00:00Z")))
        .isEqualTo("-30");
    assertThat(
            Scorer.score(
                    List.of(page("1", "2026-03-01T00:00:00Z")),
                    model,
                    Instant.parse("2026-05-01T00:00:00Z"))
                .latestHit())
        .contains(Instant.parse("2026-04-12T00:00:00Z"));
  }

  @Test
  void theMaxOfAGroupHoldsApartForEachValueOfAField() {
    var model =
        Model.of(
            json(
                "{'name':'m','scores':{'s':{'groups':{'web':{'max':{'points':20,'per':'properties.program'}}},"
                    + "'rules':[{'id':'a','when':{'event':['A']},'points':12,'group':'web'},"
                    + "{'id':'b','when':{'event':['B']},'points':12,'group':'web'}]}}}"),
            1);
    var score =
        score(
            model,
            "2026-03-10T00:00:00Z",
            of("1", "A", "'program':'X'"),
            of("2", "B", "'program':'X'"),
            of("3", "A", "'program':5"),
            of("4", "B", "'program':5.0"),
            of("5", "A", "'other':1"));

    assertThat(score.points()).hasToString("52");
    assertThat(score.lines())
        .filteredOn(Scorecard.Line.OfClamp.class::isInstance)
        .containsExactly(
            new Scorecard.Line.OfClamp("group:web:X", Points.ofMilli(-4_000)),
            new Scorecard.Line.OfClamp("group:web:5", Points.ofMilli(-4_000)));
  }

  private static Event of(String id, String name, String properties) {
    return event(
        "{'id':'%s','type':'track','event':'%s','occurredAt':'2026-03-01T00:00:00Z','trust':'server','properties':{%s}}"
            .formatted(id, name, properties));
  }

  @Test
  void anIgnoredEventIsNeitherHitNorFactNorTouch() {
    var model =
        model(
            "{'id':'a','when':{'event':['A']},'points':1}",
            ",'ignore':[{'context':{'page':{'url':[{'prefix':'http://localhost'}]}}}]");
    var staging =
        "'context':{'page':{'url':'http://localhost:5173/'},'campaign':{'medium':'email'}}";
    var hit =
        event(
            "{'id':'1','type':'track','event':'A','occurredAt':'2026-03-01T00:00:00Z',%s}"
                .formatted(staging));
    var fact =
        event(
            "{'id':'2','type':'identify','occurredAt':'2026-03-01T00:00:00Z','traits':{'a':1},%s}"
                .formatted(staging));
    var card = Scorer.score(List.of(hit, fact), model, Instant.parse("2026-03-02T00:00:00Z"));

    assertThat(scoreOf(card).lines()).isEmpty();
    assertThat(card.traits()).isEmpty();
    assertThat(card.leadSource().last()).isEmpty();
    assertThat(model.looksAt(hit)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 100",
    "',\"currency\":\"EUR\"', 1000",
    "',\"currency\":\"usd\"', 100",
    "',\"currency\":\"EUR\",\"currencies\":{\"USD\":0.92}', 1092"
  })
  void ordersAreAddedUpInTheCurrencyOfTheModel(String more, String expected) {
    var model = model("{'id':'a','when':{'event':['A']},'points':1}", more);
    var card =
        Scorer.score(
            List.of(
                of("1", "Order Completed", "'total':100,'currency':'USD'"),
                of("2", "Order Completed", "'total':1000,'currency':'EUR'")),
            model,
            Instant.parse("2026-03-02T00:00:00Z"));

    assertThat(card.traits().path("purchaseValue").decimalValue()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "'1.234,56', 1234.56",
    "'$1,234.56', 1234.56",
    "'12,50 EUR', 12.5",
    "'1.234.567', 1234567",
    "'1,234', 1234",
    "'€ 9', 9",
    "'-5', -5",
    "'1''234.50 CHF', 1234.5",
    "4.0, 4"
  })
  void anAmountIsReadAsPeopleWriteIt(String written, String amount) {
    var node = json("{}").put("total", written);

    assertThat(Purchases.valueOf(node).orElseThrow()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource({"about 5", "1.2.3", "'1,2,3'", "5 or 6", "''", "1e5"})
  void whatIsNoAmountIsNotRead(String written) {
    assertThat(Purchases.valueOf(json("{}").put("total", written))).isEmpty();
  }

  private static final String NEEDY =
      ",'fit':{'bands':{'A':10,'B':0},'needs':['employees'],'rules':[{'id':'role','points':10,"
          + "'when':{'traits':{'role':[{'has-word':['vp']}]}}}]},"
          + "'qualify':{'enter':{'grade':'B'},'prospect':{'sum':['s','fit'],'at-least':10}}";

  @Test
  void whileANeededFactIsUnknownThereIsNoGrade() {
    var model = model("{'id':'a','when':{'event':['A']},'points':1}", NEEDY);

    var unknown = card(model, "'title':'VP Sales','employees':'many'");
    assertThat(unknown.fit().orElseThrow().words()).isEqualTo("? (unknown: employees)");
    assertThat(unknown.fit().orElseThrow().points()).hasToString("10");
    assertThat(unknown.qualifies().enter()).isFalse();
    assertThat(unknown.qualifies().prospect()).isTrue();
    assertThat(ScorecardJson.write("l", unknown).path("fit").path("unknown").path(0).textValue())
        .isEqualTo("employees");

    var known = card(model, "'title':'Sales','employees':'11-50'");
    assertThat(known.fit().orElseThrow().words()).isEqualTo("B");
    assertThat(known.qualifies().enter()).isTrue();
    assertThat(known.qualifies().prospect()).isFalse();
  }

  @Test
  void factsOfTheModelAreReadByRulesOverEventsToo() {
    var model =
        model(
            "{'id':'a','when':{'traits':{'seats':[{'numeric':['>=',200]}]}},'points':7}",
            ",'facts':{'seats':{'from':['company_size','seats'],'read':'lower-bound'},"
                + "'role':{'from':['function']}}");
    var card = card(model, "'company_size':'201-500','function':'IT','title':'CTO'");

    assertThat(scoreOf(card).points()).hasToString("7");
    assertThat(card.traits().path("seats").intValue()).isEqualTo(201);
    assertThat(card.traits().path("role").textValue()).isEqualTo("IT");
  }

  private static Scorecard card(Model model, String traits) {
    var identify =
        event(
            "{'id':'i','type':'identify','occurredAt':'2026-03-01T00:00:00Z','traits':{%s}}"
                .formatted(traits));
    return Scorer.score(List.of(identify), model, Instant.parse("2026-03-02T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'points':5,'idle':'7d' | idle takes points away; it cannot give 5",
        "'points':-5,'idle':'7d','quiet':'7d' | a rule has quiet or idle, not both",
        "'points':-5,'idle':'59s' | idle is out of range: at least 1m"
      })
  void whatContradictsItselfIsRefused(String keys, String message) {
    assertThatThrownBy(() -> model("{'id':'a','when':{'event':['A']},%s}".formatted(keys)))
        .isInstanceOfSatisfying(
            InvalidModel.class,
            invalid ->
                assertThat(invalid.problems())
                    .anySatisfy(problem -> assertThat(problem.message()).isEqualTo(message)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'currencies':{'USD':1.1} | currencies needs the key currency",
        "'currency':'EUR','currencies':{'$':1.1} | $ is three letters such as EUR",
        "'currency':'Euro' | currency is three letters such as EUR",
        "'facts':{'email':{'from':['mail']}} | email is derived by itself; name a fact otherwise",
        "'qualify':{'enter':{'sum':['s','fit'],'at-least':1}} | there is no score fit under scores;"
            + " there is s"
      })
  void whatIsNotThereIsRefused(String keys, String message) {
    assertThatThrownBy(() -> model("{'id':'a','when':{'event':['A']},'points':1}", "," + keys))
        .isInstanceOfSatisfying(
            InvalidModel.class,
            invalid ->
                assertThat(invalid.problems())
                    .anySatisfy(problem -> assertThat(problem.message()).isEqualTo(message)));
  }

  private static Scorecard.Score scoreOf(Scorecard card) {
    return Objects.requireNonNull(card.scores().get("s"));
  }
}
