package dev.warmline.architecture.planted.ingest;

import dev.warmline.architecture.planted.rule.SomeRule;

/** Against the order: ingest knows events alone. */
record UsesARule(SomeRule rule) {}
