package dev.warmline.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.EventType;
import dev.warmline.event.Json;
import dev.warmline.handoff.AlertPublisher.PublishFailed;
import dev.warmline.handoff.AlertRenderer;
import dev.warmline.handoff.DigestText;
import dev.warmline.lead.Announcement;
import dev.warmline.lead.Assignment;
import dev.warmline.lead.Beside;
import dev.warmline.lead.CycleRecord;
import dev.warmline.lead.CycleRecord.Mark;
import dev.warmline.lead.Cycles;
import dev.warmline.lead.Deadlines;
import dev.warmline.lead.Notice;
import dev.warmline.lead.NoticeId;
import dev.warmline.lead.Qualification;
import dev.warmline.lead.Stage;
import dev.warmline.report.ReportWeek;
import dev.warmline.testkit.RecordingPublisher.Published;
import dev.warmline.testkit.TestEvents;
import dev.warmline.testkit.TestLeads;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What both teams are told on Monday, by records of cycles that are made by hand. */
class WeeklyDigestTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = local("2026-03-09T07:30");
  private static final ReportWeek WEEK = ReportWeek.parse("2026-W10").orElseThrow();
  private static final String MODEL =
      """
      {"name":"b2b","time-zone":"Europe/Berlin","scores":{"engagement":{"rules":[
         {"id":"visit","says":"Looked around","when":{"type":["page"]},"points":60}]}},
       "qualify":{"enter":{"score":"engagement","at-least":60}}}
      """;
  private static final String TEAM =
      """
      {"people":{
         "kim":{"name":"Kim Lee","email":"kim@corp.example","role":"sales"},
         "mia":{"name":"Mia","email":"mia@corp.example","role":"marketing"},
         "lee":{"name":"Lee Park","email":"lee@corp.example","role":"lead"}},
       "calendars":{"days":{"zone":"Europe/Berlin","open":{"mon-fri":["09:00-17:00"]}}},
       "queues":{"inbound":{"members":["kim"],"calendar":"days"},
                 "enterprise":{"members":["kim"],"calendar":"days","give":"first-to-take"}},
       "sla":[{"accept-within":"4h"}],"answer-return-within":"16h"}
      """;

  private final MemoryPipeline pipeline = new MemoryPipeline(MemoryPipeline.model(MODEL), false);
  private final KeptCycles cycles = new KeptCycles();
  private final WeeklyDigest digests =
      new WeeklyDigest(pipeline.models, pipeline.teams, pipeline.leads, cycles);
  private final SendNotices send =
      new SendNotices(
          pipeline.leads,
          pipeline.publisher,
          new AlertRenderer(Optional.empty()),
          Optional.of(digests));
  private final TickClock clock =
      new TickClock(pipeline.models, pipeline.leads, pipeline.evaluate, send, pipeline.parked);

  @Test
  void bothTeamsReadTheirWeekBesideTheFourBefore() {
    publishTheTeam();
    cycles.incomplete = 4;
    told("a", "2026-03-02T10:00", "inbound", "kim")
        .marked("accepted", "2026-03-02T12:00", Stage.SAL);
    told("b", "2026-03-06T16:00", "inbound", "kim")
        .marked("accepted", "2026-03-06T16:30", Stage.SAL);
    told("c", "2026-03-03T09:00", "inbound", "kim")
        .asking("2026-03-04T10:00", "bad-data", "2026-03-06T10:00")
        .marked("answered", "2026-03-05T10:00", Stage.RECYCLED);
    told("d", "2026-03-05T09:00", "inbound", "kim");
    waiting("e", "2026-03-05T09:00", "webinar");
    told("f", "2026-03-06T15:00", "enterprise", null);
    told("g", "2026-02-16T10:00", "inbound", "kim")
        .marked("accepted", "2026-02-16T11:00", Stage.SAL)
        .marked("qualified", "2026-02-20T11:00", Stage.SQL)
        .won("2026-03-03T11:00", 12_000, "EUR");
    told("h", "2026-02-10T10:00", "inbound", "kim")
        .asking("2026-02-11T10:00", "timing", "2026-02-13T10:00");
    told("i", "2026-01-05T10:00", "inbound", "kim")
        .marked("disqualified", "2026-01-06T10:00", Stage.DISQUALIFIED);

    assertThat(text(MONDAY))
        .isEqualTo(
            """
            Week 2026-W10, 2 Mar 2026 to 8 Mar 2026 (Europe/Berlin). In brackets the mean of the 4 weeks before.

            Sales
              announced 5 (0.5)
              accepted 2 (0.3), half of them within 30m of working time (1h), 30m by the clock (1h)
              not accepted in time 3 (0.3)
              returned 1 (0.3)

            Marketing
              asked by returns 1 (0.3)
              answered 1 (0), half of them within 8h of working time (-), 1d by the clock (-)
              not answered in time 0 (0.3)

            Left undone
              to accept, overdue: 2: %s (kim) since Thu 5 Mar 2026 13:00, %s since Fri 6 Mar 2026 19:00
              to answer, overdue: 1: %s (kim) since Fri 13 Feb 2026 10:00
              told of, without owner: 1: enterprise 1
              waiting for release: 1: import webinar 1
              lacking what is required: 4

            Returned, by reason
              1: bad-data 1
              1 of 3 that sales decided on

            Won
              %s: paid -> MQL 16 Feb 2026 -> told 16 Feb 2026 -> accepted by kim 16 Feb 2026 -> qualified by kim 20 Feb 2026 -> won by kim 3 Mar 2026, 12000 EUR

            Rules b2b version 1
            """
                .formatted(
                    TestLeads.idOf("d").value(),
                    TestLeads.idOf("f").value(),
                    TestLeads.idOf("h").value(),
                    TestLeads.idOf("g").value()));
  }

  @Test
  void whatWasTakenBackOrWasNeverSalesDoesNotCount() {
    publishTheTeam();
    told("a", "2026-03-02T10:00", "inbound", "kim")
        .marked("accepted", "2026-03-02T11:00", Stage.SAL)
        .marked("undone", "2026-03-02T11:05", Stage.MQL)
        .marked("returned", "2026-03-02T11:10", Stage.RECYCLED);
    imported("b", "2026-03-02T10:00").marked("qualified", "2026-03-03T10:00", Stage.SQL);

    assertThat(text(MONDAY))
        .contains("announced 1 (0)", "accepted 0 (0)", "returned 1 (0)", "1 of 1 that sales");
  }

  @Test
  void ofAThirdAndMoreThatComeBackTheRulesAreToBeLookedAt() {
    publishTheTeam();
    for (var i = 0; i < 20; i++) {
      var story = told("u-" + i, "2026-03-02T10:00", "inbound", "kim");
      if (i < 7) {
        story.marked("returned", "2026-03-02T11:00", Stage.RECYCLED);
      } else {
        story.marked("accepted", "2026-03-02T11:00", Stage.SAL);
      }
    }
    assertThat(text(MONDAY)).contains("7 of 20 that sales decided on\n");

    told("one-more", "2026-03-02T10:00", "inbound", "kim")
        .marked("returned", "2026-03-02T11:00", Stage.RECYCLED);
    assertThat(text(MONDAY))
        .contains("8 of 21 that sales decided on, over 35 %: recalibrate the rules together\n");
  }

  @Test
  void aQuestionIsNoneAnyMoreWhenTheLeadCameBackToSales() {
    publishTheTeam();
    told("h", "2026-02-10T10:00", "inbound", "kim")
        .asking("2026-02-11T10:00", "timing", "2026-02-13T10:00");
    assertThat(text(MONDAY)).contains("to answer, overdue: 1");

    told("h", "2026-03-02T10:00", "inbound", "kim", 2);
    assertThat(text(MONDAY)).contains("to answer, overdue: 0\n");
  }

  @Test
  void theCycleOfALeadThatIsMergedAwayEndsWithIt() {
    var one = TestEvents.page("p-1", "/").at("2026-03-02T10:00:00Z").user("u-1").build();
    var other = TestEvents.page("p-2", "/").at("2026-03-02T11:00:00Z").user("u-2").build();
    var same =
        TestEvents.event("a-1", EventType.ALIAS)
            .at("2026-03-02T12:00:00Z")
            .user("u-1")
            .with("previousId", "u-2")
            .build();
    pipeline.append(List.of(one, other, same));
    pipeline.scoreUntilDone(List.of(one, other), Instant.parse("2026-03-02T11:00:00Z"));
    var before = records();

    pipeline.scoreUntilDone(List.of(same), Instant.parse("2026-03-02T12:00:00Z"));

    assertThat(before).hasSize(2).allSatisfy(it -> assertThat(it.ended()).isEmpty());
    assertThat(records())
        .hasSize(2)
        .filteredOn(it -> it.ended().isPresent())
        .singleElement()
        .satisfies(it -> assertThat(it.mark("merged")).isPresent());
  }

  private List<CycleRecord> records() {
    return pipeline.leads.all().stream()
        .flatMap(lead -> pipeline.leads.listCycles(lead.id()).stream())
        .toList();
  }

  @Test
  void itIsSentOnceOnMondayMorningHoweverManyTicksThereAre() {
    publishTheTeam();
    tick("2026-03-04T12:00");
    tick("2026-03-04T12:01");
    new TickClock(pipeline.models, pipeline.leads, pipeline.evaluate, again(), pipeline.parked)
        .tick("another", local("2026-03-04T12:01"), 50, Set.of());
    assertThat(open()).extracting(Notice::notBefore).containsExactly(MONDAY);

    tick("2026-03-09T07:29");
    assertThat(published()).isEmpty();
    tick("2026-03-09T07:30");
    tick("2026-03-09T07:31");
    tick("2026-03-12T12:00");

    assertThat(published())
        .extracting(Published::id)
        .containsExactly(NoticeId.digestOf("2026-W10"));
    var message = published().getFirst().message();
    assertThat(message.subject())
        .isEqualTo("Week 2026-W10: 0 announced, 0 accepted, 0 returned, 0 won");
    assertThat(message.attributes())
        .containsEntry("notice", "digest")
        .containsEntry("to", "[\"role:marketing\",\"role:lead\"]");
    assertThat(open()).extracting(it -> it.id().key()).containsExactly("2026-W11");
  }

  @Test
  void aMessageThatGotLostIsSentAgainWithTheSameNumbers() {
    publishTheTeam();
    told("a", "2026-03-02T10:00", "inbound", "kim");
    tick("2026-03-04T12:00");
    pipeline.publisher.faults().failNextBefore(1);

    tick("2026-03-09T07:30");
    told("b", "2026-03-03T10:00", "inbound", "kim");
    tick("2026-03-09T08:00");

    assertThat(published()).hasSize(1);
    assertThat(published().getFirst().message().text()).contains("announced 1 (0)");
  }

  @Test
  void whereNoTeamIsPublishedNobodyHearsOfWeeks() {
    tick("2026-03-04T12:00");
    tick("2026-03-09T07:30");

    assertThat(pipeline.leads.notices()).isEmpty();
    assertThat(digests.of(WEEK, MONDAY)).isEmpty();
  }

  @Test
  void whoOnlyReactsToTheOutboxLeavesDigestsToTheClock() {
    publishTheTeam();
    tick("2026-03-04T12:00");

    var id = NoticeId.digestOf("2026-W10");
    assertThat(pipeline.send.send(id, "detect", MONDAY))
        .isInstanceOf(SendNotices.Outcome.Later.class);
    assertThat(published()).isEmpty();
  }

  @Test
  void aWeekIsNamedAsCalendarsDo() {
    assertThat(ReportWeek.parse("2026-W53").orElseThrow().monday())
        .isEqualTo(LocalDate.parse("2026-12-28"));
    assertThat(ReportWeek.parse("2025-W53")).isEmpty();
    assertThat(ReportWeek.parse("2026-W00")).isEmpty();
    assertThat(ReportWeek.of(Instant.parse("2026-03-01T23:30:00Z"), BERLIN)).isEqualTo(WEEK);
    assertThat(ReportWeek.of(Instant.parse("2026-03-01T23:30:00Z"), ZoneOffset.UTC))
        .isEqualTo(WEEK.plus(-1));
    assertThatThrownBy(() -> new ReportWeek(LocalDate.parse("2026-03-03")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private SendNotices again() {
    var others = new WeeklyDigest(pipeline.models, pipeline.teams, pipeline.leads, cycles);
    return new SendNotices(
        pipeline.leads,
        pipeline.publisher,
        new AlertRenderer(Optional.empty()),
        Optional.of(others));
  }

  private void tick(String at) {
    try {
      clock.tick("test", local(at), 50, Set.of());
    } catch (PublishFailed failed) {
      throw new AssertionError("a tick keeps what failed", failed);
    }
  }

  private List<Published> published() {
    return pipeline.publisher.published();
  }

  private List<Notice> open() {
    return pipeline.leads.notices().stream().filter(it -> !it.isClosed()).toList();
  }

  private String text(Instant now) {
    return new DigestText(digests.of(WEEK, now).orElseThrow()).text();
  }

  private void publishTheTeam() {
    try {
      pipeline.teams.publish((ObjectNode) Json.read(TEAM), local("2026-01-01T00:00"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Instant local(String at) {
    return LocalDateTime.parse(at).atZone(BERLIN).toInstant();
  }

  private Story told(String who, String at, String queue, @Nullable String owner) {
    return told(who, at, queue, owner, 1);
  }

  private Story told(String who, String at, String queue, @Nullable String owner, int number) {
    var told = new Announcement.Announced(local(at), Announcement.EVIDENCE);
    var acceptBy = local(at.substring(0, 11) + "%02d:00".formatted(hour(at) + 4));
    var hands = new Assignment(Optional.of(queue), Optional.ofNullable(owner));
    return new Story(who, number, at, told, hands, Optional.of(acceptBy));
  }

  /** Nothing in these stories is announced so late that four hours more are another day. */
  private static int hour(String at) {
    return Integer.parseInt(at.substring(11, 13));
  }

  private void waiting(String who, String at, String list) {
    var reason = Announcement.Reason.IMPORT;
    var waits = new Announcement.Waiting(local(at), reason, Optional.of(list));
    new Story(who, 1, at, waits, Assignment.NONE, Optional.empty());
  }

  private Story imported(String who, String at) {
    var told = new Announcement.Announced(local(at), "imported");
    return new Story(who, 1, at, told, Assignment.NONE, Optional.empty());
  }

  /** The record of a cycle as it grows. */
  private final class Story {
    private final String who;
    private CycleRecord record;

    Story(
        String who,
        int number,
        String at,
        Announcement announcement,
        Assignment hands,
        Optional<Instant> acceptBy) {
      this.who = who;
      this.record =
          new CycleRecord(
              number,
              local(at),
              "engagement is at least 60",
              qualification(),
              announcement,
              Optional.empty(),
              hands,
              new Deadlines(acceptBy, Optional.empty(), Optional.empty()),
              List.of());
      cycles.put(who, record);
    }

    private static Qualification qualification() {
      var card = EventJson.newObject();
      card.putObject("leadSource").put("first", "paid");
      var like = TestLeads.qualification();
      return new Qualification(
          card,
          like.traits(),
          List.of(),
          like.tier(),
          1,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          BERLIN,
          Beside.NOTHING);
    }

    Story marked(String act, String at, Stage to) {
      return marked(act, at, to, EventJson.newObject());
    }

    Story asking(String at, String reason, String answerBy) {
      var details = EventJson.newObject().put("reason", reason);
      details.put(CycleRecord.ANSWER_BY, local(answerBy).toString());
      return marked("returned", at, Stage.RECYCLED, details);
    }

    Story won(String at, int value, String currency) {
      var details = EventJson.newObject().put("value", value).put("currency", currency);
      return marked("won", at, Stage.CUSTOMER, details);
    }

    private Story marked(String act, String at, Stage to, ObjectNode details) {
      var marks = new ArrayList<>(record.marks());
      marks.add(new Mark(act, local(at), "kim", to, act, details));
      record =
          new CycleRecord(
              record.number(),
              record.opened(),
              record.why(),
              record.qualification(),
              record.announcement(),
              record.announced(),
              record.hands(),
              record.deadlines(),
              marks);
      cycles.put(who, record);
      return this;
    }
  }

  /** Records in memory, found as the store finds them. */
  private static final class KeptCycles implements Cycles {
    private final List<Kept> all = new ArrayList<>();
    private int incomplete;

    void put(String who, CycleRecord record) {
      var lead = TestLeads.idOf(who);
      all.removeIf(it -> it.lead().equals(lead) && it.record().number() == record.number());
      all.add(new Kept(lead, record));
    }

    @Override
    public int goingOn(int limit, Consumer<Kept> each) {
      return give(all.stream().filter(it -> it.record().ended().isEmpty()).toList(), limit, each);
    }

    @Override
    public int ended(LocalDate monday, int limit, Consumer<Kept> each) {
      var then =
          all.stream()
              .filter(
                  it ->
                      it.record().ended().stream()
                          .anyMatch(
                              at -> ReportWeek.of(at, ZoneOffset.UTC).monday().equals(monday)))
              .toList();
      return give(then, limit, each);
    }

    private static int give(List<Kept> found, int limit, Consumer<Kept> each) {
      found.stream().limit(limit).forEach(each);
      return Math.min(found.size(), limit);
    }

    @Override
    public int incomplete(int limit) {
      return Math.min(incomplete, limit);
    }
  }
}
