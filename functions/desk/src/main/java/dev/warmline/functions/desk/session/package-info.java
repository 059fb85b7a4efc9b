/** Who sits before the pages: sign-in with the issuer, the session, and what it keeps. */
@NullMarked
package dev.warmline.functions.desk.session;

import org.jspecify.annotations.NullMarked;
