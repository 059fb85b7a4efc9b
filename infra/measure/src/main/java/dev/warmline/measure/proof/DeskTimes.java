package dev.warmline.measure.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long the desk takes to its first byte, and that neither queue nor history slow it down. */
@Command(
    name = "desk",
    mixinStandardHelpOptions = true,
    description =
        "Time to the first byte of the desk's pages and API: a queue of 2,000 open leads beside"
            + " one of 50, and leads with 10, 1,000 and 10,000 events.")
final class DeskTimes implements Callable<Integer> {
  private static final Duration WORK_OFF = Duration.ofMinutes(15);
  private static final int FEW_EVENTS = 10;

  /** More than a page shows, and as many as the API gives at once. */
  private static final int FEW = 50;

  private static final String SMALL_QUEUE = "enterprise-ae";
  private static final String LARGE_QUEUE = "inbound-sdr";
  private static final int ONE_REQUEST = 500;

  /** What grows with nothing may still be off by this much on a machine that does other things. */
  private static final double FLAT = 1.5;

  /** Ten times the events may take ten times as long, and what is the same for all beside. */
  private static final double IN_LINE = 15;

  @Option(names = "--requests", defaultValue = "300", description = "of each kind")
  private int requests;

  @Option(names = "--timelines", defaultValue = "50", description = "requests that read the log")
  private int timelines;

  @Option(names = "--leads", defaultValue = "2000", description = "open in the large queue")
  private int leads;

  @Option(names = "--events", defaultValue = "10000", description = "of the longest history")
  private int most;

  private final Claims claims = new Claims(System.out);
  private final Map<String, FirstBytes> times = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    var folder = Files.createTempDirectory("warmline-desk");
    try (var stack = StackProcess.start(folder)) {
      var client = new Client(stack.address());
      var begun = System.nanoTime();
      for (var events : histories()) {
        visits(client, user(events), events, 450);
      }
      visits(client, "large", 4, 1_500);
      client.awaitIdle(WORK_OFF);
      var seeded = new OpenLeads(client.local("about"));
      seeded.fill(LARGE_QUEUE, lead(client, user(FEW_EVENTS)), leads);
      seeded.fill(SMALL_QUEUE, lead(client, "large"), FEW);
      client.awaitIdle(WORK_OFF);
      System.out.printf(
          "%d processors, load %.1f; seeded in %.0f s%n",
          Runtime.getRuntime().availableProcessors(),
          ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
          (System.nanoTime() - begun) / 1e9);
      measure(client, new DeskVisitor(stack.address(), client));
    }
    return claims.exitCode();
  }

  private void measure(Client client, DeskVisitor visitor) throws Exception {
    var quick = new ArrayList<String>();
    for (var queue : List.of(SMALL_QUEUE, LARGE_QUEUE)) {
      quick.add(add("queue page, " + words(queue), "/desk/queue?queue=" + queue));
      quick.add(add("queue by API, " + words(queue), "/api/v1/queue?queue=" + queue));
    }
    var slow = new ArrayList<String>();
    for (var events : histories()) {
      var id = lead(client, user(events));
      var of = words(events);
      quick.add(add("lead page, " + of, "/desk/leads/" + id));
      quick.add(add("lead by API, " + of, "/api/v1/leads/" + id + "?first"));
      slow.add(add("lead page event by event, " + of, "/desk/leads/" + id + "?did=yes"));
      slow.add(add("timeline by API, " + of, "/api/v1/leads/" + id + "?first&timeline"));
    }
    inTurn(visitor, quick, requests);
    inTurn(visitor, slow, timelines);
    FirstBytes.print(System.out, times.values());
    for (var what : List.of("queue page, ", "queue by API, ")) {
      grows(what + words(SMALL_QUEUE), what + words(LARGE_QUEUE), FLAT);
    }
    for (var what : List.of("lead page, ", "lead by API, ")) {
      grows(what + words(FEW_EVENTS), what + words(most), FLAT);
    }
    for (var what : List.of("lead page event by event, ", "timeline by API, ")) {
      grows(what + words(most / 10), what + words(most), IN_LINE);
    }
  }

  private List<Integer> histories() {
    return List.of(FEW_EVENTS, most / 10, most);
  }

  private String words(String queue) {
    return (queue.equals(LARGE_QUEUE) ? leads : FEW) + " open leads";
  }

  private static String words(int events) {
    return events + " events";
  }

  private FirstBytes of(String what) {
    return Objects.requireNonNull(times.get(what));
  }

  private String add(String what, String path) {
    times.put(what, new FirstBytes(what, path));
    return what;
  }

  /** One after the other, so that whatever else the machine does falls on all alike. */
  private void inTurn(DeskVisitor visitor, List<String> kinds, int count) throws Exception {
    var all = kinds.stream().map(this::of).toList();
    for (var round = 0; round < count / 5; round++) {
      for (var one : all) {
        one.warmUp(visitor);
      }
    }
    for (var round = 0; round < count; round++) {
      for (var one : all) {
        one.ask(visitor);
      }
    }
  }

  private void grows(String from, String to, double limit) {
    var before = of(from).median();
    var after = of(to).median();
    var claim =
        "%s: at most %.1f times %s, it is %.2f times".formatted(to, limit, from, after / before);
    claims.holds(claim, 1, after <= limit * before ? List.of() : List.of(after + " ms"));
  }

  private static String user(int events) {
    return "visitor-" + events;
  }

  private static String lead(Client client, String user) throws Exception {
    return client.lead(user).path("lead").asText();
  }

  /**
   * A device looks around for months, then somebody says who they are and asks for a demo: sales
   * has them from then on.
   */
  private static void visits(Client client, String user, int events, int employees)
      throws Exception {
    var sent = new ArrayList<Sent>();
    for (var number = 0; number < events - 2; number++) {
      var page = event("page", user, number, events);
      page.putObject("properties")
          .put("path", number % 50 == 0 ? "/pricing" : "/articles/" + number % 400)
          .put("title", "Article " + number % 400);
      sent.add(new Sent(Client.SERVER_KEY, page));
    }
    var who = event("identify", user, events - 2, events).put("userId", user);
    who.putObject("traits")
        .put("email", WeekStack.address(user))
        .put("name", "Visitor of " + events)
        .put("company", "Company " + user)
        .put("role", "Head of operations")
        .put("employees", employees);
    sent.add(new Sent(Client.SERVER_KEY, who));
    var asks = event("track", user, events - 1, events).put("userId", user);
    sent.add(new Sent(Client.SERVER_KEY, asks.put("event", "Demo Requested")));
    for (var from = 0; from < events; from += ONE_REQUEST) {
      var batch = Sent.Request.batch(sent.subList(from, Math.min(from + ONE_REQUEST, events)));
      new Senders(client, List.of(batch)).send(1, _ -> {});
    }
  }

  /** The last is of now, the ones before a quarter of an hour apart. */
  private static ObjectNode event(String type, String user, int number, int of) {
    var at = Instant.now().minus(Duration.ofMinutes(15L * (of - 1 - number)));
    var event = Client.MAPPER.createObjectNode().put("type", type);
    event.put("anonymousId", "device of " + user).put("messageId", user + "-" + number);
    return event.put("timestamp", at.toString());
  }
}
