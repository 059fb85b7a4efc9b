package dev.warmline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelFormatTest {

  /** A block of a later language. */
  private static final class Grown extends Block<String> {
    private final Key<String> name = must("name", "what came first", new Value.Text(10));

    Grown() {
      super("a grown block");
      since(3, may("tint", "what came later", new Value.Text(10)));
    }

    @Override
    protected String make(Values in) {
      return in.get(name);
    }
  }

  @Test
  void aKeyThatCameLaterIsNotedWhereItIsAndReadAllTheSame() throws JsonProcessingException {
    var reading = new Reading(Map.of());

    var read = reading.read(new Grown(), node("{\"name\":\"a\",\"tint\":\"red\"}"));

    assertThat(read).contains("a");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.later()).containsExactly(new ModelFormat.Later("/tint", 3));
  }

  @Test
  void whatIsNotThereNeedsNoFormat() throws JsonProcessingException {
    var reading = new Reading(Map.of());

    assertThat(reading.read(new Grown(), node("{\"name\":\"a\"}"))).isEqualTo(Optional.of("a"));
    assertThat(reading.later()).isEmpty();
  }

  @Test
  void whoeverKnowsTooLittleIsToldWhatToDo() {
    var later = List.of(new ModelFormat.Later("/tint", 3), new ModelFormat.Later("/hue", 2));

    assertThat(ModelFormat.unknown(3, later)).isEmpty();
    assertThat(ModelFormat.unknown(2, later))
        .singleElement()
        .hasToString(
            "/tint: the deployed functions do not know this key (they read model format 2, it came"
                + " with 3): update the stack first, or remove the key");
  }

  private static ModelNode node(String json) throws JsonProcessingException {
    return new ModelNode("", (ObjectNode) Json.read(json));
  }
}
