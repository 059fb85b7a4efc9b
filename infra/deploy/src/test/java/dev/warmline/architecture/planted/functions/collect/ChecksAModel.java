package dev.warmline.architecture.planted.functions.collect;

import dev.warmline.architecture.planted.authoring.SomeCheck;

/** Authoring in a function. */
record ChecksAModel(SomeCheck check) {}
