/** The template is product code: these tests hold it to the functions it deploys. */
@NullMarked
package dev.warmline.deploy.template;

import org.jspecify.annotations.NullMarked;
