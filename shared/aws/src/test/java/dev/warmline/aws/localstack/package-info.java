/** The adapters against LocalStack in a container. */
@NullMarked
package dev.warmline.aws.localstack;

import org.jspecify.annotations.NullMarked;
