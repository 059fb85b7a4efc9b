package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.event.StoreUnavailable;
import dev.warmline.rule.Models;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of published models keeps to. */
public abstract class ModelsContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration AT_MOST_THIS_OLD = Duration.ofSeconds(10);

  /** The models under test; a test starts without any. */
  protected abstract Models models();

  /** Puts a model in force; loudly, or keeping quiet what came until an instant. */
  protected abstract void publish(ObjectNode source, Optional<Instant> quietBefore);

  @Test
  void withoutAPublicationTheStoreCannotAnswer() {
    assertThatThrownBy(() -> models().current(NOON)).isInstanceOf(StoreUnavailable.class);
  }

  @Test
  void theFirstPublicationHasNumberOne() {
    publish(named("b2b"), Optional.empty());

    var current = models().current(NOON);

    assertThat(current.number()).isEqualTo(1);
    assertThat(current.quietBefore()).isEqualTo(Instant.EPOCH);
    assertThat(current.model().name()).isEqualTo("b2b");
    assertThat(current.model().source()).isEqualTo(named("b2b"));
  }

  @Test
  void aNewPublicationIsSeenAfterTenSecondsAtTheLatest() {
    publish(named("b2b"), Optional.empty());
    var before = models().current(NOON);
    publish(named("b2b-strict"), Optional.of(NOON));

    var after = models().current(NOON.plus(AT_MOST_THIS_OLD));

    assertThat(before.model().name()).isEqualTo("b2b");
    assertThat(after.number()).isEqualTo(2);
    assertThat(after.quietBefore()).isEqualTo(NOON);
    assertThat(after.model().name()).isEqualTo("b2b-strict");
  }

  @Test
  void publishingAnEarlierModelAgainIsANewPublication() {
    publish(named("b2b"), Optional.empty());
    publish(named("b2b-strict"), Optional.of(NOON));
    publish(named("b2b"), Optional.empty());

    var current = models().current(NOON);

    assertThat(current.number()).isEqualTo(3);
    assertThat(current.quietBefore()).isEqualTo(NOON);
    assertThat(current.model().name()).isEqualTo("b2b");
  }

  @Test
  void anUnchangedPublicationIsNotParsedAgain() {
    publish(named("b2b"), Optional.empty());

    var first = models().current(NOON);
    var later = models().current(NOON.plusSeconds(3600));

    assertThat(later.model()).isSameAs(first.model());
  }

  /** The smallest model there is, with this name. */
  protected ObjectNode named(String name) {
    var model = EventJson.newObject().put("name", name);
    var rule = model.putObject("scores").putObject("engagement").putArray("rules").addObject();
    rule.put("id", "visit").put("points", 1).putObject("when").putArray("type").add("page");
    return model;
  }
}
