/**
 * Contracts for every port, in-memory stores, builders for tests and an invocation for handlers.
 */
@NullMarked
package dev.warmline.testkit;

import org.jspecify.annotations.NullMarked;
