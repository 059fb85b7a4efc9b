package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a model without faults gives one finding. */
class ModelChecksTest {
  private static final String MODEL =
      """
      name: m
      lookback: 180d
      scores:
        e:
          max: 100
          groups: { web: { max: 60 } }
          rules:
            - { id: page, when: { type: [page] }, points: 5, group: web, topic: t }
            - { id: form, when: { type: [track] }, points: 20, limit: { times: 2 } }
            - { id: more, when: { type: [screen] }, points: 1 }
      fit:
        bands: { A: 60, B: 40, C: 0 }
        rules: [{ id: size, when: { traits: { n: [{ numeric: [">", 1] }] } }, points: 60 }]
      lists: { l: [a] }
      qualify:
        enter: { all: [{ score: e, at-least: 60 }, { grade: B }] }
        exit: { score: e, below: 40 }
        exclude: [{ traits: { d: [{ list: l }] } }]
      segments: [{ id: s, when: { interests: [t] } }]
      routes: [{ segment: s, queue: q }, { queue: r }]
      sla: { business-hours: { days: [mon], from: "09:00", to: "17:00" } }
      """;

  @Test
  void theModelItselfHasNoFaults() {
    assertThat(findings(MODEL)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lookback: 180d           | lookback: 180 days          | lookback is a duration: a whole number and s, m, h, d or w (did you mean 180d?)
          lookback: 180d           | lookback: 6 months          | lookback is a duration: a whole number and s, m, h, d or w (did you mean 180d?)
          lookback: 180d           | lookback: 1.5h              | lookback is a duration: a whole number and s, m, h, d or w (did you mean 90m?)
          lookback: 180d           | lookback: 2 weeks           | lookback is a duration: a whole number and s, m, h, d or w (did you mean 2w?)
          lookback: 180d           | lookback: 0d                | lookback is out of range: it must be longer than nothing
          lookback: 180d           | lookback: 999999999w        | lookback is out of range: at most 36500d
          lookback: 180d           | lookback: 401d              | lookback is longer than the retention of 400d
          lookback: 180d           | retention: 800d             | retention is out of range: at most 400d
          lookback: 180d           | time-zone: Berlin           | unknown time zone Berlin; write a name such as Europe/Berlin (did you mean Europe/Berlin?)
          exit: { score: e, below: 40 } | contact-limit: { times: 51, within: 14d } | times is out of range: from 1 to 50
          exit: { score: e, below: 40 } | contact-limit: { times: 7, within: 401d } | contacts are forgotten after the retention of 400d (did you mean within: 400d?)
          exit: { score: e, below: 40 } | contact-limit: { times: 7 } | a `contact-limit` needs the key within (did you mean within: 7d?)
          exit: { score: e, below: 40 } | ready: { score: e, at-least: 70 } | warning: ready has no effect without hand-over: when-ready: sales hears of every MQL at once
          exit: { score: e, below: 40 } | hand-over: when-ready       | hand-over: when-ready needs the key ready, or nobody is ever handed over (did you mean hand-over: at-once?)
          exit: { score: e, below: 40 } | hand-over: later            | hand-over is one of at-once, when-ready, not later (did you mean when-ready?)
          max: 100                 | max: -1                     | max -1 is below the min of 0
          max: 100                 | max: "100"                  | max is a number (did you mean 100?)
          max: 100                 | max: .inf                   | cannot be read: Malformed numeric value '.inf'
          max: 100                 | max: 59                     | enter can never hold: the rules of e give 0 to 59 points (did you mean { score: e, at-least: 59 }?)
          max: 100                 | max: 1e9                    | max is out of range: at most 1000000 either way
          max: 60 }                | min: 1, max: 0 }            | max 0 is below min 1
          points: 5, group: web    | points: 61, group: web      | warning: one hit is worth more than the max 60 of its group
          points: 5, group: web    | points: 0, group: web       | warning: a rule of 0 points changes no score
          points: 5, group: web    | points: 5, max: 4, group: web | max 4 is below a single hit of page, which is 5 (did you mean 5?)
          points: 5, group: web    | points: 5, quiet: 3d, group: web | quiet takes points away; it cannot give 5 (did you mean points: -5?)
          points: 5, group: web    | points: -5, quiet: 400d, group: web | warning: never fires: the match is forgotten before the silence has lasted
          points: 5, group: web    | points: 5, after: { times: 5, within: 3d, per: day }, group: web | warning: never fires: less than 3d touches at most 4 calendar days
          points: 5, group: web    | points: 5, decay: { linear: 200d }, group: web | warning: a hit is worth nothing after the lookback anyway, before its decay has ended
          points: 5, group: web    | points: 5                   | warning: nothing uses the group web
          points: 5, group: web    | points: 5, group: wbe       | there is no group wbe in score e; there is web (did you mean web?)
          times: 2                 | times: 0                    | times is out of range: from 1 to 100000
          times: 2                 | times: 2, per: moth         | per is one of ever, day, week, month, or a duration, not moth (did you mean month?)
          times: 2                 | times: 2, per: 7 days       | per is one of ever, day, week, month, or a duration, not 7 days (did you mean 7d?)
          id: form                 | id: page                    | the rule id page is used twice; give each its own
          id: size                 | id: page                    | the rule id page is used twice; give each its own
          type: [page]             | type: page                  | a pattern lists what type may be (did you mean [page]?)
          type: [page]             | type: []                    | the list of what type may be is empty: it never matches
          type: [page]             | type: [pgae]                | warning: no event has the type pgae: this never matches (did you mean page?)
          type: [page]             | context: { page: [{ exists: true }] } | exists never matches context.page, which is an object; name a field inside it
          type: [page]             | type: [{ wildcard: "a**b" }] | Event Ruler refuses this pattern: Consecutive wildcard characters at pos 2
          n: [{ numeric: [">", 1] }] | n: [{ numeric: [">", x] }] | Event Ruler refuses this pattern: Value of > must be numeric
          traits: { n              | trait: { n                  | warning: trait cannot exist: a fit rule sees only traits (did you mean traits?)
          A: 60                    | A: 61                       | band A is unreachable: the fit rules give at most 60
          A: 60                    | A: 40                       | band B begins where A begins
          C: 0                     | C: 0, D: -20                | warning: band D is never reached: there are always at least 0 points
          C: 0 }                   | C: 0.0001 }                 | C has at most three decimals (did you mean 0?)
          grade: B                 | grade: E                    | there is no grade E in the bands of fit; there are A, B, C (did you mean C?)
          score: e, at-least       | score: f, at-least          | there is no score f under scores; there is e (did you mean e?)
          below: 40                | below: 60.001               | exit overlaps enter: both hold with e 60, grade B; let exit begin below where enter ends (did you mean { score: e, below: 60 }?)
          exit: { score: e, below: 40 } | exit: { not: { grade: A } } | exit overlaps enter: both hold with e 60, grade B; let exit begin below where enter ends
          exit: { score: e, below: 40 } | exit: { traits: { x: [y] } } | exit overlaps enter: both hold with e 60, grade B, traits {"x":["y"]}; let exit begin below where enter ends
          list: l }                | list: ll }                  | there is no list ll under lists; there are free-mail, l
          interests: [t]           | interests: [x]              | there is no topic x in any rule; there is t (did you mean t?)
          interests: [t]           | leadSource: [payd]          | warning: no lead has the source payd: this never matches (did you mean paid?)
          interests: [t]           | interest: [t]               | warning: interest cannot exist: a segment sees traits, interests, leadSource and grade (did you mean interests?)
          interests: [t]           |                             | the pattern is empty; say what it matches
          segment: s               | segment: z                  | there is no segment z in segments; there is s (did you mean s?)
          { queue: r }             | { segment: s, queue: x }, { queue: r } | warning: segment s is routed by an earlier route
          from: "09:00"            | from: 9am                   | from is a time of day such as "09:00" (did you mean "09:00"?)
          from: "09:00"            | from: "18:00"               | work ends at 17:00, before it begins
          [mon]                    | [monday]                    | days is one of mon, tue, wed, thu, fri, sat, sun, not monday (did you mean mon?)
          """)
  void oneChangeGivesOneFinding(String was, String becomes, String message) {
    var text = MODEL.replace(was, becomes == null ? "" : becomes);
    assertThat(text).isNotEqualTo(MODEL);

    assertThat(findings(text)).containsExactly(message);
  }

  @Test
  void aPageRuleWithoutALimitIsHintedAt() {
    var text = MODEL.replace("points: 5, group: web", "points: 5");

    assertThat(YamlModels.read("m.yaml", text).hints())
        .singleElement()
        .extracting(Finding::suggestion)
        .isEqualTo(Optional.of("limit: { times: 1, per: day }"));
    assertThat(YamlModels.read("m.yaml", text.replace("points: 5,", "points: 5, max: 50,")).hints())
        .isEmpty();
  }

  @Test
  void leadsOfNoSegmentNeedARoute() {
    assertThat(findings(MODEL.replace(", { queue: r }", "")))
        .containsExactly(
            "warning: leads of no segment have no route; end with one that names only a queue");
  }

  @Test
  void aModelThatIsRefusedForItsMeaningCanStillBeLookedAt() {
    var overlapping = YamlModels.read("m.yaml", MODEL.replace("below: 40", "below: 70"));
    var misspelt = YamlModels.read("m.yaml", MODEL.replace("below: 40", "belwo: 40"));

    assertThat(overlapping.model()).isEmpty();
    assertThat(overlapping.draft()).isPresent();
    assertThat(misspelt.draft()).isEmpty();
  }

  @Test
  void aPartOfEnterThatNeverHoldsIsAWarningWhereTheRestCan() {
    var either = "enter: { any: [{ score: e, at-least: 60 }, { score: e, at-least: 101 }] }";
    var text = MODEL.replaceFirst("enter: .*", either);

    assertThat(findings(text))
        .containsExactly(
            "warning: the rules of e give 0 to 100 points"
                + " (did you mean { score: e, at-least: 100 }?)");
  }

  @Test
  void conditionsThatExcludeEachOtherNeverHold() {
    var both = "enter: { all: [{ score: e, at-least: 60 }, { score: e, below: 50 }] }";
    var text = MODEL.replaceFirst("enter: .*", both);

    assertThat(findings(text))
        .containsExactly("enter can never hold: its conditions exclude each other");
  }

  @Test
  void whatNobodyReachesIsNeverReady() {
    var ready = "hand-over: when-ready\n  ready: { score: e, at-least: 101 }";
    var text = MODEL.replaceFirst("exit: .*", ready);

    assertThat(findings(text))
        .containsExactly(
            "ready can never hold: the rules of e give 0 to 100 points"
                + " (did you mean { score: e, at-least: 100 }?)");
  }

  @Test
  void manyDifferentConditionsAreGivenUpOnRatherThanTriedForEver() {
    var enter = new StringBuilder("enter: { all: [");
    var exit = new StringBuilder("exit: { all: [");
    for (var i = 0; i < 40; i++) {
      enter.append(
          "{ any: [{ traits: { a%d: [x] } }, { traits: { b%d: [x] } }] }, ".formatted(i, i));
      exit.append(
          "{ any: [{ not: { traits: { a%d: [x] } } }, { not: { traits: { b%d: [x] } } }] }, "
              .formatted(i, i));
    }
    var text =
        MODEL
            .replaceFirst("enter: .*", enter + "{ score: e, at-least: 60 }] }")
            .replaceFirst("exit: .*", exit + "{ score: e, below: 40 }] }");

    assertThat(findings(text)).hasSizeLessThanOrEqualTo(1);
  }

  private static List<String> findings(String text) {
    return YamlModels.read("m.yaml", text).findings().stream()
        .filter(finding -> finding.severity() != Finding.Severity.HINT)
        .map(Finding::toString)
        .map(finding -> finding.replaceFirst("m.yaml:\\d+:\\d+: ", ""))
        .toList();
  }
}
