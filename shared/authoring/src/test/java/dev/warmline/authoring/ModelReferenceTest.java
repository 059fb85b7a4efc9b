package dev.warmline.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The page says what the description says. Run with {@code WRITE_DOCS=yes} in the environment it
 * writes the page anew.
 */
class ModelReferenceTest {
  private static final Path PAGE = Path.of("../../docs/model-reference.md");

  @Test
  void thePageIsTheOneOfTheDescription() throws IOException {
    if (System.getenv("WRITE_DOCS") != null) {
      Files.writeString(PAGE, ModelReference.write());
    }

    assertThat(PAGE).hasContent(ModelReference.write());
  }
}
