/** What is stored, read for people and scripts. */
@NullMarked
package dev.warmline.local.view;

import org.jspecify.annotations.NullMarked;
