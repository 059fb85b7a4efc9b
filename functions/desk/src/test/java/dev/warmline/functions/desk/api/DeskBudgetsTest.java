package dev.warmline.functions.desk.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warmline.usecase.HandOverLead;
import dev.warmline.usecase.ListQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/budgets.md says what the desk holds to. */
class DeskBudgetsTest {

  @Test
  void thePageSaysWhatTheDeskTakesAndShows() throws Exception {
    assertThat(Files.readString(Path.of("../../docs/budgets.md")))
        .contains("| body of a request to the desk | " + Call.MOST_BYTES / 1024 + " KB |")
        .contains("| traits of somebody handed over | " + HandOverLead.MOST_TRAITS + " |")
        .contains("| rows of a page of the desk | " + ListQueue.MOST + " of 600 ")
        .contains(
            String.format(
                Locale.ROOT,
                "| events that a timeline at the desk reads | %,d, ",
                LeadTimeline.MOST_READ));
  }
}
