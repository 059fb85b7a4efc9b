package dev.warmline.score;

import static dev.warmline.score.Sample.event;
import static dev.warmline.score.Sample.model;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;
import dev.warmline.rule.Model;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of a person: own traits, a group's, addresses and orders. */
class FactsOfAPersonTest {
  private static final Instant NOW = Instant.parse("2026-03-10T00:00:00Z");
  private static final String NO_RULE = "{'id':'r','when':{'event':['Never']},'points':1}";
  private static final Model DEMO =
      model(
          NO_RULE,
          ",'qualify':{'fast-track':[{'when':{'event':['Demo']}}],'required':['email','company','employees'],"
              + "'exclude':[{'traits':{'emailDomain':['Bücher.example',{'suffix':'.ourcompany.example'}]}},"
              + "{'traits':{'email':['KIM@corp.example']}}]}");

  private static Scorecard card(Model model, Event... events) {
    return Scorer.score(List.of(events), model, NOW);
  }

  private static JsonNode traits(Event... events) {
    return card(DEMO, events).traits();
  }

  private static Event facts(String type, int day, String trust, String traits) {
    return event(
        "{'id':'%s%d','type':'%s','trust':'%s','occurredAt':'2026-03-0%dT00:00:00Z','traits':%s}"
            .formatted(type, day, type, trust, day, traits));
  }

  private static Event identify(String traits) {
    return facts("identify", 1, "server", traits);
  }

  @Test
  void whatAGroupCallSaysNeverTouchesThePersonsOwn() {
    var peter = facts("identify", 1, "browser", "{'name':'Peter','email':'peter@initech.example'}");
    var group =
        facts(
            "group",
            2,
            "server",
            "{'name':'Initech','email':'info@gmail.com','phone':'+1 555 0100'}");
    var later = facts("group", 3, "browser", "{'name':'Evil','plan':'pro','phone':null}");

    assertThat(traits(peter, group, later))
        .isEqualTo(
            Sample.json(
                "{'name':'Peter','email':'peter@initech.example','group':{'name':'Initech',"
                    + "'email':'info@gmail.com','phone':'+1 555 0100','plan':'pro'},"
                    + "'emailDomain':'initech.example','company':'Initech','plan':'pro'}"));
    assertThat(card(DEMO, group).qualifies().missing()).contains("email").doesNotContain("company");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "n/a", "x@", "@x", "asdf", " ", "jane@corp"})
  void anAddressThatIsNoneStaysVisibleAndIsMissing(String address) {
    var jane = identify("{'email':'%s'}".formatted(address));
    var demo =
        event("{'id':'d','type':'track','event':'Demo','occurredAt':'2026-03-08T00:00:00Z'}");
    var card = card(DEMO, jane, demo);

    assertThat(card.traits()).isEqualTo(Sample.json("{'email':'%s'}".formatted(address)));
    assertThat(card.qualifies().missing()).contains("email");
    assertThat(card.qualifies().fastTrack()).isEmpty();
  }

  @Test
  void aPhoneWithoutADigitReachesNobody() {
    var demo =
        event("{'id':'d','type':'track','event':'Demo','occurredAt':'2026-03-08T00:00:00Z'}");

    assertThat(card(DEMO, identify("{'phone':'none'}"), demo).qualifies().fastTrack()).isEmpty();
    assertThat(card(DEMO, identify("{'mobile':'0170 1'}"), demo).qualifies().fastTrack())
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@bücher.example", "a@xn--bcher-kva.example ", "A@BÜCHER.example\\t", "<a@bücher.example>",
        "a@bücher.example.", "a@bücher.example ", "kim@corp.example>", "a@Sub.OurCompany.example"
      })
  void noSpellingOfAnAddressGetsPastAnExclusion(String address) {
    assertThat(card(DEMO, identify("{'email':'%s'}".formatted(address))).qualifies().excluded())
        .isPresent();
  }

  @Test
  void rulesOverEventsSeeTheNormalAddressAndItsDomain() {
    var model =
        model(
            "{'id':'r','when':{'type':['identify'],'traits':{'email':['Jane@bücher.example'],"
                + "'emailDomain':[{'list':'ours'}]}},'points':5}",
            ",'lists':{'ours':['bücher.example']}");

    assertThat(Sample.points(model, NOW.toString(), identify("{'email':' JANE@BÜCHER.example.'}")))
        .isEqualTo("5");
    assertThat(Sample.points(model, NOW.toString(), identify("{'email':'jane@bucher.example'}")))
        .isEqualTo("0");
  }

  @Test
  void requiredInformationReadsFacts() {
    assertThat(missing("{'company':{'id':5},'employees':'many'}"))
        .containsExactly("email", "company", "employees");
    assertThat(missing("{'email':'a@b.example','company':{'name':'B'},'employees':'11-50'}"))
        .isEmpty();
  }

  private static List<String> missing(String traits) {
    return card(DEMO, identify(traits)).qualifies().missing();
  }

  @Test
  void aSizeMatchesAsANumberAndAsAText() {
    var model =
        model(
            NO_RULE,
            ",'fit':{'bands':{'A':0},'rules':["
                + "{'id':'n','when':{'traits':{'employees':[{'numeric':['>=',200]}]}},'points':1},"
                + "{'id':'t','when':{'traits':{'employees':['500']}},'points':2}]}");

    assertThat(fit(model, "'500'")).isEqualTo("3");
    assertThat(fit(model, "500")).isEqualTo("3");
    assertThat(fit(model, "'201-500'")).isEqualTo("1");
  }

  private static String fit(Model model, String employees) {
    return card(model, identify("{'employees':" + employees + "}"))
        .fit()
        .orElseThrow()
        .points()
        .toString();
  }

  @Test
  void aBrowsersOrderSetsNothing() {
    assertThat(traits(order(1, "browser", "{'total':999999}"))).isEqualTo(Sample.json("{}"));
  }

  @Test
  void aTotalThatCannotBeReadLeavesWhatIsThere() {
    var crm = facts("import", 1, "server", "{'purchaseValue':5000}");

    assertThat(traits(crm, order(2, "server", "{'total':'free'}")).path("purchaseValue").intValue())
        .isEqualTo(5000);
    assertThat(traits(crm, order(2, "server", "{'total':'free'}")).path("purchases").intValue())
        .isEqualTo(1);
    assertThat(
            value(crm, order(2, "server", "{'total':'free'}"), order(3, "server", "{'total':7}")))
        .isEqualTo("7");
  }

  @ParameterizedTest
  @CsvSource({"EUR, usd, 101", "'', EUR, 111", "eur, EUR, 111", "USD, '', 111"})
  void ordersInAnotherCurrencyAreCountedAndNotAdded(String first, String second, String value) {
    var plain = order(1, "server", "{'total':1}");
    var one = order(2, "server", "{'total':100,'currency':'%s'}".formatted(first));
    var two = order(3, "server", "{'total':10,'currency':'%s'}".formatted(second));

    assertThat(value(plain, one, two)).isEqualTo(value);
    assertThat(traits(plain, one, two).path("purchases").intValue()).isEqualTo(3);
  }

  private static String value(Event... events) {
    return traits(events).path("purchaseValue").decimalValue().toPlainString();
  }

  private static Event order(int day, String trust, String properties) {
    return event(
        "{'id':'o%d','type':'track','event':'Order Completed','trust':'%s','occurredAt':'2026-03-0%dT00:00:00Z','properties':%s}"
            .formatted(day, trust, day, properties));
  }

  @Test
  void anotherSpellingOfAKnownAddressIsNoNews() {
    var fold = new TraitFold(DEMO);
    var looked = DEMO.lookedAt();

    assertThat(fold.add(identify("{'email':'jane@corp.example'}"), looked)).isTrue();
    assertThat(fold.add(identify("{'email':'<JANE@corp.example> '}"), looked)).isFalse();
    assertThat(fold.add(facts("group", 2, "server", "{'name':'Initech'}"), looked)).isTrue();
    assertThat(fold.add(facts("group", 3, "server", "{'color':'red'}"), looked)).isFalse();
    assertThat(fold.add(identify("{'companyName':'Acme'}"), looked)).isTrue();
    assertThat(fold.traits()).isInstanceOf(ObjectNode.class);
  }
}
