package dev.warmline.architecture.planted.local.page;

import dev.warmline.architecture.planted.local.TheWhole;

/** And the one inside uses the package around it. */
public record NeedsTheWhole(TheWhole whole) {}
