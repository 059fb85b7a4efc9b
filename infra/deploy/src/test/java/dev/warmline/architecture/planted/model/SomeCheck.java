package dev.warmline.architecture.planted.model;

/** What functions never carry. */
public record SomeCheck(String file) {}
