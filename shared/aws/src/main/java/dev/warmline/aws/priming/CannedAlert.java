package dev.warmline.aws.priming;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;

/** One alert, as the queue behind the topic delivers it. */
public final class CannedAlert {
  private static final String EVENT =
      """
      {"Records":[{"messageId":"m","body":"{\\"schema\\":\\"warmline.alert/1\\",\
      \\"alert\\":\\"l-rehearsal.1\\",\\"at\\":\\"2026-01-01T00:00:00Z\\",\\"tier\\":\\"hot\\",\
      \\"contact\\":{\\"name\\":\\"Nobody\\",\\"email\\":\\"nobody@example.com\\"},\
      \\"scores\\":{\\"engagement\\":{\\"points\\":60,\\"lines\\":[{\\"rule\\":\\"page\\",\
      \\"points\\":60,\\"hits\\":6,\\"says\\":\\"Saw pages\\"}]}},\
      \\"recent\\":[{\\"at\\":\\"2026-01-01T00:00:00Z\\",\\"says\\":\\"Saw a page\\",\
      \\"points\\":10}]}"}]}\
      """;

  private CannedAlert() {}

  /** To a function that posts it to nobody. */
  public static Rehearsal to(Rehearsal.Wiring function) {
    return tables ->
        function.over(tables.database()).handle(new ByteArrayInputStream(EVENT.getBytes(UTF_8)));
  }
}
