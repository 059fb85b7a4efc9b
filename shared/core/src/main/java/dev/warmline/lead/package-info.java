/** Leads, the profiles linked to them, their stages, and the store that keeps them. */
@NullMarked
package dev.warmline.lead;

import org.jspecify.annotations.NullMarked;
