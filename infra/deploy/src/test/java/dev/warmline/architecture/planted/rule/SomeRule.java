package dev.warmline.architecture.planted.rule;

/** What others must not use. */
public record SomeRule(String id) {}
