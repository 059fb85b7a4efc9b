/** What nobody may read in a template or an environment. */
@NullMarked
package dev.warmline.aws.secret;

import org.jspecify.annotations.NullMarked;
