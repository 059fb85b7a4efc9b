/** What became of leads, in numbers: from the records of their cycles and nothing else. */
@NullMarked
package dev.warmline.report;

import org.jspecify.annotations.NullMarked;
