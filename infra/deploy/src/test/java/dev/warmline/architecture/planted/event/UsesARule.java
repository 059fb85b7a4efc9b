package dev.warmline.architecture.planted.event;

import dev.warmline.architecture.planted.rule.SomeRule;

/** Against the order: events come before rules. */
record UsesARule(SomeRule rule) {}
