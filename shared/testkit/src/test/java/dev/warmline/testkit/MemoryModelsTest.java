package dev.warmline.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.rule.Model;
import dev.warmline.rule.Models;

class MemoryModelsTest extends ModelsContract {
  private final MemoryModels models = new MemoryModels();

  @Override
  protected Models models() {
    return models;
  }

  @Override
  protected void publish(ObjectNode source, boolean silent) {
    models.publish(Model.of(source, 1), silent);
  }
}
