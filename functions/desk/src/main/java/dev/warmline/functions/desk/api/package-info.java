/** The JSON of the desk: each class answers one address. */
@NullMarked
package dev.warmline.functions.desk.api;

import org.jspecify.annotations.NullMarked;
