package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TwentyMistakesTest {
  private static final Path FILE =
      Path.of("src/test/resources/dev/warmline/authoring/twenty-mistakes.yaml");

  @Test
  void aFileWithTwentyMistakesYieldsTwentyProblemsAtTheirLines() throws IOException {
    var text = Files.readString(FILE);

    var checked = YamlModels.read("m.yaml", text);

    assertThat(checked.model()).isEmpty();
    assertThat(checked.findings())
        .filteredOn(finding -> finding.severity() != Finding.Severity.HINT)
        .extracting(Finding::toString)
        .containsExactly(
            "m.yaml:2:12: unknown time zone Europe/Berln; write a name such as Europe/Berlin"
                + " (did you mean Europe/Berlin?)",
            "m.yaml:3:11: lookback is longer than the retention of 400d",
            "m.yaml:8:56: max 5 is below min 10",
            "m.yaml:12:9: unknown key pionts in a rule (did you mean points?)",
            "m.yaml:14:52: there is no match prefixx; there are prefix, suffix, equals-ignore-case,"
                + " anything-but, wildcard, numeric, exists, cidr, has-word, contains, list"
                + " (did you mean prefix?)",
            "m.yaml:16:14: max 10 is below a single hit of pricing, which is 30"
                + " (did you mean 30?)",
            "m.yaml:17:13: the rule id pricing is used twice; give each its own",
            "m.yaml:18:45: exists never matches properties, which is an object;"
                + " name a field inside it",
            "m.yaml:20:29: half-life is a duration: a whole number and s, m, h, d or w"
                + " (did you mean 30d?)",
            "m.yaml:21:16: there is no group wbe in score engagement; there are email, web"
                + " (did you mean web?)",
            "m.yaml:25:16: quiet takes points away; it cannot give 5 (did you mean points: -5?)",
            "m.yaml:28:25: times is out of range: from 1 to 100000",
            "m.yaml:29:17: points has at most three decimals (did you mean 2?)",
            "m.yaml:32:32: the pattern is empty; say what it matches",
            "m.yaml:34:33: per is one of ever, day, week, month, or a duration, not fortnight"
                + " (did you mean 2w?)",
            "m.yaml:36:17: warning: typ cannot exist: no event has this field"
                + " (did you mean type?)",
            "m.yaml:40:15: band A is unreachable: the fit rules give at most 60",
            "m.yaml:43:56: there is no list free-male under lists; there is free-mail"
                + " (did you mean free-mail?)",
            "m.yaml:47:3: exit overlaps enter: both hold with engagement 60, grade B;"
                + " let exit begin below where enter ends"
                + " (did you mean { any: [{ score: engagement, below: 60 }] }?)",
            "m.yaml:50:16: there is no segment enterprise in segments");
  }
}
