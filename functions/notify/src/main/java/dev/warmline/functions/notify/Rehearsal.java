package dev.warmline.functions.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warmline.aws.dynamo.Rehearsals;
import dev.warmline.aws.runtime.RehearsalContext;
import dev.warmline.handoff.ChatPoster.PostResult;
import dev.warmline.usecase.DeliverAlert;
import dev.warmline.usecase.DeliverAlert.Delivered;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;

/** One alert to a channel that is none, before the snapshot. */
final class Rehearsal {
  private static final String EVENT =
      """
      {"Records":[{"Sns":{"MessageId":"m","Message":"{\\"schema\\":\\"warmline.alert/1\\",\
      \\"alert\\":\\"l-rehearsal.1\\",\\"at\\":\\"2026-01-01T00:00:00Z\\",\\"tier\\":\\"hot\\",\
      \\"contact\\":{\\"name\\":\\"Nobody\\",\\"email\\":\\"nobody@example.com\\"},\
      \\"scores\\":{\\"engagement\\":{\\"points\\":60,\\"lines\\":[{\\"rule\\":\\"page\\",\
      \\"points\\":60,\\"hits\\":6,\\"says\\":\\"Saw pages\\"}]}},\
      \\"recent\\":[{\\"at\\":\\"2026-01-01T00:00:00Z\\",\\"says\\":\\"Saw a page\\",\
      \\"points\\":10}]}"}}]}""";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private Rehearsal() {}

  /** A rehearsal that went wrong warms little: say so. */
  private static void check(Delivered outcome) {
    if (!(outcome instanceof Delivered.Posted)) {
      throw new IllegalStateException("the rehearsed alert was not posted: " + outcome);
    }
  }

  static void run() {
    try (var rehearsal = new Rehearsals()) {
      var deliver =
          new DeliverAlert(rehearsal.stores().deliveries(), body -> new PostResult.Posted());
      var handler = new NotifyHandler(deliver, Rehearsal::check, () -> NOW);
      var event = new ByteArrayInputStream(EVENT.getBytes(UTF_8));
      handler.handleRequest(event, OutputStream.nullOutputStream(), new RehearsalContext());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
