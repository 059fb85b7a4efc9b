/**
 * What was sent, made into events: bounded reading, whose it is, when it happened, what is kept. No
 * door, no store and no clock is known here.
 *
 * <p>Read {@link dev.warmline.ingest.Normaliser} first: it makes one event and shows the rest in
 * order. What flows through:
 *
 * <pre>
 * a request ── its door ─► IngestRequest ── IngestEvents asks whose it is ─► Admitted
 *
 * its body  ── BodyReader ─► BodyRead.Events ─► RawEvent.Sound ── Normaliser ─► Event
 *                 │               each of them ─► RawEvent.Flawed: parked alone
 *                 └──────► BodyRead.Refused: parked whole
 * </pre>
 *
 * <ul>
 *   <li>A door makes an {@code IngestRequest} of an HTTP request; it decides nothing.
 *   <li>{@code BodyReader} takes a body apart without trusting it: {@code Budget} says how much is
 *       taken, {@code BoundedTree} how deep.
 *   <li>The use case {@code IngestEvents} finds the source and makes an {@code Admitted}.
 *   <li>{@code Normaliser} asks {@code SentFields} for single fields, {@code MessageIds} what names
 *       the event, {@code Timestamps} when it happened, {@code Robots} whether a person was there,
 *       {@code OtherKeys} what else is kept, and {@code RequiredFields} what must not be missing.
 *   <li>Whatever cannot be an event ends as {@code InvalidEvent} with a reason for the sender.
 * </ul>
 */
@NullMarked
package dev.warmline.ingest;

import org.jspecify.annotations.NullMarked;
