/**
 * What a function does before its first event, so that this one need not wait for it: a canned
 * event is taken through the function's own code, and its calls are made for real without being
 * able to change anything. All that is there for start-up alone is in this package.
 */
@NullMarked
package dev.warmline.aws.priming;

import org.jspecify.annotations.NullMarked;
