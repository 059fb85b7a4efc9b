package dev.warmline.functions.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.warmline.event.EventType;
import dev.warmline.testkit.TestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What is answered to bad requests: docs/desk.md shows it. Run with {@code WRITE_DOCS=yes} in the
 * environment it writes the table.
 */
class BadRequestsTest {
  private static final Path PAGE = Path.of("../../docs/desk.md");
  private static final String HEAD =
      "| what is sent | status | code | what it says |\n|---|---|---|---|\n";
  private static final String ACCEPTED = "{'act':'accepted'}";

  private final Map<String, Function<Desk, Desk.Answer>> cases = new LinkedHashMap<>();

  BadRequestsTest() {
    tokens();
    rights();
    addresses();
    acts();
    keys();
    conflicts();
    queries();
  }

  @Test
  void thePageShowsWhatEachIsAnsweredAndEachSaysHowToMendIt() throws IOException {
    var rows = new StringBuilder(HEAD);
    cases.forEach(
        (what, sent) -> {
          var answer = sent.apply(prepared());
          assertSaysHowToMendIt(what, answer);
          rows.append(row(what, answer));
        });

    var page = Files.readString(PAGE);
    var from = page.indexOf(HEAD);
    var to = page.indexOf("\n\n", from);
    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(PAGE, page.substring(0, from) + rows + page.substring(to + 1));
    }
    assertThat(page.substring(from, to + 1)).isEqualTo(rows.toString());
  }

  private static void assertSaysHowToMendIt(String what, Desk.Answer answer) {
    for (var field : List.of("code", "error", "where", "mend")) {
      assertThat(answer.status() < 400 || !answer.body().path(field).asText().isBlank())
          .as(what + ": " + field)
          .isTrue();
    }
  }

  @Test
  void noTokenAndNoAddressIsInTheLog() {
    var secrets = new ArrayList<String>();
    var desk = prepared();
    cases.values().forEach(sent -> assertThat(sent.apply(desk).status()).isPositive());
    secrets.add(desk.bearer("kim").substring("Bearer ".length(), 60));
    secrets.addAll(List.of("corp.example", "acme.example", "Bearer", "eyJ"));

    assertThat(desk.lines).isNotEmpty();
    assertThat(desk.lines).allSatisfy(line -> assertThat(line).doesNotContain(secrets));
  }

  private static Desk prepared() {
    var desk = new Desk();
    desk.qualified("u-1");
    desk.qualified("u-2");
    desk.qualified("big", 2_000);
    desk.act("kim", "u-2", ACCEPTED, "used");
    return desk;
  }

  private void tokens() {
    cases.put("no token", desk -> desk.call("GET", "/api/v1/queue", ""));
    cases.put("Basic authorization", desk -> with(desk, "Basic a2ltOg=="));
    cases.put("a text that is no token", desk -> with(desk, "Bearer abc.def.ghi"));
    cases.put("a token that nobody signed", token(TestIssuer::unsigned));
    cases.put(
        "a token that somebody else signed, under the key's name",
        token(claims -> TestIssuer.signed(claims, it -> it, TestIssuer.OTHERS_KEY)));
    cases.put(
        "a token signed with the public key as a secret", token(TestIssuer::signedByThePublicKey));
    cases.put("a token altered after it was signed", token(BadRequestsTest::altered));
    cases.put(
        "a token that names a key nobody has",
        token(claims -> TestIssuer.signed(claims, it -> it.keyID("k-2"), TestIssuer.OTHERS_KEY)));
    cases.put(
        "a token of another issuer",
        token(claims -> TestIssuer.signed(claims.issuer("https://elsewhere.example"))));
    cases.put(
        "a token for another audience",
        token(claims -> TestIssuer.signed(claims.audience("another"))));
    cases.put(
        "a token that expired an hour ago",
        token(claims -> expiring(claims, Duration.ofHours(-1))));
    cases.put(
        "a token that never expires",
        token(claims -> TestIssuer.signed(claims.expirationTime(null))));
    cases.put(
        "a token that holds from tomorrow on",
        token(
            claims ->
                TestIssuer.signed(
                    claims.notBeforeTime(Date.from(Instant.parse("2026-03-03T10:00:00Z"))))));
    cases.put(
        "a token with an address that is not verified",
        token(claims -> TestIssuer.signed(claims.claim("email_verified", false))));
    cases.put(
        "a token of a sign-out",
        token(claims -> TestIssuer.signed(claims.claim("events", Map.of("logout", Map.of())))));
    cases.put(
        "a token that says it is of another kind",
        token(
            claims ->
                TestIssuer.signed(
                    claims, it -> it.type(new JOSEObjectType("logout+jwt")), TestIssuer.KEY)));
    cases.put(
        "a token that is bound to a key",
        token(claims -> TestIssuer.signed(claims.claim("cnf", Map.of("jkt", "x")))));
    cases.put("a token of 10 KB", desk -> with(desk, "Bearer " + "x".repeat(10_240)));
  }

  private void rights() {
    cases.put("the token of somebody who is not in the team", desk -> desk.get("eve", "queue"));
    cases.put("an act of sales by marketing", desk -> desk.act("mia", "u-1", ACCEPTED));
    cases.put(
        "an act of marketing by sales",
        desk -> desk.act("kim", "u-1", "{'act':'answered','answer':'mended'}"));
    cases.put("an act on a lead of another queue", desk -> desk.act("kim", "big", ACCEPTED));
    cases.put("an export by sales", desk -> desk.get("kim", "leads/u-1/export"));
    cases.put("an erasure by marketing", desk -> erase(desk, "mia", "u-1", "{'sure':true}"));
    cases.put("an erasure of nobody", desk -> erase(desk, "lee", "nobody", "{'sure':true}"));
    cases.put("an erasure that is not meant", desk -> erase(desk, "lee", "u-1", "{}"));
    cases.put(
        "a page of an export that is none", desk -> desk.get("lee", "leads/u-1/export?after=2"));
  }

  private static Desk.Answer erase(Desk desk, String person, String lead, String body) {
    return desk.call(
        "POST",
        "/api/v1/leads/" + lead + "/erase",
        body.replace('\'', '"'),
        "Authorization",
        desk.bearer(person));
  }

  private void addresses() {
    cases.put("an address that is none", desk -> desk.get("kim", "nothing"));
    cases.put(
        "another method",
        desk -> desk.call("DELETE", "/api/v1/queue", "", "Authorization", desk.bearer("kim")));
    cases.put("a lead that nobody knows", desk -> desk.get("kim", "leads/nobody"));
    cases.put("an act on a lead that nobody knows", desk -> desk.act("kim", "nobody", ACCEPTED));
  }

  private void acts() {
    cases.put("a body that is no JSON", desk -> desk.act("kim", "u-1", "act=accepted"));
    cases.put("a body that is a list", desk -> desk.act("kim", "u-1", "[]"));
    cases.put("a body of 65 KB", desk -> desk.act("kim", "u-1", " ".repeat(65 * 1024)));
    cases.put("no act", desk -> desk.act("kim", "u-1", "{}"));
    cases.put("an act that is none", desk -> desk.act("kim", "u-1", "{'act':'accept'}"));
    cases.put(
        "a field that is none", desk -> desk.act("kim", "u-1", "{'act':'accepted','nte':'x'}"));
    cases.put(
        "somebody else's name", desk -> desk.act("kim", "u-1", "{'act':'accepted','by':'bo'}"));
    cases.put(
        "a reason that the model does not have",
        desk -> desk.act("kim", "u-1", "{'act':'returned','reason':'boring'}"));
    cases.put("no reason", desk -> desk.act("kim", "u-1", "{'act':'returned'}"));
    cases.put(
        "a reason that asks for a note, without one",
        desk -> desk.act("kim", "u-1", "{'act':'returned','reason':'bad-data'}"));
    cases.put(
        "a note of 2,001 characters",
        desk -> desk.act("kim", "u-1", "{'act':'noted','text':'" + "x".repeat(2_001) + "'}"));
    cases.put(
        "a day that is none",
        desk -> desk.act("kim", "u-1", "{'act':'returned','reason':'timing','until':'soon'}"));
    cases.put(
        "a day that is over",
        desk ->
            desk.act("kim", "u-1", "{'act':'returned','reason':'timing','until':'2026-03-02'}"));
    cases.put(
        "an owner who is not in the team",
        desk -> desk.act("kim", "u-1", "{'act':'assigned','owner':'eve'}"));
    cases.put(
        "a queue that is none", desk -> desk.act("kim", "u-1", "{'act':'assigned','queue':'x'}"));
    cases.put(
        "an amount that is a text",
        desk -> desk.act("kim", "u-1", "{'act':'won','value':'a lot'}"));
    cases.put(
        "an amount beyond all numbers",
        desk -> desk.act("kim", "u-1", "{'act':'won','value':1e999}"));
    cases.put(
        "answers that BANT does not know",
        desk -> desk.act("kim", "u-1", "{'act':'qualified','bant':{'mood':{'answer':'good'}}}"));
    cases.put("somebody without an address, handed over", desk -> handOver(desk, "{'name':'Jo'}"));
    cases.put("51 traits", desk -> handOver(desk, many()));
  }

  private void keys() {
    cases.put("no key", BadRequestsTest::withoutKey);
    cases.put("a key of 91 characters", desk -> desk.act("kim", "u-1", ACCEPTED, "k".repeat(91)));
    cases.put("the same act under its key again", desk -> desk.act("kim", "u-2", ACCEPTED, "used"));
    cases.put("another act under a used key", desk -> desk.act("kim", "u-1", ACCEPTED, "used"));
    cases.put(
        "the same act of another person under its key",
        desk -> desk.act("bo", "u-2", ACCEPTED, "used"));
  }

  private void conflicts() {
    cases.put("a lead that a colleague has", desk -> desk.act("bo", "u-2", ACCEPTED));
    cases.put(
        "an act that the stage does not allow",
        desk -> desk.act("kim", "u-1", "{'act':'lost','reason':'no-budget'}"));
    cases.put(
        "an act on a cycle that is over",
        desk -> desk.act("kim", "u-2", "{'act':'qualified','cycle':7}"));
    cases.put("undoing what a colleague did", desk -> desk.act("bo", "u-2", "{'act':'undone'}"));
    cases.put("an act on a lead that was merged away", BadRequestsTest::merged);
  }

  private void queries() {
    cases.put("a queue that nobody has", desk -> desk.get("kim", "queue?queue=x"));
    cases.put("a stage that sales has not", desk -> desk.get("kim", "queue?stage=Suspect"));
    cases.put("a page of a thousand", desk -> desk.get("kim", "queue?limit=1000"));
  }

  private static String row(String what, Desk.Answer answer) {
    var error = answer.text("/error").replace("|", "\\|");
    return "| %s | %d | %s | %s |\n"
        .formatted(what, answer.status(), answer.status() < 400 ? "-" : answer.code(), said(error));
  }

  private static String said(String error) {
    var line = error.isEmpty() ? "-" : error;
    return line.length() > 140 ? line.substring(0, 139) + "…" : line;
  }

  private static Desk.Answer with(Desk desk, String authorization) {
    return desk.call("GET", "/api/v1/queue", "", "Authorization", authorization);
  }

  private static Function<Desk, Desk.Answer> token(Function<JWTClaimsSet.Builder, String> made) {
    return desk -> {
      var claims = TestIssuer.claims("kim@corp.example", desk.clock.instant());
      return with(desk, "Bearer " + made.apply(claims));
    };
  }

  private static String expiring(JWTClaimsSet.Builder claims, Duration in) {
    var at = Instant.parse("2026-03-02T10:00:00Z").plus(in);
    return TestIssuer.signed(claims.expirationTime(Date.from(at)));
  }

  private static String altered(JWTClaimsSet.Builder claims) {
    var parts = TestIssuer.signed(claims).split("\\.");
    var json = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8).replace("kim@", "lee@");
    parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    return String.join(".", parts);
  }

  private static Desk.Answer withoutKey(Desk desk) {
    return desk.call(
        "POST",
        "/api/v1/leads/u-1/acts",
        "{\"act\":\"accepted\"}",
        "Authorization",
        desk.bearer("kim"));
  }

  private static Desk.Answer handOver(Desk desk, String traits) {
    return desk.call(
        "POST",
        "/api/v1/leads",
        ("{'why':'met','traits':" + traits + "}").replace('\'', '"'),
        "Authorization",
        desk.bearer("mia"),
        "Idempotency-Key",
        "h");
  }

  private static String many() {
    var traits = new ArrayList<String>(List.of("'email':'jo@acme.example'"));
    for (var i = 0; i < 50; i++) {
      traits.add("'t" + i + "':1");
    }
    return "{" + String.join(",", traits) + "}";
  }

  private static Desk.Answer merged(Desk desk) {
    var gone = desk.lead("u-1").id().value();
    desk.happen(
        TestEvents.event("alias", EventType.ALIAS)
            .user("u-3")
            .with("previousId", "u-1")
            .at(desk.now())
            .build());
    return desk.act("kim", gone, ACCEPTED);
  }
}
