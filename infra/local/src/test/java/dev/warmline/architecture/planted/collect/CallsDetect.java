package dev.warmline.architecture.planted.collect;

import dev.warmline.architecture.planted.detect.SomeHandler;

/** A function that imports another. */
record CallsDetect(SomeHandler other) {}
