package dev.warmline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.DailyLimit;
import dev.warmline.event.Source;
import dev.warmline.event.SourceForm;
import dev.warmline.event.Sources;
import dev.warmline.event.Trust;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every list of sources keeps to. */
public abstract class SourcesContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration AT_MOST_THIS_OLD = Duration.ofMinutes(1);

  /** The sources under test; a test starts without any. */
  protected abstract Sources sources();

  /** Lets a source send with this key. */
  protected abstract void put(String writeKey, Source source);

  @Test
  void aSourceIsFoundByItsWriteKey() {
    var source = new Source("website", Trust.BROWSER, Set.of("https://acme.example"), 5_000);
    assertThat(source.dailyLimit()).isEqualTo(new DailyLimit(5_000, 20_000));
    put("key-1", source);
    put("key-2", Source.of("crm", Trust.SERVER));

    assertThat(sources().find("key-1", NOON)).contains(source);
    assertThat(sources().find("key-2", NOON)).contains(Source.of("crm", Trust.SERVER));
  }

  @Test
  void aSourceKeepsItsMarkAndHowItsFormsAreReadAndAnswered() {
    var form = new SourceForm(Map.of("mail", "email"), List.of("/thanks", "https://a.example/ok"));
    var source = new Source("landing", Trust.BROWSER, Set.of(), DailyLimit.NONE, true, form);
    put("key-1", source);

    assertThat(sources().find("key-1", NOON)).contains(source);
  }

  @Test
  void anUnknownKeyAndAnEmptyOneFindNothing() {
    assertThat(sources().find("no-such-key", NOON)).isEmpty();
    assertThat(sources().find("", NOON)).isEmpty();
  }

  @Test
  void aChangeIsSeenAfterAMinuteAtTheLatest() {
    put("key-1", Source.of("website", Trust.BROWSER));
    var before = sources().find("key-1", NOON);
    put("key-1", Source.of("shop", Trust.BROWSER));

    var after = sources().find("key-1", NOON.plus(AT_MOST_THIS_OLD));

    assertThat(before).contains(Source.of("website", Trust.BROWSER));
    assertThat(after).contains(Source.of("shop", Trust.BROWSER));
  }

  @Test
  void aNewKeyIsSeenAfterAMinuteAtTheLatest() {
    var before = sources().find("key-1", NOON);
    put("key-1", Source.of("website", Trust.BROWSER));

    var after = sources().find("key-1", NOON.plus(AT_MOST_THIS_OLD));

    assertThat(before).isEmpty();
    assertThat(after).isPresent();
  }
}
