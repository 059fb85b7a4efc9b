package dev.warmline.functions.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.warmline.event.Json;
import dev.warmline.testkit.TestEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who leads a team takes away and erases what is kept about a person, on the page of the lead. */
class KeptPageTest {
  private final Desk desk = new Desk();
  private final Browser kim = Browser.of(desk, "kim");
  private final Browser lee = Browser.of(desk, "lee");

  @Test
  void everythingThatIsKeptComesAsOneFile() throws JsonProcessingException {
    desk.qualified("adelheid");

    var file = lee.get("/desk/leads/adelheid/kept");

    assertThat(lee.get("/desk/leads/adelheid").html()).contains("/kept\" download");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"" + desk.lead("adelheid").id().value() + ".json\"");
    assertThat(file.header("Cache-Control")).contains("no-store");
    assertThat(Json.read(file.html()).path("records").size()).isGreaterThan(5);
  }

  @Test
  void halfAFileIsNotTakenForAll() {
    desk.qualified("adelheid");
    for (var n = 0; n < 120; n++) {
      desk.stores
          .eventLog()
          .append(
              List.of(
                  TestEvents.page("large-" + n, "/a")
                      .user("adelheid")
                      .property("text", "x".repeat(20_000))
                      .build()));
    }

    var file = lee.get("/desk/leads/adelheid/kept");

    assertThat(file.status()).isEqualTo(413);
    assertThat(file.html()).contains("warmline lead export " + desk.lead("adelheid").id().value());
  }

  @Test
  void whoIsSureErases() {
    desk.qualified("adelheid");
    var form = lee.get("/desk/leads/adelheid").form("Erase this person?");

    var notSure = lee.send(form.with("sure", ""));
    var isThere = lee.get("/desk/leads/adelheid").status();
    var erased = lee.send(form.with("sure", "yes"));

    assertThat(notSure.status()).isEqualTo(303);
    assertThat(isThere).isEqualTo(200);
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.html()).contains("Erased", "messages in Slack");
    assertThat(lee.get("/desk/leads/adelheid").status()).isEqualTo(404);
  }

  @Test
  void salesSeesNeitherAndMayNeither() {
    desk.qualified("adelheid");
    var form = lee.get("/desk/leads/adelheid").form("Erase this person?").with("sure", "yes");
    var token = kim.get("/desk/leads/adelheid").form("Sign out").fields().get("token");

    var file = kim.get("/desk/leads/adelheid/kept");
    var erased = kim.send(form.with("token", String.valueOf(token)));

    assertThat(kim.get("/desk/leads/adelheid").html()).doesNotContain("Erase this person");
    assertThat(file.status()).isEqualTo(403);
    assertThat(file.html()).contains("role lead");
    assertThat(erased.status()).isEqualTo(403);
    assertThat(lee.get("/desk/leads/adelheid").status()).isEqualTo(200);
  }
}
