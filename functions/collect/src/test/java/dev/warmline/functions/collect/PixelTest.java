package dev.warmline.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address can bring, and what it must not. */
class PixelTest {
  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @ParameterizedTest
  @ValueSource(strings = {"/v1/pixel/page", "/pixel/v1/track"})
  void aHeadIsAnsweredLikeAGetAndCountsNothing(String path) {
    var query = "?writeKey=WK_test&anonymousId=a1&event=Open";

    var answer = gateway.call("HEAD", path + query, List.of(), new byte[0]);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
    assertThat(memory.log).isEmpty();
    assertThat(memory.parked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Purpose, prefetch",
    "Sec-Purpose, prefetch;prerender",
    "Purpose, prefetch",
    "X-Purpose, preview",
    "X-Moz, prefetch"
  })
  void whatABrowserOnlyPrefetchesIsKeptAndMarked(String header, String value) {
    gateway.get("/pixel/v1/page?writeKey=WK_test&anonymousId=a1", header, value);

    assertThat(memory.event().json().at("/verdict/bot").asBoolean()).isTrue();
    assertThat(memory.event().json().at("/verdict/reason").asText()).isEqualTo("prefetched");
  }

  @Test
  void whatAPageThatIsOnlyPrefetchedPostsIsMarkedToo() {
    gateway.post(
        "/v1/page",
        "{\"anonymousId\":\"a1\",\"writeKey\":\"WK_test\"}",
        "Sec-Purpose",
        "prefetch;prerender");

    assertThat(memory.event().json().at("/verdict/bot").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"userId", "traits.email", "email", "previousId"})
  void aPlusThatArrivedAsASpaceIsPutBackIntoAnAddress(String key) {
    gateway.get(
        "/v1/pixel/identify?writeKey=WK_test&anonymousId=a&" + key + "=jane+news@a.example");

    assertThat(memory.event().json().toString()).contains("\"jane+news@a.example\"");
  }

  @Test
  void aPlusThatArrivedAsASpaceIsPutBackIntoAPhoneNumber() {
    gateway.get("/v1/pixel/identify?writeKey=WK_test&anonymousId=a&traits.phone=+49301234");

    assertThat(memory.event().json().at("/traits/phone").asText()).isEqualTo("+49301234");
  }

  @Test
  void spacesStayWhereTheyAreNoPlus() {
    gateway.get(
        "/v1/pixel/track?writeKey=WK_test&userId=Jane+Doe&event=E"
            + "&properties.subject=mail+jane@a.example&traits.email=no+address");

    var event = memory.event();
    assertThat(event.text("userId")).contains("Jane Doe");
    assertThat(event.json().at("/properties/subject").asText()).isEqualTo("mail jane@a.example");
    assertThat(event.json().at("/traits/email").asText()).isEqualTo("no address");
  }
}
