/** Model files on disk, in YAML or JSON, and the test cases beside them. */
@NullMarked
package dev.warmline.model;

import org.jspecify.annotations.NullMarked;
