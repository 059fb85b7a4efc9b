/** Whose a bearer token is: the one place that knows how an issuer signs. */
@NullMarked
package dev.warmline.functions.desk.token;

import org.jspecify.annotations.NullMarked;
