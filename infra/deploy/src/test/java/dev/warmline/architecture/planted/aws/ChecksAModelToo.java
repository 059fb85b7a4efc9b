package dev.warmline.architecture.planted.aws;

import dev.warmline.architecture.planted.authoring.SomeCheck;

/** Authoring in what every function carries. */
record ChecksAModelToo(SomeCheck check) {}
