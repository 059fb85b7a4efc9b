/**
 * The stores on DynamoDB: one class per port, one mapper per kind of item, all keys in one place.
 */
@NullMarked
package dev.warmline.aws.dynamo;

import org.jspecify.annotations.NullMarked;
