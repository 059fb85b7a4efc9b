package dev.warmline.architecture.planted.local;

import dev.warmline.architecture.planted.local.page.NeedsTheWhole;

/** A package that uses one inside it. */
public record TheWhole(NeedsTheWhole part) {}
