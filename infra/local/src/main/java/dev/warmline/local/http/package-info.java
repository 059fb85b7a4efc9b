/** Turns requests into API Gateway events and handler answers into responses. */
@NullMarked
package dev.warmline.local.http;

import org.jspecify.annotations.NullMarked;
