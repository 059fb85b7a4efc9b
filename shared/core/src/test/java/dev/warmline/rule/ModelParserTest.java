package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelParserTest {

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<Problem> problems(String text) {
    return ModelParser.parse(json(text)).problems();
  }

  @Test
  void whatTheFileLeavesOutHasItsDefault() {
    var model = Model.of(json("{'name':'m','scores':{'s':{'rules':[]}}}"), 0);

    assertThat(model.retention()).isEqualTo(Duration.ofDays(400));
    assertThat(model.lookback()).isEqualTo(Duration.ofDays(400));
    assertThat(model.zone()).hasToString("Z");
    assertThat(model.scores().getFirst().bounds())
        .isEqualTo(new Bounds(OptionalLong.of(0), OptionalLong.empty()));
    assertThat(model.qualify().fastTrackWithin()).isEqualTo(Duration.ofDays(7));
    assertThat(model.qualify().coolDown()).isZero();
  }

  @Test
  void everyProblemIsFoundAtOnceAndSaysWhere() {
    var problems =
        problems(
            """
            {'nam':'m','time-zone':'Mars','lookback':'500d','scores':{'s':{'max':1,'min':2,'rules':[
              {'id':'a','when':{'type':'page'},'points':1.2345,'limit':{'times':0,'per':'year'}},
              {'id':'a','when':{'x':[{'list':'none'}]},'points':'5','group':'g','after':{'times':2}},
              {'points':1,'quiet':'1d','decay':{'half-life':'1 day'}}]}},
             'qualify':{'enter':{'score':'t','at-least':1},'exit':{'all':[]},'prospect':{'grade':'A'}},
             'routes':[{'segment':'x'}],'sla':{'business-hours':{'days':['monday'],'from':'9','to':'17:00'}}}
            """);

    assertThat(problems)
        .extracting(Problem::pointer)
        .contains(
            "/nam",
            "/name",
            "/time-zone",
            "/lookback",
            "/scores/s/max",
            "/scores/s/rules/0/when",
            "/scores/s/rules/0/points",
            "/scores/s/rules/0/limit/times",
            "/scores/s/rules/0/limit/per",
            "/scores/s/rules/1/id",
            "/scores/s/rules/1/when/x/0/list",
            "/scores/s/rules/1/points",
            "/scores/s/rules/1/group",
            "/scores/s/rules/1/after/within",
            "/scores/s/rules/2/id",
            "/scores/s/rules/2/when",
            "/scores/s/rules/2/quiet",
            "/scores/s/rules/2/decay/half-life",
            "/qualify/enter/score",
            "/qualify/exit/all",
            "/qualify/prospect/grade",
            "/routes/0/segment",
            "/routes/0/queue",
            "/sla/business-hours/days/0",
            "/sla/business-hours/from");
  }

  @Test
  void aPatternOfMoreFieldsThanAMachineTakesIsAProblem() {
    var fields =
        IntStream.range(0, 257).mapToObj("'f%d':['x']"::formatted).collect(Collectors.joining(","));
    var rule = "{'id':'a','when':{%s},'points':1}".formatted(fields);

    assertThat(problems("{'name':'m','scores':{'s':{'rules':[%s]}}}".formatted(rule)))
        .singleElement()
        .hasToString(
            "/scores/s/rules/0/when: Event Ruler refuses this pattern: it looks at more than 256"
                + " fields");
  }

  @Test
  void aModelWithProblemsIsRefusedWithAllOfThem() {
    assertThatThrownBy(() -> Model.of(json("{'scores':{'s':{'mox':1,'rules':[]}}}"), 1))
        .isInstanceOfSatisfying(
            InvalidModel.class, invalid -> assertThat(invalid.problems()).hasSize(2));
  }

  @Test
  void aListStandsForItsValuesAlsoInsideAnythingBut() {
    var model =
        Model.of(
            json(
                """
                {'name':'m','lists':{'l':['a','b']},'scores':{'s':{'rules':[
                  {'id':'in','points':1,'when':{'event':['x',{'list':'l'}]}},
                  {'id':'out','points':1,'when':{'event':[{'anything-but':{'list':'l'}}]}}]}}}
                """),
            1);

    assertThat(model.rules().get(0).when().json()).isEqualTo(json("{'event':['x','a','b']}"));
    assertThat(model.rules().get(1).when().json())
        .isEqualTo(json("{'event':[{'anything-but':['a','b']}]}"));
  }

  @Test
  void bandsAreOrderedByTheirPointsWhateverTheirOrderInTheFile() {
    var file =
        ModelParser.parse(
                json("{'name':'m','scores':{},'fit':{'bands':{'C':0,'A':60,'B':40.5},'rules':[]}}"))
            .file()
            .orElseThrow();

    assertThat(file.fit().orElseThrow().bands())
        .containsExactly(new Band("A", 60_000), new Band("B", 40_500), new Band("C", 0));
    assertThat(file.fit().orElseThrow().isAtLeast("A", "B")).isTrue();
    assertThat(file.fit().orElseThrow().isAtLeast("C", "B")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"90s, PT1M30S", "5m, PT5M", "36h, PT36H", "2d, PT48H", "2w, PT336H"})
  void durationsAreAWholeNumberAndAUnit(String text, Duration duration) {
    var model =
        Model.of(
            json("{'name':'m','scores':{'s':{'rules':[]}},'retention':'%s'}".formatted(text)), 1);

    assertThat(model.retention()).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"1.5d", "-1d", "1y", "d", "''", "0d", "99999999999d"})
  void otherDurationsAreProblems(String text) {
    assertThat(
            problems("{'name':'m','scores':{'s':{'rules':[]}},'retention':'%s'}".formatted(text)))
        .extracting(Problem::pointer)
        .containsExactly("/retention");
  }

  @Test
  void theClockOfTheHandoffIsRead() {
    var model =
        Model.of(
            json(
                """
                {'name':'m','scores':{'s':{'rules':[]}},'sla':{'accept-within':'4h',
                 'business-hours':{'days':['mon','fri'],'from':'09:00','to':'17:30'}},
                 'recycle':{'after':'14d'},'routes':[{'queue':'q','warm-handoff':true}],'return-reasons':['timing']}
                """),
            1);

    assertThat(model.sla().acceptWithin()).contains(Duration.ofHours(4));
    assertThat(model.sla().businessHours().orElseThrow().days())
        .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    assertThat(model.recycle().after()).contains(Duration.ofDays(14));
    assertThat(model.routes().getFirst().warmHandoff()).isTrue();
    assertThat(model.returnReasons()).extracting(ReturnReason::name).containsExactly("timing");
  }
}
