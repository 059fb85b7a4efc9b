/**
 * The pages of the desk, for people. Each address is one {@link
 * dev.warmline.functions.desk.page.Page}; sign-in, sessions, headers, foreign forms and errors are
 * taken care of around it by {@link dev.warmline.functions.desk.page.Pages}.
 *
 * <p>To add a page:
 *
 * <ol>
 *   <li>Write a {@code Page}: its path, its name in the menu, and what {@code show} answers. It
 *       asks {@link dev.warmline.functions.desk.page.Visit} who is there, what time it is and where
 *       links lead, and works on {@link dev.warmline.functions.desk.api.Work}, as the API does.
 *   <li>Put what it shows into a public record of ready words: templates choose and repeat, they
 *       work nothing out. {@link dev.warmline.functions.desk.page.Times} has words for instants.
 *   <li>Write {@code src/main/jte/NAME.jte} inside {@code @template.layout}; the build makes {@code
 *       gg.jte.generated.precompiled.JteNAMEGenerated} of it, whose {@code render} is called by
 *       {@code visit.page(...)}. What is written into it is escaped.
 *   <li>A page that acts has forms of {@link dev.warmline.functions.desk.page.ActForm}, which
 *       {@code @template.form} shows, and answers {@code post}: the form's token has been checked
 *       by then. Acts on leads go through {@link dev.warmline.functions.desk.page.Acting}; what
 *       lacks something, or is somebody else's, is answered with {@code visit.again}, which shows
 *       the form with all that was written into it. GET never acts.
 *   <li>Name it in {@link dev.warmline.functions.desk.page.Pages#of}: that puts it into the menu.
 * </ol>
 *
 * <p>Style and script are {@code desk.css} and {@code desk.js} beside these classes. Every page
 * works without the script, and none has any of its own: the policy of the site forbids it.
 */
@NullMarked
package dev.warmline.functions.desk.page;

import org.jspecify.annotations.NullMarked;
