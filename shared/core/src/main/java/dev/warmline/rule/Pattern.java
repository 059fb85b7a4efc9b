package dev.warmline.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An EventBridge event pattern that Event Ruler accepts.
 *
 * @param json the pattern with every {@code {list: name}} replaced by its values; nobody changes it
 */
public record Pattern(ObjectNode json) {}
