package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.measure.proof.TenPaths.Path;
import dev.warmline.measure.proof.TenPaths.Step;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;

/** Ten leads through every path, three times: by the desk's API, by a feed, and with repeats. */
@Command(
    name = "week",
    mixinStandardHelpOptions = true,
    description =
        "Ten leads through every path of sales and marketing on a moved clock: by the desk's API,"
            + " by a feed's outcomes, and with every request sent twice; all three end alike.")
final class TenLeads implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** A source whose events are history: who qualifies by them waits. */
  private static final String HISTORY = "history";

  private final List<String> different = new ArrayList<>();

  /** How people's acts come in. */
  private enum Way {
    API,
    FEED,
    TWICE
  }

  /** An act as it was sent. */
  private record Sent(String person, String path, String key, String body) {}

  private final Map<Sent, String> answers = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    var week = StackProcess.home().resolve("infra/measure/week");
    var folder = Files.createTempDirectory("warmline-week");
    try (var stack =
        StackProcess.start(
            folder,
            "--model",
            week.resolve("model.yaml").toString(),
            "--team",
            week.resolve("team.yaml").toString(),
            "--source",
            HISTORY + "=server+backfill")) {
      System.out.println("stack ready at " + stack.address() + ", log " + stack.log());
      return run(new WeekStack(new Client(stack.address())));
    }
  }

  private int run(WeekStack stack) throws Exception {
    var begun = stack.now();
    for (var path : Path.values()) {
      for (var way : Way.values()) {
        qualify(stack, path, way);
      }
    }
    for (var step : TenPaths.steps(begun)) {
      stack.passTo(begun.plus(step.after()));
      for (var way : Way.values()) {
        act(stack, step, way);
      }
    }
    stack.passTo(begun.plus(TenPaths.END));
    repeatAll(stack);
    var claims = new Claims(System.out);
    check(stack, claims);
    inbox(stack);
    return claims.exitCode();
  }

  private static String user(Path path, Way way) {
    return (path + "-" + way).toLowerCase(Locale.ROOT);
  }

  private void qualify(WeekStack stack, Path path, Way way) throws Exception {
    var user = user(path, way);
    var who = stack.event("identify", user, "who");
    who.putObject("traits").put("email", WeekStack.address(user)).put("company", path + " " + way);
    var form = stack.event("track", user, "form").put("event", "Form Submitted");
    stack.send(path == Path.RELEASED ? HISTORY : Client.SERVER_KEY, who, form);
  }

  private void act(WeekStack stack, Step step, Way way) throws Exception {
    var user = user(step.path(), way);
    if (step.act().startsWith("{\"event\"")) {
      var asked = stack.event("track", user, "again");
      asked.setAll((ObjectNode) Client.MAPPER.readTree(step.act()));
      stack.send(Client.SERVER_KEY, asked);
      return;
    }
    var owner = stack.view(user).path("owner").asText("kim");
    var by = step.by().equals(TenPaths.OWNER) ? owner : step.by();
    var other = owner.equals("kim") ? "bo" : "kim";
    var body = step.act().replace(TenPaths.OTHER, other);
    if (way == Way.FEED && step.path() != Path.UNDONE) {
      var outcome = stack.event("outcome", user, step.after().toString()).put("by", by);
      outcome.setAll((ObjectNode) Client.MAPPER.readTree(body));
      stack.send(Client.SERVER_KEY, outcome);
    } else {
      var sent =
          new Sent(by, "leads/" + WeekStack.address(user) + "/acts", user + step.after(), body);
      ask(stack, sent);
      if (way == Way.TWICE) {
        ask(stack, sent);
      }
    }
  }

  /** The same request again must be told the same of it, wherever the lead is by then. */
  private void ask(WeekStack stack, Sent sent) throws Exception {
    var answer = stack.client().desk(sent.person(), sent.path(), sent.key(), sent.body());
    var body = Client.MAPPER.readTree(answer.body());
    var said = body.path("answer").asText() + ": " + body.path("why").asText();
    var first = answers.putIfAbsent(sent, said);
    if (answer.status() != 200 || (first != null && !first.equals(said))) {
      different.add(sent + " was answered " + answer + (first == null ? "" : " after " + first));
    }
    stack.awaitIdle();
  }

  private void repeatAll(WeekStack stack) throws Exception {
    for (var sent : List.copyOf(answers.keySet())) {
      ask(stack, sent);
    }
  }

  private void check(WeekStack stack, Claims claims) throws Exception {
    var unlike = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    var untold = new ArrayList<String>();
    var told = told(stack);
    System.out.printf("%-52s %-14s %s%n", "lead", "ends as", "acts on record");
    for (var path : Path.values()) {
      var states = new TreeSet<String>();
      for (var way : Way.values()) {
        var lead = stack.view(user(path, way));
        states.add(state(lead));
        if (!end(lead).equals(path.end())) {
          wrong.add(user(path, way) + " is " + end(lead) + ", not " + path.end());
        }
        var kinds = told.getOrDefault(lead.path("lead").asText(), List.of());
        if (!kinds.containsAll(path.told())) {
          untold.add(user(path, way) + ": of " + path.told() + " only " + kinds);
        }
      }
      if (states.size() > 1) {
        unlike.add(path + ": " + states);
      }
      System.out.printf("%-52s %-14s %s%n", path.words(), path.end(), states.first());
    }
    var all = Path.values().length;
    claims.holds("leads end where their path leads", all * Way.values().length, wrong);
    claims.holds("API, feed and repeated requests give the same state", all, unlike);
    claims.holds("whoever is to be told is told", all * Way.values().length, untold);
    claims.holds("a request sent again gets the answer it got", answers.size(), different);
  }

  private static String end(JsonNode lead) {
    return lead.path("stage").asText() + " " + lead.path("cycle").asInt();
  }

  /** Stage, clocks that run, and what was done in each cycle; not who: turns differ. */
  private static String state(JsonNode lead) {
    var state = new StringBuilder(end(lead)).append(' ').append(names(lead.path("deadlines")));
    for (var cycle : lead.path("cycles")) {
      state.append(" |");
      cycle
          .path("acts")
          .forEach(
              act ->
                  state
                      .append(' ')
                      .append(act.path("act").asText())
                      .append(">")
                      .append(act.path("to").asText()));
    }
    return state.toString();
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
  }

  private static Map<String, List<String>> told(WeekStack stack) throws Exception {
    var told = new LinkedHashMap<String, List<String>>();
    for (var row : stack.client().local("inbox")) {
      var lead = row.path("lead").asText();
      told.computeIfAbsent(lead, _ -> new ArrayList<>()).add(row.at("/json/notice").asText());
    }
    return told;
  }

  private void inbox(WeekStack stack) throws Exception {
    System.out.println();
    System.out.println("The inbox of the ten by API:");
    var leads = new TreeSet<String>();
    for (var path : Path.values()) {
      leads.add(stack.view(user(path, Way.API)).path("lead").asText());
    }
    var rows = StreamSupport.stream(stack.client().local("inbox").spliterator(), false).toList();
    for (var row : rows.reversed()) {
      if (leads.contains(row.path("lead").asText())) {
        var to = new ArrayList<String>();
        row.at("/json/to").forEach(one -> to.add(one.asText()));
        var at = TIME.format(Instant.parse(row.path("at").asText()));
        System.out.println("  " + at + "  " + to + "  " + row.path("subject").asText());
      }
    }
    System.out.println();
  }
}
