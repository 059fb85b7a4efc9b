/** Model files on disk, in YAML or JSON, and the test cases beside them. */
@NullMarked
package dev.warmline.authoring;

import org.jspecify.annotations.NullMarked;
