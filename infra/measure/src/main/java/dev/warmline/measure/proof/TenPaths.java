package dev.warmline.measure.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What becomes of each of ten leads, and when who does what. */
final class TenPaths {
  /** By whoever has the lead. */
  static final String OWNER = "OWNER";

  /** In an act: a colleague of whoever has it. */
  static final String OTHER = "OTHER";

  /** When all is over; whoever was accepted after two hours has some time left then. */
  static final Duration END = Duration.parse("P3DT1H30M");

  private static final String ACCEPTED = "{\"act\":\"accepted\"}";

  private TenPaths() {}

  /** Where a path ends, and what is told on the way. */
  enum Path {
    WON("accepted, qualified, won; asks for something", "Customer 1", "qualified", "signal"),
    RETURNED(
        "returned, and answered by marketing", "Recycled 1", "qualified", "returned", "answered"),
    OVERDUE(
        "overdue, passed on to a colleague at 150 %",
        "SAL 1", "qualified", "reminder", "overdue", "reassigned"),
    EXPIRED("nobody works it", "Recycled 1", "qualified", "overdue", "unworked"),
    RELEASED("waits, and is released", "SAL 1", "qualified"),
    PROMISED("returned until a day, which comes", "SAL 2", "qualified", "returned"),
    UNCONTACTED("accepted, and nobody calls", "Recycled 1", "qualified", "uncontacted", "unworked"),
    DISQUALIFIED("out for good", "Disqualified 1", "qualified"),
    UNDONE("accepted, undone, accepted", "SAL 1", "qualified"),
    GIVEN("given to a colleague, who accepts", "SAL 1", "qualified", "reassigned");

    private final String words;
    private final String end;
    private final String told;

    Path(String words, String end, String... told) {
      this.words = words;
      this.end = end;
      this.told = String.join(" ", told);
    }

    /** What happens, for people. */
    String words() {
      return words;
    }

    /** Stage and cycle at the end. */
    String end() {
      return end;
    }

    /** The kinds of notices that must have come. */
    Set<String> told() {
      return Set.of(told.split(" "));
    }
  }

  /** One thing that is done, so long after the beginning. */
  record Step(Duration after, Path path, String by, String act) {}

  /** All of them, in their order. */
  static List<Step> steps(Instant begun) {
    var until = begun.plus(Duration.parse("PT50H"));
    return Stream.of(
            step("PT1H", Path.WON, OWNER, ACCEPTED),
            step("PT1H", Path.RETURNED, OWNER, ACCEPTED),
            step("PT1H", Path.RELEASED, "lee", "{\"act\":\"released\"}"),
            step("PT1H", Path.PROMISED, OWNER, ACCEPTED),
            step("PT1H", Path.UNCONTACTED, OWNER, ACCEPTED),
            step("PT1H", Path.DISQUALIFIED, OWNER, disqualified()),
            step("PT1H", Path.UNDONE, OWNER, ACCEPTED),
            step("PT1H", Path.GIVEN, "lee", "{\"act\":\"assigned\",\"owner\":\"OTHER\"}"),
            step("PT1H5M", Path.UNDONE, OWNER, "{\"act\":\"undone\"}"),
            step("PT2H", Path.WON, OWNER, "{\"act\":\"contacted\",\"how\":\"phone\"}"),
            step("PT2H", Path.RETURNED, OWNER, returned()),
            step("PT2H", Path.PROMISED, OWNER, promised(until)),
            step("PT2H", Path.RELEASED, OWNER, ACCEPTED),
            step("PT2H", Path.UNDONE, OWNER, ACCEPTED),
            step("PT2H", Path.GIVEN, OWNER, ACCEPTED),
            step("PT3H", Path.RETURNED, "mia", "{\"act\":\"answered\",\"answer\":\"mended\"}"),
            step("PT7H", Path.OVERDUE, OWNER, ACCEPTED),
            step("P1D", Path.WON, OWNER, qualified()),
            step("PT52H", Path.PROMISED, OWNER, ACCEPTED),
            step("P3D", Path.WON, OWNER, "{\"act\":\"won\",\"value\":9000,\"currency\":\"EUR\"}"),
            step("P3DT1H", Path.WON, "", "{\"event\":\"Demo Requested\"}"))
        .sorted(Comparator.comparing(Step::after))
        .toList();
  }

  private static Step step(String after, Path path, String by, String act) {
    return new Step(Duration.parse(after), path, by, act);
  }

  private static String disqualified() {
    return "{\"act\":\"disqualified\",\"reason\":\"not-a-fit\"}";
  }

  private static String returned() {
    return "{\"act\":\"returned\",\"reason\":\"bad-data\",\"note\":\"no such number\"}";
  }

  private static String promised(Instant until) {
    return "{\"act\":\"returned\",\"reason\":\"timing\",\"until\":\"" + until + "\"}";
  }

  private static String qualified() {
    return "{\"act\":\"qualified\",\"bant\":{\"budget\":{\"answer\":\"yes\",\"text\":\"9000\"}}}";
  }
}
