package dev.warmline.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import dev.warmline.testkit.MemoryQueueStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Team BEFORE = team("kim", "sam", "");
  private final MemoryQueueStore store = new MemoryQueueStore();

  @Test
  void whoHasOpenLeadsCannotJustVanish() {
    store.write(
        store.find("inbound").assigned("l-1#1", "sam", NOON).assigned("l-2#1", "sam", NOON));

    assertThat(Succession.problems(BEFORE, team("kim", "bo", ""), store))
        .containsExactly(
            "sam is no longer among people but has 2 open leads:"
                + " say who gets them, leaves: { sam: { to: QUEUE } }");
  }

  @Test
  void whoIsNamedUnderLeavesMayGo() {
    store.write(store.find("inbound").assigned("l-1#1", "sam", NOON));

    var next = team("kim", "bo", ",\"leaves\":{\"sam\":{\"to\":\"inbound\"}}");

    assertThat(Succession.problems(BEFORE, next, store)).isEmpty();
  }

  @Test
  void whoHasNothingOpenMayGo() {
    store.write(store.find("inbound").assigned("l-1#1", "sam", NOON).closed("l-1#1"));

    assertThat(Succession.problems(BEFORE, team("kim", "bo", ""), store)).isEmpty();
  }

  private static Team team(String one, String other, String more) {
    var person = "\"%s\":{\"name\":\"%1$s\",\"email\":\"%1$s@corp.example\",\"role\":\"sales\"}";
    var text =
        "{\"people\":{%s,%s},\"queues\":{\"inbound\":{\"members\":[\"%s\"]}}%s}"
            .formatted(person.formatted(one), person.formatted(other), one, more);
    try {
      return Team.of((ObjectNode) Json.read(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
