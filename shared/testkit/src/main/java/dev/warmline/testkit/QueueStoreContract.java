package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.team.Company;
import dev.warmline.team.QueueStore;
import dev.warmline.team.QueueTurns;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of the turns of queues keeps to. */
public abstract class QueueStoreContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final List<String> MEMBERS = List.of("kim", "bo");

  /** The store under test; a test starts without any turns. */
  protected abstract QueueStore store();

  @Test
  void aQueueWithoutTurnsHasNone() {
    assertThat(store().find("inbound")).isEqualTo(QueueTurns.none("inbound"));
  }

  @Test
  void whatIsWrittenIsReadAgainOneVersionOn() {
    var turns = given("l-2#1", given("l-1#1", store().find("inbound"))).closed("l-1#1").contacted();

    assertThat(store().write(turns)).isTrue();

    assertThat(store().find("inbound")).isEqualTo(turns.stored());
    assertThat(store().find("inbound").version()).isEqualTo(1);
    assertThat(store().find("outbound")).isEqualTo(QueueTurns.none("outbound"));
  }

  @Test
  void ofTwoWhoReadTheSameTheSecondIsNotWritten() {
    var before = store().find("inbound");
    store().write(given("l-1#1", before));

    assertThat(store().write(given("l-2#1", before))).isFalse();

    assertThat(store().find("inbound").find("l-1#1")).isPresent();
    assertThat(store().find("inbound").find("l-2#1")).isEmpty();
    assertThat(store().write(given("l-2#1", store().find("inbound")))).isTrue();
    assertThat(store().find("inbound").version()).isEqualTo(2);
  }

  @Test
  void asManyAsAreRememberedAreStored() {
    var turns = store().find("inbound");
    for (var lead = 0; lead < 1_000; lead++) {
      turns = given("l-aaaaaaaaaaaaaaaa" + lead + "#1", turns);
    }

    assertThat(store().write(turns)).isTrue();
    assertThat(store().find("inbound").open("kim")).isEqualTo(500);
  }

  private static QueueTurns given(String key, QueueTurns turns) {
    return turns
        .allot(
            new QueueTurns.Next(key, Optional.empty(), Optional.of(new Company(key).mark())),
            MEMBERS,
            _ -> true,
            NOON)
        .turns();
  }
}
