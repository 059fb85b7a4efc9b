/** What every function needs around its work: clients, environment, warm-up, logs and metrics. */
@NullMarked
package dev.warmline.aws.runtime;

import org.jspecify.annotations.NullMarked;
