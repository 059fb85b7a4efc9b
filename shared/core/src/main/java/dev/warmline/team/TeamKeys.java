package dev.warmline.team;

import dev.warmline.event.EmailAddress;
import dev.warmline.rule.Block;
import dev.warmline.rule.Key;
import dev.warmline.rule.Shape;
import dev.warmline.rule.Shape.Items;
import dev.warmline.rule.Shape.Named;
import dev.warmline.rule.Shape.WordOr;
import dev.warmline.rule.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The keys of a team file, from which those of all its blocks are reached. */
public final class TeamKeys extends Block<Team> {
  /** The words of the tiers, the more urgent first. */
  public static final List<String> TIERS = List.of("hot", "warm");

  /** The longest that anybody may have. */
  static final Shape<Duration> TIME = new Value.Span(false, Duration.ofDays(366));

  /** How Slack names a person. */
  private static final String MEMBER = "[UW][A-Z0-9]{2,30}";

  static final Shape<String> NAME = new Value.Name();
  static final Shape<String> SHORT = new Value.Text(64);

  /** The description of the whole file. */
  public static final Block<Team> FILE = new TeamKeys();

  private final Key<Map<String, Function<String, TeamMember>>> people =
      must("people", "the people of both teams, by an id", new Named<>("people", new PersonKeys()));
  private final Key<Map<String, String>> leaves =
      may(
          "leaves",
          "people who are gone, and who gets their leads",
          new Named<>("leaves", new LeaveKeys()),
          Map.of(),
          null);
  private final Key<Map<String, Optional<WorkingCalendar>>> calendars =
      may(
          "calendars",
          "when people work, by a name",
          new Named<>("calendars", new CalendarKeys()),
          Map.of(),
          null);
  private final Key<Map<String, Function<String, TeamQueue>>> queues =
      must("queues", "where leads wait, by a name", new Named<>("queues", new QueueKeys()));
  private final Key<Optional<String>> customers =
      may("customers", "the queue of leads whose company is a customer already", SHORT);
  private final Key<List<ServiceLevel>> sla =
      list("sla", "how long sales has; the first that fits", new Items<>("sla", new SlaKeys(), 1));
  private final Key<Optional<Duration>> answer =
      may(
          "answer-return-within",
          "how long marketing has to answer a returned lead, in working time",
          TIME);

  private TeamKeys() {
    super("a team");
  }

  @Override
  protected Team make(Values in) {
    var open = new LinkedHashMap<String, WorkingCalendar>();
    in.get(calendars).forEach((name, it) -> it.ifPresent(calendar -> open.put(name, calendar)));
    return new Team(
        named(in.get(people)),
        in.get(leaves),
        open,
        named(in.get(queues)),
        in.get(customers),
        in.get(sla),
        in.get(answer));
  }

  private static <V> Map<String, V> named(Map<String, Function<String, V>> unnamed) {
    var named = new LinkedHashMap<String, V>();
    unnamed.forEach((name, of) -> named.put(name, of.apply(name)));
    return named;
  }

  private static final class PersonKeys extends Block<Function<String, TeamMember>> {
    private final Key<String> name = must("name", "as colleagues and leads know them", SHORT);
    private final Key<EmailAddress> email =
        must(
            "email",
            "where mail finds them and by what they sign in",
            new Value.Formed<>(
                "[^@\\s]+@[^@\\s]+",
                "an e-mail address such as kim@corp.example",
                EmailAddress::parse));
    private final Key<Role> role =
        must(
            "role",
            "what they do, and so may do",
            new WordOr<>(Role.words(), word -> Role.parse(word).orElseThrow(), "", List.of()));
    private final Key<Optional<String>> slack =
        may(
            "slack",
            "their member id in Slack",
            new Value.Formed<>(
                MEMBER,
                "a member id such as U0123ABCD: in Slack under Profile, Copy member ID",
                id -> Optional.of(id).filter(it -> it.matches(MEMBER))));
    private final Key<List<Away>> away =
        list(
            "away",
            "when they get no leads",
            new Items<>(
                "absences",
                new Value.Formed<>(
                    Away.FORM, "a time away such as 2026-08-03..2026-08-14", Away::parse),
                0));

    PersonKeys() {
      super("a person");
    }

    @Override
    protected Function<String, TeamMember> make(Values in) {
      return id ->
          new TeamMember(
              id, in.get(name), in.get(email), in.get(role), in.get(slack), in.get(away));
    }
  }

  private static final class LeaveKeys extends Block<String> {
    private final Key<String> to = must("to", "the queue that gets their leads", SHORT);

    LeaveKeys() {
      super("a leave");
    }

    @Override
    protected String make(Values in) {
      return in.get(to);
    }
  }

  private static final class SlaKeys extends Block<ServiceLevel> {
    private final Key<Optional<String>> tier =
        may(
            "tier",
            "for leads of this tier; for all others if absent",
            new WordOr<>(TIERS, word -> word, "", List.of()));
    private final Key<Optional<Duration>> accept =
        may("accept-within", "how long sales has to accept, in working time", TIME);
    private final Key<Optional<Duration>> contact =
        may("contact-within", "how long an owner has to make contact, in working time", TIME);

    SlaKeys() {
      super("a row of `sla`");
    }

    @Override
    protected ServiceLevel make(Values in) {
      return new ServiceLevel(in.get(tier), in.get(accept), in.get(contact));
    }
  }
}
