/** DynamoDB for tests and simulations: tables in memory, and trouble around any client. */
@NullMarked
package dev.warmline.testkit.dynamo;

import org.jspecify.annotations.NullMarked;
