package dev.warmline.local.page;

import com.fasterxml.jackson.databind.JsonNode;

/** Tells whether everything that was accepted is worked off. */
@FunctionalInterface
public interface Idle {
  /** {@code {"idle": true}} once every stream has been worked off. */
  JsonNode toJson();
}
