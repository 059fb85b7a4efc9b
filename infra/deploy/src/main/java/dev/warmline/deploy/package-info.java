/**
 * What an operator does with a deployed stack: its first model and keys, a test alert, leads made
 * again, tables restored.
 */
@NullMarked
package dev.warmline.deploy;

import org.jspecify.annotations.NullMarked;
