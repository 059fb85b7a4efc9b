/** Contracts for every port, in-memory stores and builders for tests. */
@NullMarked
package dev.warmline.testkit;

import org.jspecify.annotations.NullMarked;
