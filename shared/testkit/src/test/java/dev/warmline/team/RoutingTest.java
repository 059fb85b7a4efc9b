package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.team.Routing.Asked;
import dev.warmline.team.Routing.KnownCompany;
import dev.warmline.team.Routing.Routed;
import dev.warmline.testkit.MemoryQueueStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant NEXT_MONDAY = Instant.parse("2026-03-09T09:00:00Z");
  private static final String PEOPLE =
      """
      "kim":{"name":"Kim","email":"kim@corp.example","role":"sales"},
      "bo":{"name":"Bo","email":"bo@corp.example","role":"sales"},
      "ana":{"name":"Ana","email":"ana@corp.example","role":"sales","away":["2026-03-02..2026-03-06"]}
      """;

  private final MemoryQueueStore store = new MemoryQueueStore();
  private final Routing routing = new Routing(store);

  @Test
  void membersTakeTurnsInTheOrderOfTheFile() {
    var team = team("\"inbound\":{\"members\":[\"kim\",\"bo\"]}");

    assertThat(owners(team, 5)).containsExactly("kim", "bo", "kim", "bo", "kim");
  }

  @Test
  void whoAsksAgainGetsTheSameAnswer() {
    var team = team("\"inbound\":{\"members\":[\"kim\",\"bo\"]}");
    var first = route(team, lead("l-1#1"));

    owners(team, 7);

    assertThat(route(team, lead("l-1#1"))).isEqualTo(first);
  }

  @Test
  void whoIsAwayIsPassedOverAndOwedNothing() {
    var team = team("\"inbound\":{\"members\":[\"ana\",\"kim\"]}");

    assertThat(owners(team, 4)).containsOnly("kim");

    var later = new ArrayList<String>();
    for (var lead = 10; lead < 14; lead++) {
      later.add(routing.route(team, lead("l-" + lead + "#1"), NEXT_MONDAY).owner().orElseThrow());
    }
    assertThat(later).containsExactly("ana", "kim", "ana", "kim");
  }

  @Test
  void nobodyGetsMoreThanTheyCanTakeOrWhatTheyReturned() {
    var team = team("\"inbound\":{\"members\":[\"kim\",\"bo\"],\"capacity\":1}");
    var returned = new Asked("l-1#1", Optional.of("inbound"), Set.of("kim"), Optional.empty());

    assertThat(route(team, returned).owner()).contains("bo");
    assertThat(route(team, lead("l-2#1")).owner()).contains("kim");
    assertThat(route(team, lead("l-3#1")))
        .isEqualTo(new Routed(Optional.of("inbound"), Optional.empty()));

    store.write(store.find("inbound").closed("l-1#1"));

    assertThat(route(team, lead("l-3#1")).owner()).as("the place that became free").contains("bo");
  }

  @Test
  void whatComesBackToAQueueIsGivenToNobodyWhoIsFullByThen() {
    var team = team("\"inbound\":{\"members\":[\"kim\",\"bo\"],\"capacity\":1}");
    assertThat(route(team, lead("l-9#1")).owner()).contains("kim");
    store.write(store.find("inbound").closed("l-9#1"));
    assertThat(owners(team, 2)).as("others, once it went elsewhere").contains("kim", "bo");

    assertThat(route(team, lead("l-9#1")))
        .isEqualTo(new Routed(Optional.of("inbound"), Optional.empty()));
  }

  @Test
  void whatSomebodyWasToHaveAndNeverGotIsNoReasonToGiveThemWhatTheyMayNotHave() {
    var team = team("\"inbound\":{\"members\":[\"kim\",\"bo\",\"ana\"],\"capacity\":1}");
    assertThat(route(team, lead("l-9#1")).owner()).contains("kim");

    for (var leftBehind : List.of("ana", "gone", "kim")) {
      store.write(store.find("inbound").assigned("l-1#1", leftBehind, MONDAY));
      assertThat(route(team, lead("l-1#1")).owner()).as("not " + leftBehind).contains("bo");
    }
    store.write(store.find("inbound").assigned("l-1#1", "bo", MONDAY));
    assertThat(route(team, lead("l-1#1")).owner()).as("they may have it").contains("bo");
  }

  @Test
  void whereALeadGoesOnWhatWasLeftInAnotherQueueIsNoAnswerEither() {
    var team =
        team(
            "\"inbound\":{\"members\":[\"ana\"],\"when-all-away\":{\"fallback\":\"rest\"}},"
                + "\"rest\":{\"members\":[\"bo\"]}");
    store.write(store.find("inbound").assigned("l-1#1", "ana", MONDAY));

    assertThat(route(team, lead("l-1#1")))
        .isEqualTo(new Routed(Optional.of("rest"), Optional.of("bo")));
  }

  @Test
  void whileAllAreAwayALeadWaitsGoesOnOrIsGivenAnyway() {
    var hold = team("\"inbound\":{\"members\":[\"ana\"]}");
    var anyway = team("\"inbound\":{\"members\":[\"ana\"],\"when-all-away\":\"anyway\"}");
    var fallback =
        team(
            "\"inbound\":{\"members\":[\"ana\"],\"when-all-away\":{\"fallback\":\"rest\"}},"
                + "\"rest\":{\"members\":[\"bo\"]}");

    assertThat(route(hold, lead("l-1#1")))
        .isEqualTo(new Routed(Optional.of("inbound"), Optional.empty()));
    assertThat(route(anyway, lead("l-1#1")).owner()).contains("ana");
    assertThat(route(fallback, lead("l-2#1")))
        .isEqualTo(new Routed(Optional.of("rest"), Optional.of("bo")))
        .as("also once ana is back")
        .isEqualTo(routing.route(fallback, lead("l-2#1"), NEXT_MONDAY));
  }

  @Test
  void theSameCompanyStaysWithWhoHasItWithoutCostingThemATurn() {
    var team =
        team("\"inbound\":{\"members\":[\"kim\",\"bo\"]},\"large\":{\"members\":[\"bo\",\"kim\"]}");
    var known = new KnownCompany(Optional.of("bo"), Optional.of("large"), false);
    var colleague = new Asked("l-1#1", Optional.of("inbound"), Set.of(), Optional.of(known));

    assertThat(route(team, colleague))
        .isEqualTo(new Routed(Optional.of("large"), Optional.of("bo")));
    assertThat(store.find("large").takers()).isEmpty();
    assertThat(store.find("large").open("bo")).isEqualTo(1);
  }

  @Test
  void aCompanyWhoseOwnerIsAwayIsRoutedLikeAnyOther() {
    var team = team("\"inbound\":{\"members\":[\"kim\"]},\"large\":{\"members\":[\"ana\"]}");
    var known = new KnownCompany(Optional.of("ana"), Optional.of("large"), false);

    assertThat(
            route(team, new Asked("l-1#1", Optional.of("inbound"), Set.of(), Optional.of(known))))
        .isEqualTo(new Routed(Optional.of("inbound"), Optional.of("kim")));
  }

  @Test
  void theCompanyOfACustomerGoesToTheQueueForCustomers() {
    var team =
        team(
            "\"inbound\":{\"members\":[\"kim\"]},\"accounts\":{\"members\":[\"bo\"]}},"
                + "\"customers\":\"accounts\",\"leaves\":{");
    var known = new KnownCompany(Optional.empty(), Optional.empty(), true);

    assertThat(
            route(team, new Asked("l-1#1", Optional.of("inbound"), Set.of(), Optional.of(known))))
        .isEqualTo(new Routed(Optional.of("accounts"), Optional.of("bo")));
  }

  @Test
  void whereTheCrmOrTheFirstToTakeItDecidesALeadHasAQueueAndNoOwner() {
    var team =
        team(
            "\"inbound\":{\"owner\":\"crm\"},"
                + "\"open\":{\"members\":[\"kim\"],\"give\":\"first-to-take\"}");
    var open = new Asked("l-2#1", Optional.of("open"), Set.of(), Optional.empty());

    assertThat(route(team, lead("l-1#1")))
        .isEqualTo(new Routed(Optional.of("inbound"), Optional.empty()));
    assertThat(route(team, open)).isEqualTo(new Routed(Optional.of("open"), Optional.empty()));
  }

  @Test
  void aQueueThatTheTeamDoesNotKnowHasNobody() {
    var team = team("\"inbound\":{\"members\":[\"kim\"]}");

    assertThat(route(team, new Asked("l-1#1", Optional.of("gone"), Set.of(), Optional.empty())))
        .isEqualTo(new Routed(Optional.of("gone"), Optional.empty()));
    assertThat(route(team, new Asked("l-1#1", Optional.empty(), Set.of(), Optional.empty())))
        .isEqualTo(new Routed(Optional.empty(), Optional.empty()));
  }

  @Test
  void aHundredAmongTroubleAreGivenAsAHundredWithoutAny() {
    var team = team("\"inbound\":{\"members\":[\"kim\",\"bo\"],\"capacity\":60}");
    var expected = owners(team, 100);
    var troubled = new MemoryQueueStore();
    var owners = new ArrayList<String>();

    for (var lead = 0; lead < 100; lead++) {
      troubled.faults().failNextBefore(lead % 3);
      troubled.faults().failNextAfter(lead % 2);
      owners.add(persistent(new Routing(troubled), team, lead("l-" + lead + "#1")));
    }

    assertThat(owners).isEqualTo(expected);
    assertThat(troubled.find("inbound").open("kim")).isEqualTo(50);
  }

  @Test
  void whoNeverComesToWriteSaysSo() {
    var never =
        new QueueStore() {
          @Override
          public QueueTurns find(String queue) {
            return QueueTurns.none(queue);
          }

          @Override
          public boolean write(QueueTurns turns) {
            return false;
          }
        };
    var team = team("\"inbound\":{\"members\":[\"kim\"]}");

    assertThatThrownBy(() -> new Routing(never).route(team, lead("l-1#1"), MONDAY))
        .isInstanceOf(StoreUnavailable.class);
  }

  private static String persistent(Routing routing, Team team, Asked lead) {
    while (true) {
      try {
        return routing.route(team, lead, MONDAY).owner().orElseThrow();
      } catch (StoreUnavailable again) {
        assertThat(again).hasMessageContaining("a queue");
      }
    }
  }

  private List<String> owners(Team team, int leads) {
    var owners = new ArrayList<String>();
    for (var lead = 0; lead < leads; lead++) {
      owners.add(route(team, lead("l-" + lead + "#1")).owner().orElseThrow());
    }
    return owners;
  }

  private Routed route(Team team, Asked lead) {
    return routing.route(team, lead, MONDAY);
  }

  private static Asked lead(String key) {
    return new Asked(key, Optional.of("inbound"), Set.of(), Optional.empty());
  }

  private static Team team(String queues) {
    var text = "{\"people\":{" + PEOPLE + "},\"queues\":{" + queues + "}}";
    try {
      return Team.of((ObjectNode) Json.read(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
