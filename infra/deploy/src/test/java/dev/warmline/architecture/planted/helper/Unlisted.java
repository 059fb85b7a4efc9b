package dev.warmline.architecture.planted.helper;

/** In a package that stands in no list. */
record Unlisted(String name) {}
