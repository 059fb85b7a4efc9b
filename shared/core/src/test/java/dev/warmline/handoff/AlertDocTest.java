package dev.warmline.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AlertDocTest {

  @Test
  void theExampleInTheDocumentIsWhatIsSent() throws Exception {
    var document = Files.readString(Path.of("..", "..", "docs", "alert.md"));

    var sent = AlertExamples.json(AlertExamples.rendered(AlertExamples.verdict()).json());

    var pretty = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(sent);
    assertThat(document).contains("```json\n" + pretty + "\n```");
  }

  @Test
  void anotherSchemaIsNotReadAsThisOne() {
    var body = AlertExamples.rendered(AlertExamples.verdict()).json();

    assertThat(AlertJson.read(body.replace("alert/1", "alert/2"))).isEmpty();
    assertThat(AlertJson.read("not json")).isEmpty();
    assertThat(AlertJson.read("{\"schema\":\"warmline.alert/1\",\"alert\":\"x\"}")).isEmpty();
  }
}
