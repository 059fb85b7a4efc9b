package dev.warmline.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What sales and marketing do with four leads, on the stack's own clock: one is accepted, one
 * returned and answered, one overdue and assigned anew, one won. After each step both clocks.
 */
final class DemoWork {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final List<String> SALES = List.of("accept", "contact", "not-qualified");

  private final DemoClient client;
  private final PrintStream out;
  private final Set<String> shown = new HashSet<>();

  DemoWork(DemoClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /**
   * Plays it.
   *
   * @param jane the lead that sales was told of
   * @return 0 if every lead ends where it should
   */
  int play(String jane) throws IOException, InterruptedException {
    client.get("/_local/inbox").forEach(row -> shown.add(row.path("alert").asText()));
    out.println(
        "Now sales and marketing work. Time is the stack's own, and passes as they need it.");
    accepted(jane);
    var omar = asks("Omar Haddad", "Blue Harbor", false);
    returned(omar);
    var ines = asks("Ines Costa", "Vertex Labs", true);
    overdue(ines);
    var tom = asks("Tom Berger", "Kite Systems", true);
    won(tom);
    var ends =
        List.of(
            isAt(jane, "SAL"), isAt(omar, "Recycled"), isAt(ines, "SAL"), isAt(tom, "Customer"));
    return ends.contains(false) ? 1 : 0;
  }

  private void accepted(String lead) throws IOException, InterruptedException {
    clocks("Jane Miller (Northwind Motors) is with " + owner(lead), lead);
    client.pass(Duration.ofMinutes(40));
    act(owner(lead), owner(lead) + " accepts her", lead, act("accepted"));
  }

  private void returned(String lead) throws IOException, InterruptedException {
    client.pass(Duration.ofMinutes(5));
    var note = "the number is the front desk of another company";
    var owner = owner(lead);
    var given = act("returned").put("reason", "bad-data").put("note", note);
    act(owner, owner + " gives him back: bad-data, " + note, lead, given);
    client.pass(Duration.ofHours(5));
    var answer = act("answered").put("answer", "mended").put("note", "his own number is in now");
    act("mia", "mia of marketing answers: mended, his own number is in now", lead, answer);
  }

  private void overdue(String lead) throws IOException, InterruptedException {
    var first = owner(lead);
    out.println("  " + first + " is at lunch, and half an hour passes");
    client.pass(Duration.ofMinutes(31));
    toldOf(lead);
    var second = first.equals("kim") ? "bo" : "kim";
    act(
        "lee",
        "lee, who leads, gives her to " + second,
        lead,
        act("assigned").put("owner", second));
    client.pass(Duration.ofMinutes(3));
    act(second, second + " accepts her", lead, act("accepted"));
  }

  private void won(String lead) throws IOException, InterruptedException {
    var owner = owner(lead);
    act(owner, owner + " accepts him", lead, act("accepted"));
    client.pass(Duration.ofHours(1));
    act(owner, owner + " spoke with him", lead, act("contacted").put("how", "phone"));
    client.pass(Duration.ofDays(2));
    var qualified = act("qualified");
    qualified.withObject("/bant/budget").put("answer", "yes").put("text", "12 000 a year");
    qualified.withObject("/bant/need").put("answer", "yes").put("text", "plans by hand today");
    act(owner, owner + " makes an offer (budget and need: yes)", lead, qualified);
    client.pass(Duration.ofDays(9));
    var won = act("won").put("value", 12_000).put("currency", "EUR");
    act(owner, owner + " wins him: 12 000 EUR", lead, won);
  }

  /** Somebody whom a server knows, who does enough to qualify. */
  private String asks(String name, String company, boolean isHot)
      throws IOException, InterruptedException {
    var id = UUID.randomUUID().toString();
    var email = name.replace(' ', '.').toLowerCase(Locale.ROOT) + "+" + id.substring(0, 8);
    var domain = company.replace(" ", "").toLowerCase(Locale.ROOT) + ".example";
    var who = event("identify", id);
    who.putObject("traits")
        .put("name", name)
        .put("company", company)
        .put("email", email + "@" + domain)
        .put("role", "head")
        .put("employees", 300);
    client.send(who, DemoClient.SERVER);
    for (var event :
        isHot ? List.of("Demo Requested") : List.of("Trial Started", "Form Submitted")) {
      client.send(event("track", id).put("event", event), DemoClient.SERVER);
    }
    var lead = client.get("/_local/leads/" + id).path("lead").asText();
    var does = isHot ? " asks for a demo" : " starts a trial";
    toldOf(lead);
    clocks(name + " (" + company + ")" + does + " and is with " + owner(lead), lead);
    return lead;
  }

  private ObjectNode event(String type, String user) throws IOException, InterruptedException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", type)
        .put("userId", user)
        .put("messageId", UUID.randomUUID().toString())
        .put("timestamp", client.now().toString());
  }

  private static ObjectNode act(String word) {
    return JsonNodeFactory.instance.objectNode().put("act", word);
  }

  private void act(String person, String says, String lead, ObjectNode act)
      throws IOException, InterruptedException {
    var stage = client.act(person, lead, act).path("stage").asText();
    clocks(says + ": " + stage, lead);
    toldOf(lead);
  }

  private String owner(String lead) throws IOException, InterruptedException {
    return client.lead("lee", lead).path("owner").asText("nobody");
  }

  /** What happened, and until when each side has time. */
  private void clocks(String what, String lead) throws IOException, InterruptedException {
    var deadlines = client.lead("lee", lead).path("deadlines");
    out.println();
    out.println("> " + TIME.format(client.now()) + "  " + what);
    out.println("  sales:     " + first(deadlines, SALES));
    out.println("  marketing: " + first(deadlines, List.of("answer")));
    out.flush();
  }

  private static String first(JsonNode deadlines, List<String> names) {
    return names.stream()
        .filter(deadlines::has)
        .findFirst()
        .map(name -> words(name) + " by " + TIME.format(at(deadlines.path(name))))
        .orElse("no clock runs");
  }

  private static Instant at(JsonNode text) {
    return Instant.parse(text.asText());
  }

  private static String words(String deadline) {
    return switch (deadline) {
      case "contact" -> "make contact";
      case "not-qualified" -> "qualify";
      default -> deadline;
    };
  }

  /** What came into the inbox about a lead since it was shown last. */
  private void toldOf(String lead) throws IOException, InterruptedException {
    var rows = client.get("/_local/inbox");
    var fresh =
        StreamSupport.stream(rows.spliterator(), false)
            .filter(row -> row.path("lead").asText().equals(lead))
            .filter(row -> shown.add(row.path("alert").asText()))
            .toList();
    for (var row : fresh.reversed()) {
      var to = new StringBuilder();
      row.path("json").path("to").forEach(one -> to.append(' ').append(one.asText()));
      var at = TIME.format(at(row.path("at")));
      out.println("  mail " + at + " to" + to + ": " + row.path("subject").asText());
    }
  }

  private boolean isAt(String lead, String stage) throws IOException, InterruptedException {
    var found = client.lead("lee", lead).path("stage").asText();
    if (!found.equals(stage)) {
      out.println("the demo failed: expected " + stage + ", found " + found + " of " + lead);
    }
    return found.equals(stage);
  }
}
