package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.warmline.event.Json;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
  private static ObjectNode facts(String traits) throws JsonProcessingException {
    return Facts.BUILT_IN.in((ObjectNode) Json.read(traits.replace('\'', '"')));
  }

  @Test
  void theTraitsThatTheSegmentSpecReservesAreRead() throws JsonProcessingException {
    var facts =
        facts(
            """
            {'firstName':'Jane','lastName':'Doe','title':'CTO','website':'https://corp.example',
             'company':{'name':'Acme','id':7,'industry':'software','employee_count':500,'plan':'pro'},
             'address':{'country':'DE','city':'Berlin','state':'BE'}}\
            """);

    assertThat(facts.path("name")).isEqualTo(TextNode.valueOf("Jane Doe"));
    assertThat(facts.path("company")).isEqualTo(TextNode.valueOf("Acme"));
    assertThat(facts.path("employees")).isEqualTo(IntNode.valueOf(500));
    assertThat(facts.path("role")).isEqualTo(TextNode.valueOf("CTO"));
    assertThat(facts.path("industry")).isEqualTo(TextNode.valueOf("software"));
    assertThat(facts.path("plan")).isEqualTo(TextNode.valueOf("pro"));
    assertThat(facts.path("country")).isEqualTo(TextNode.valueOf("DE"));
    assertThat(facts.path("city")).isEqualTo(TextNode.valueOf("Berlin"));
    assertThat(facts.path("state")).isEqualTo(TextNode.valueOf("BE"));
  }

  @Test
  void thePersonsOwnComesBeforeTheGroups() throws JsonProcessingException {
    var group = "'group':{'name':'Initech','employees':'51-200','industry':'paper'}";

    assertThat(facts("{" + group + "}").path("company").textValue()).isEqualTo("Initech");
    assertThat(facts("{" + group + "}").path("employees").intValue()).isEqualTo(51);
    assertThat(facts("{'company':'Acme'," + group + "}").path("company").textValue())
        .isEqualTo("Acme");
    assertThat(facts("{'company':{'id':1}," + group + "}").path("company").textValue())
        .isEqualTo("Initech");
    assertThat(facts("{" + group + "}").has("name")).isFalse();
  }

  @Test
  void whatAnObjectSaidIsStillFoundByItsPath() throws JsonProcessingException {
    var set =
        PatternSet.of(
            java.util.List.of(
                new Pattern((ObjectNode) Json.read("{\"traits\":{\"company\":{\"id\":[7]}}}"))));
    var document = (ObjectNode) Json.read("{}");
    document.set("traits", facts("{'company':{'name':'Acme','id':7}}"));

    assertThat(set.matching(document)).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "'201-500', 201", "'1,000+', 1000", "'1 000', 1000", "'1000+', 1000", "'1.000', 1000",
    "'1\u00a0000', 1000", "'1,000', 1000", "'10,001 - 50,000', 10001", "'51–200', 51", "' 12 ', 12",
    "'500 employees', 500", "'> 5000', 5000", "'10k+', 10000", "'1.5 k', 1500",
        "'1,000,000', 1000000"
  })
  void aSizeAsPeopleWriteItIsItsLowerBound(String written, int size) {
    var read = FactReader.LOWER_BOUND.read(TextNode.valueOf(written)).orElseThrow();

    assertThat(read.decimalValue()).isEqualByComparingTo(String.valueOf(size));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "many", "<50", "-5", "k", "about 5", "5people"})
  void aSizeWithoutALowerBoundIsNotKnown(String written) {
    assertThat(FactReader.LOWER_BOUND.read(TextNode.valueOf(written))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'1,234.5', 1234.5", "'-3', -3", "'1 000', 1000", "'007', 7"})
  void aNumberMayHaveSomethingBetweenItsThousands(String written, String number) {
    assertThat(FactReader.NUMBER.read(TextNode.valueOf(written)).map(JsonNode::decimalValue))
        .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @CsvSource({
    "'2026-03-01', 2026-03-01T00:00:00Z",
    "'2026-03-01T10:00:00', 2026-03-01T10:00:00Z",
    "'2026-03-01T10:00:00+02:00', 2026-03-01T08:00:00Z"
  })
  void aDateIsAnInstant(String written, String instant) {
    assertThat(FactReader.DATE.read(TextNode.valueOf(written))).contains(TextNode.valueOf(instant));
  }

  @Test
  void aUnixTimeIsADateToo() {
    assertThat(FactReader.DATE.read(IntNode.valueOf(1_772_323_200)))
        .contains(TextNode.valueOf("2026-03-01T00:00:00Z"));
    assertThat(FactReader.DATE.read(TextNode.valueOf("soon"))).isEmpty();
  }

  @Test
  void aFactDependsOnTheTraitsItIsReadFrom() {
    assertThat(Facts.BUILT_IN.sources(Set.of("name", "plan", "size")))
        .contains("name", "firstName", "lastName", "plan", "company", "group.plan", "size")
        .doesNotContain("group.name", "phone");
  }
}
