package dev.warmline.measure.simulation;

import dev.warmline.lead.NoticeId;
import dev.warmline.testkit.dynamo.Trouble;
import dev.warmline.testkit.dynamo.Weather;
import dev.warmline.testkit.dynamo.Weather.Call;
import dev.warmline.testkit.dynamo.Weather.Kind;
import java.io.IOException;
import java.util.function.Function;

/** The topic and the chat as one instance reaches them. */
final class Outside {
  /** The name of the call that publishes a notice. */
  static final String PUBLISH = "Publish";

  private final Notices notices;
  private final Instance instance;
  private final Weather weather;

  Outside(Notices notices, Instance instance, Weather weather) {
    this.notices = notices;
    this.instance = instance;
    this.weather = weather;
  }

  /** Publishes to the topic, or throws what {@code failure} makes of the cause. */
  void publish(NoticeId id, String body, Function<IOException, RuntimeException> failure) {
    var call = new Call(PUBLISH, Kind.WRITE, id::value);
    if (!isDone(call, () -> notices.published(id, body, instance))) {
      throw failure.apply(new IOException("planned trouble"));
    }
  }

  /** Posts to the chat; false if no answer came or a bad one. */
  boolean post(String body) {
    return isDone(new Call("Post", Kind.WRITE, () -> "to the chat"), () -> notices.posted(body));
  }

  private boolean isDone(Call call, Runnable effect) {
    var trouble = weather.before(call);
    if (trouble instanceof Trouble.Throttled || trouble instanceof Trouble.Conflict) {
      return false;
    }
    effect.run();
    if (trouble instanceof Trouble.Repeated(var meanwhile)) {
      meanwhile.run();
      effect.run();
    }
    weather.after(call);
    return !(trouble instanceof Trouble.LostAnswer);
  }
}
