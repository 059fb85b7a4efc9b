package dev.warmline.architecture.planted.functions.collect;

import dev.warmline.architecture.planted.functions.detect.SomeHandler;

/** A function that imports another. */
record CallsDetect(SomeHandler other) {}
