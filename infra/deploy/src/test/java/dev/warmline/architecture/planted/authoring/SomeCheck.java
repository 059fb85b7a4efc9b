package dev.warmline.architecture.planted.authoring;

/** What functions never carry. */
public record SomeCheck(String file) {}
