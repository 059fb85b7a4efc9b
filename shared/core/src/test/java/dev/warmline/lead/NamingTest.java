package dev.warmline.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.event.Event;
import dev.warmline.event.EventJson;
import dev.warmline.event.Profile;
import dev.warmline.event.ProfileKey;
import org.junit.jupiter.api.Test;

class NamingTest {
  private static final ProfileKey DEVICE = Profile.anonymous("a-1").orElseThrow().key();
  private static final ProfileKey JANE = Profile.user("u-1").orElseThrow().key();
  private static final ProfileKey MAIL = Profile.email("jane@example.com").orElseThrow().key();

  @Test
  void anIdentifyOfAKnownPersonClaimsItsDevice() {
    var naming = naming("identify", "browser", "\"userId\":\"u-1\",\"anonymousId\":\"a-1\"");

    assertThat(naming.self()).isEqualTo(JANE);
    assertThat(naming.claimed()).containsExactly(DEVICE);
  }

  @Test
  void aTrackWithBothIdsClaimsNothing() {
    var naming = naming("track", "server", "\"userId\":\"u-1\",\"anonymousId\":\"a-1\"");

    assertThat(naming.claimed()).isEmpty();
  }

  @Test
  void anIdentifyWithoutUserIdBelongsToTheEmailAddress() {
    var naming =
        naming(
            "identify",
            "browser",
            "\"anonymousId\":\"a-1\",\"traits\":{\"email\":\"Jane@Example.com\"}");

    assertThat(naming.self()).isEqualTo(MAIL);
    assertThat(naming.claimed()).containsExactly(DEVICE);
  }

  @Test
  void onlyAServerSaysThatAUserAndAnAddressAreOnePerson() {
    var both = "\"userId\":\"u-1\",\"traits\":{\"email\":\"jane@example.com\"}";

    assertThat(naming("identify", "server", both).same()).containsExactly(MAIL);
    assertThat(naming("identify", "browser", both).same()).isEmpty();
  }

  @Test
  void anAliasClaimsThePreviousIdAndFromAServerJoinsIt() {
    var ids = "\"userId\":\"u-1\",\"previousId\":\"a-1\"";

    assertThat(naming("alias", "browser", ids).claimed()).containsExactly(DEVICE);
    assertThat(naming("alias", "browser", ids).same()).isEmpty();
    assertThat(naming("alias", "server", ids).same())
        .containsExactly(Profile.user("a-1").orElseThrow().key());
  }

  @Test
  void idsThatNameNobodyClaimNothing() {
    var naming = naming("identify", "server", "\"userId\":\"u-1\",\"anonymousId\":\"undefined\"");

    assertThat(naming.claimed()).isEmpty();
  }

  private static Naming naming(String type, String trust, String ids) {
    Event event =
        EventJson.parse(
            "{\"id\":\"m-1\",\"type\":\"%s\",\"trust\":\"%s\",\"occurredAt\":\"2026-03-01T09:00:00Z\",%s}"
                .formatted(type, trust, ids));
    return Naming.of(event);
  }
}
