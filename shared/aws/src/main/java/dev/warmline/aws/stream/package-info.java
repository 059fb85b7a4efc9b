/** DynamoDB Streams as Lambda hands them over: images, poison, batches. */
@NullMarked
package dev.warmline.aws.stream;

import org.jspecify.annotations.NullMarked;
