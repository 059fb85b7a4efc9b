package dev.warmline.architecture.planted.functions.detect;

/** What no other function may call. */
public record SomeHandler(String name) {}
