/** API Gateway's REST proxy events, read and answered without the typed events library. */
@NullMarked
package dev.warmline.aws.api;

import org.jspecify.annotations.NullMarked;
