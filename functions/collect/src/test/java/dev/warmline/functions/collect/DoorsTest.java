package dev.warmline.functions.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {
  private static final String SERVER = Gateway.basic("WK_server");
  private static final String ORIGIN = "https://shop.example";

  private final Memory memory = new Memory();
  private final Gateway gateway = new Gateway(memory);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/identify", "/v1/track", "/v1/page", "/v1/screen", "/v1/group", "/v1/alias", "/v1/i",
        "/v1/t", "/v1/p", "/v1/s", "/v1/g", "/v1/a", "/v1/track/", "//v1/track"
      })
  void aSingleEventNeedsNoTypeOfItsOwn(String path) {
    var answer = gateway.post(path, "{\"userId\":\"u1\",\"event\":\"E\"}", "Authorization", SERVER);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"success\":true}");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    var letter = path.replaceFirst("/+v1/", "").charAt(0);
    assertThat(memory.event().type().word()).startsWith(String.valueOf(letter));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/batch",
        "/v1/batch/",
        "/v1/b",
        "/v1/import",
        "/v1/import/",
        "/beacon/v1/batch"
      })
  void aBatchTakesTheKeyFromTheQueryToo(String path) {
    var body = "{\"batch\":[{\"type\":\"page\",\"anonymousId\":\"a1\",\"messageId\":\"m1\"}]}";

    var answer = gateway.post(path + "?writeKey=WK_test", body);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(memory.event().source()).isEqualTo("website");
  }

  @Test
  void theKeyMayStandInTheBodyOrInItsEvents() {
    gateway.post("/v1/batch", "{\"writeKey\":\"WK_server\",\"batch\":[" + page("m1", "") + "]}");
    gateway.post("/v1/batch", "{\"batch\":[" + page("m2", ",\"writeKey\":\"WK_server\"") + "]}");
    gateway.post("/v1/page", page("m3", ",\"writeKey\":\"WK_server\""));

    assertThat(memory.log.values()).hasSize(3).allMatch(e -> e.source().equals("backend"));
    assertThat(memory.log.values()).noneMatch(e -> e.json().toString().contains("WK_server"));
  }

  @Test
  void onlyServersDecide() {
    var events =
        "{\"batch\":[{\"type\":\"adjustment\",\"userId\":\"u\",\"score\":\"engagement\",\"points\":5,"
            + "\"author\":\"kim\",\"note\":\"met\"},"
            + "{\"type\":\"outcome\",\"userId\":\"u\",\"stage\":\"Customer\",\"value\":100},"
            + "{\"type\":\"email\",\"userId\":\"u\",\"event\":\"Email Clicked\"},"
            + "{\"type\":\"verdict\",\"userId\":\"u\",\"about\":\"m-1\",\"bot\":true},"
            + "{\"type\":\"consent\",\"userId\":\"u\",\"granted\":false}]}";

    gateway.post("/v1/batch", events, "Authorization", Gateway.basic("WK_test"));
    assertThat(memory.log).isEmpty();
    assertThat(memory.reasons()).hasSize(5).allMatch(reason -> reason.contains("server source"));

    gateway.post("/v1/batch", events, "Authorization", SERVER);
    assertThat(memory.log).hasSize(5);
    var adjustment = memory.log.values().iterator().next().json();
    assertThat(adjustment.path("points").asInt()).isEqualTo(5);
    assertThat(adjustment.path("note").asText()).isEqualTo("met");
  }

  @Test
  void aDecisionWithoutWhatScoringNeedsIsParked() {
    gateway.post(
        "/v1/batch",
        "{\"batch\":[{\"type\":\"adjustment\",\"userId\":\"u\",\"score\":\"s\",\"points\":1.2345}]}",
        "Authorization",
        SERVER);

    assertThat(memory.reasons()).singleElement().asString().contains("points");
  }

  @Test
  void clientsCannotForgeWhatTheProductWrites() {
    gateway.post(
        "/v1/page",
        "{\"userId\":\"u\",\"messageId\":\"m\",\"id\":\"x\",\"profile\":\"user:v\","
            + "\"trust\":\"server\",\"source\":\"backend\",\"verdict\":{\"bot\":false},"
            + "\"occurredAt\":\"2030-01-01T00:00:00Z\"}",
        "Authorization",
        Gateway.basic("WK_test"));

    var json = memory.event().json();
    assertThat(json.path("id").asText()).isEqualTo("m");
    assertThat(json.path("profile").asText()).isEqualTo("user:u");
    assertThat(json.path("trust").asText()).isEqualTo("browser");
    assertThat(json.path("source").asText()).isEqualTo("website");
    assertThat(json.has("verdict")).isFalse();
  }

  @Test
  void anOutageIsAnsweredSoThatClientsSendAgain() {
    memory.isDown = true;

    var answer = gateway.post("/v1/page", page("m", ""), "Authorization", SERVER, "Origin", ORIGIN);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("Retry-After");
  }

  @Test
  void preflightsAreAnsweredEverywhere() {
    var answer = gateway.call("OPTIONS", "/v1/p", List.of("Origin", ORIGIN), new byte[0]);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3600");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .startsWith("authorization, content-type, x-retry-count, anonymousid, sentat")
        .doesNotContain("*");
  }

  @Test
  void otherAddressesAndMethodsAreToldSo() {
    assertThat(gateway.get("/nowhere").status()).isEqualTo(404);
    var answer = gateway.get("/v1/track");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo("POST, OPTIONS");
    assertThat(answer.json().path("success").asBoolean(true)).isFalse();
  }

  @Test
  void aBrowserKeyIsOnlyForItsOrigins() {
    var key = Gateway.basic("WK_shop");

    assertThat(gateway.post("/v1/page", page("m", ""), "Authorization", key).status())
        .isEqualTo(403);
    assertThat(
            gateway
                .post(
                    "/v1/page", page("m", ""), "Authorization", key, "Origin", "https://x.example")
                .status())
        .isEqualTo(403);
    assertThat(
            gateway
                .post("/v1/page", page("m", ""), "Authorization", key, "Origin", ORIGIN)
                .status())
        .isEqualTo(200);
    assertThat(memory.log).hasSize(1);
  }

  @Test
  void robotsAreKeptAndTagged() {
    var googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
    gateway.post(
        "/v1/page",
        page("m1", ""),
        "Authorization",
        Gateway.basic("WK_test"),
        "User-Agent",
        googlebot);
    gateway.post("/v1/page", page("m2", ""), "Authorization", SERVER, "User-Agent", "some-bot/1.0");
    gateway.post(
        "/v1/page",
        page("m3", ",\"context\":{\"userAgent\":\"" + googlebot + "\"}"),
        "Authorization",
        SERVER);

    assertThat(memory.event("m1").json().at("/verdict/bot").asBoolean()).isTrue();
    assertThat(memory.event("m2").json().has("verdict")).isFalse();
    assertThat(memory.event("m3").json().at("/verdict/reason").asText()).isNotEmpty();
  }

  @Test
  void anEventWithoutIdIsTheSameWhenSentAgainAndAnotherWithOtherContent() {
    for (var second = 0; second < 3; second++) {
      var sentAt = Gateway.NOW.plusSeconds(second);
      gateway.at(sentAt);
      gateway.post(
          "/v1/track",
          "{\"userId\":\"u\",\"event\":\"E\",\"sentAt\":\"" + sentAt + "\"}",
          "Authorization",
          SERVER);
    }
    assertThat(memory.log).hasSize(1);

    gateway.post("/v1/track", "{\"userId\":\"u\",\"event\":\"F\"}", "Authorization", SERVER);
    assertThat(memory.log).hasSize(2);
  }

  @Test
  void whatADeviceSaysWithoutAnIdMayBeOfAnotherPersonEachTime() {
    for (var second = 0; second < 3; second++) {
      gateway.at(Gateway.NOW.plusSeconds(second));
      gateway.post(
          "/v1/track", "{\"anonymousId\":\"tablet\",\"event\":\"E\"}", "Authorization", SERVER);
    }

    assertThat(memory.log.values()).hasSize(3);
    assertThat(memory.log.values().stream().map(event -> event.id()).distinct()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/pixel/track", "/pixel/v1/track"})
  void aPixelCarriesAnEventInItsAddress(String path) {
    var json =
        "{\"writeKey\":\"WK_test\",\"userId\":\"u>?\u00fc\",\"event\":\"Email Opened\",\"messageId\":\"m\"}";
    var data = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));

    var answer = gateway.get(path + "?data=" + data);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.isBase64()).isTrue();
    assertThat(Base64.getDecoder().decode(answer.body())).hasSize(43).startsWith('G', 'I', 'F');
    assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(memory.event().text("userId")).contains("u>?\u00fc");
  }

  @Test
  void aPixelMayUseDottedKeys() {
    gateway.get(
        "/pixel/v1/track?writeKey=WK_test&anonymousId=a1&event=Open&properties.subject=Hi+there"
            + "&context.campaign.name=spring");

    var event = memory.event();
    assertThat(event.object("properties").path("subject").asText()).isEqualTo("Hi there");
    assertThat(event.json().at("/context/campaign/name").asText()).isEqualTo("spring");
    assertThat(event.json().toString()).doesNotContain("WK_test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?data=%00", "?data=e30&writeKey=WK_test", "?writeKey=nobody", "?a..b=1"})
  void aPixelAnswersWithTheImageWhateverWasSent(String query) {
    memory.isDown = query.isEmpty();

    var answer = gateway.get("/v1/pixel/page" + query);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("image/gif");
    assertThat(memory.log).isEmpty();
  }

  @Test
  void settingsLeadTheStockBrowserClientBackHereThroughTheStage() {
    var answer = gateway.get("/v1/projects/WK_test/settings", "Origin", ORIGIN);

    var segment = answer.json().path("integrations").path("Segment.io");
    assertThat(segment.path("apiKey").asText()).isEqualTo("WK_test");
    assertThat(segment.path("apiHost").asText())
        .isEqualTo("abc123.execute-api.eu-central-1.amazonaws.com/prod/v1");
    assertThat(segment.path("protocol").asText()).isEqualTo("https");
    assertThat(answer.json().at("/metrics/sampleRate").asInt(-1)).isZero();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
  }

  private static String page(String id, String more) {
    return "{\"type\":\"page\",\"userId\":\"u1\",\"messageId\":\"" + id + "\"" + more + "}";
  }
}
