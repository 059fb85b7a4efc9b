package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Model;
import dev.warmline.rule.Models;
import java.time.Instant;
import java.util.Optional;

class MemoryModelsTest extends ModelsContract {
  private final MemoryModels models = new MemoryModels();

  @Override
  protected Models models() {
    return models;
  }

  @Override
  protected void publish(ObjectNode source, Optional<Instant> quietBefore) {
    var model = Model.of(source, 1);
    quietBefore.ifPresentOrElse(
        instant -> models.publish(model, instant), () -> models.publish(model));
  }
}
