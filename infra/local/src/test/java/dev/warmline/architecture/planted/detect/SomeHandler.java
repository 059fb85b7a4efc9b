package dev.warmline.architecture.planted.detect;

/** What no other function may call. */
public record SomeHandler(String name) {}
