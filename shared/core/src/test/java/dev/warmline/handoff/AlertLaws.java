package dev.warmline.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.score.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AlertLaws {
  private static final Pattern LINK =
      Pattern.compile("://|[\\p{L}\\p{N}][.\u3002\uff0e\uff61]\\p{L}{2}");

  @Property
  void anyVisitorTextGivesAValidSubject(
      @ForAll("wild") String name, @ForAll("wild") String company, @ForAll("wild") String says) {
    var subject = AlertExamples.rendered(verdict(name, company, says)).subject();

    assertThat(subject).hasSizeBetween(1, 99).matches("[ -~]+").startsWith("Hot lead: ");
  }

  @Property
  void noLinkOfAVisitorSurvives(@ForAll("wild") String name, @ForAll("wild") String says) {
    var message = AlertExamples.rendered(verdict(name, "Acme", says));

    var ofVisitors = message.text().replace("https://desk.example/v1/leads/", "");
    assertThat(LINK.matcher(ofVisitors).find()).isFalse();
    assertThat(LINK.matcher(message.subject()).find()).isFalse();
  }

  @Property
  void aMailNeverHasMoreLinesThanItsParts(@ForAll("wild") String name) {
    var one = AlertExamples.rendered(verdict(name, "Acme", "Came")).text();

    assertThat(one.codePoints().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
    assertThat(one.lines().count()).isLessThanOrEqualTo(30);
  }

  @Property
  void aSlackMessageHoldsItsLimitsAndHasNoRawMarkup(
      @ForAll("wild") String name, @ForAll("wild") String company, @ForAll("wild") String says) {
    var message = SlackMessage.of(AlertExamples.alert(verdict(name, company, says)));

    assertThat(message.path("text").asText()).isNotEmpty();
    assertThat(message.path("blocks").size()).isBetween(1, 50);
    message.findParents("type").stream().filter(it -> it.has("text")).forEach(AlertLaws::checkText);
    var ownLink = "<https://desk.example/v1/leads/" + AlertExamples.LEAD + "|Accept or return>";
    assertThat(message.findValuesAsText("text"))
        .allSatisfy(
            text ->
                assertThat(text.replace(ownLink, ""))
                    .doesNotContain("<", ">")
                    .doesNotContainPattern("&(?!(amp|lt|gt);)"));
  }

  @Property
  void theBodyForMachinesReadsBack(
      @ForAll("wild") String name, @ForAll("wild") String company, @ForAll("wild") String says) {
    var alert = AlertExamples.alert(verdict(name, company, says));

    assertThat(AlertJson.read(AlertJson.write(alert))).contains(alert);
  }

  @Property
  void shorteningKeepsTheSum(@ForAll("reasons") List<Reason> reasons) {
    var bounded = Reasons.bounded(reasons);
    var read = Reasons.forReading(bounded);

    assertThat(bounded).hasSizeLessThanOrEqualTo(Reasons.MAX_LINES);
    assertThat(Reasons.sum(bounded)).isEqualTo(Reasons.sum(reasons));
    assertThat(Reasons.sum(read)).isEqualTo(Reasons.sum(reasons));
    assertThat(read.stream().filter(Reason.Limit.class::isInstance).count()).isLessThan(2);
  }

  private static void checkText(JsonNode node) {
    var text = node.path("text");
    if (text.isTextual()) {
      var limit = node.path("type").asText().equals("plain_text") ? 150 : 3_000;
      assertThat(text.textValue()).hasSizeBetween(1, limit);
    }
  }

  private static ObjectNode verdict(String name, String company, String says) {
    var verdict = EventJson.newObject().put("tier", "hot");
    verdict.putObject("traits").put("name", name).put("company", company);
    verdict
        .putArray("colleagues")
        .addObject()
        .put("lead", "l-2")
        .put("name", name)
        .put("stage", "SAL");
    var back = verdict.putObject("returnedBefore").put("act", "returned").put("by", name);
    back.put("at", "2026-03-01T09:00:00Z").put("reason", says).put("note", company);
    back.putObject("answer").put("by", says).put("answer", name).put("note", says);
    verdict.putObject("introduction").put("by", name).put("name", says).put("slack", company);
    verdict.put("sameAddress", "l-3").put("sameAddressBy", "browser").put("sameAddressName", name);
    var engagement = verdict.putObject("scorecard").putObject("scores").putObject("engagement");
    var line = engagement.put("points", 10).putArray("lines").addObject();
    line.put("rule", "r").put("points", 10).put("hits", 1).put("says", says);
    return verdict;
  }

  @Provide
  Arbitrary<String> wild() {
    var parts =
        Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(40),
            Arbitraries.of(
                "http://evil.example/x",
                "www.evil.example",
                "<!channel>",
                "&amp;",
                "a.b.com/c",
                "\r\nBcc: x",
                "\u202Eevil\u2066",
                "\uD83D\uDE00",
                "\uD83D",
                "\uff0ecom",
                "<a href=x>",
                "https:\\\\evil.example",
                "caf\u00e9.fr",
                "evil\u3002com",
                "x ".repeat(200)));
    return parts.list().ofMaxSize(5).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<List<Reason>> reasons() {
    var points = Arbitraries.longs().between(-9_999, 9_999).map(Points::ofMilli);
    return points
        .list()
        .ofMaxSize(60)
        .map(
            all -> {
              var reasons = new ArrayList<Reason>();
              for (var i = 0; i < all.size(); i++) {
                reasons.add(reason(i, all.get(i)));
              }
              return reasons;
            });
  }

  private static Reason reason(int i, Points points) {
    return switch (i % 5) {
      case 0 -> new Reason.Limit("rule:r" + i, points);
      case 1 -> new Reason.Adjustment(points, Optional.empty(), Optional.of("note"));
      default -> new Reason.Signal("r" + i, points, i, Optional.empty());
    };
  }
}
