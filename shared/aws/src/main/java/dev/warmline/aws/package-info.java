/** Adapters to AWS: the only place that imports the AWS SDK. */
@NullMarked
package dev.warmline.aws;

import org.jspecify.annotations.NullMarked;
