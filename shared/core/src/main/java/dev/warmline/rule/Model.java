package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.Event;

/** A checked, immutable version of the rules. */
public final class Model {
  private final int version;
  private final ObjectNode source;

  private Model(int version, ObjectNode source) {
    this.version = version;
    this.source = source;
  }

  /** Makes a model of its JSON form. */
  public static Model of(ObjectNode source, int version) {
    return new Model(version, source);
  }

  /** The name in the file. */
  public String name() {
    return source.path("name").asText();
  }

  /** The number given when it was published; 0 for a draft. */
  public int version() {
    return version;
  }

  /** The JSON this model was made of; nobody changes it. */
  public ObjectNode source() {
    return source;
  }

  /** Whether this event can change any scorecard: no rule looks at most of what browsers send. */
  public boolean looksAt(Event event) {
    return event.type().isFact();
  }
}
