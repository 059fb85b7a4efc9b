package dev.warmline.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail scanner follows every link at once; a person does not. */
class ClickBurstTest {
  private static final String SERVER = Gateway.basic("WK_server");

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @Test
  void nineClicksWithinASecondAreAScannersAndTheTenthAnHourLaterIsHers() {
    var nine =
        IntStream.range(0, 9).mapToObj(i -> click("s" + i, "2026-11-22T06:00:00." + i + "00Z"));

    batch(Stream.concat(nine, Stream.of(click("hers", "2026-11-22T07:00:00Z"))).toList());

    assertThat(robots()).hasSize(9).doesNotContain("hers");
    assertThat(memory.event("s0").json().at("/verdict/reason").asText())
        .isEqualTo("three or more clicks within two seconds");
  }

  @ParameterizedTest
  @CsvSource({"1.0, 2.0, 3", "1.0, 2.001, 0", "0.0, 0.0, 3"})
  void threeWithinTwoSecondsAreNeeded(double second, double third, int marked) {
    batch(List.of(click("c0", at(0)), click("c1", at(second)), click("c2", at(third))));

    assertThat(robots()).hasSize(marked);
  }

  @Test
  void twoClicksAndOtherEventsBesideThemAreAPersons() {
    batch(
        List.of(
            click("c0", at(0)),
            click("c1", at(0)),
            "{\"type\":\"email\",\"event\":\"Email Opened\",\"userId\":\"u\",\"messageId\":\"o\",\"timestamp\":\""
                + at(0)
                + "\"}",
            "{\"type\":\"track\",\"event\":\"Button Clicked\",\"userId\":\"u\",\"messageId\":\"t\",\"timestamp\":\""
                + at(0)
                + "\"}"));

    assertThat(robots()).isEmpty();
  }

  @Test
  void clicksOfThreePersonsAreNoBurst() {
    batch(
        List.of(
            click("c0", at(0)),
            click("c1", at(0)).replace("\"u\"", "\"v\""),
            click("c2", at(0)).replace("\"u\"", "\"w\"")));

    assertThat(robots()).isEmpty();
  }

  @Test
  void segmentsNameForAClickInAMailCountsToo() {
    batch(
        IntStream.range(0, 3)
            .mapToObj(i -> click("c" + i, at(i * 0.1)))
            .map(
                c ->
                    c.replace("\"email\"", "\"track\"")
                        .replace("Email Clicked", "Email Link Clicked"))
            .toList());

    assertThat(robots()).hasSize(3);
  }

  private List<String> robots() {
    return memory.log.values().stream()
        .filter(e -> e.json().at("/verdict/bot").asBoolean())
        .map(Event::id)
        .toList();
  }

  private static String at(double second) {
    return Gateway.NOW.minusSeconds(3600).plusMillis(Math.round(second * 1000)).toString();
  }

  private static String click(String id, String at) {
    return "{\"type\":\"email\",\"event\":\"Email Clicked\",\"userId\":\"u\",\"messageId\":\""
        + id
        + "\",\"timestamp\":\""
        + at
        + "\"}";
  }

  private void batch(List<String> events) {
    var body = "{\"batch\":[" + events.stream().collect(Collectors.joining(",")) + "]}";
    assertThat(gateway.post("/v1/batch", body, "Authorization", SERVER).status()).isEqualTo(200);
  }
}
