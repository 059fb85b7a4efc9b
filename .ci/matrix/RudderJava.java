import com.rudderstack.sdk.java.analytics.RudderAnalytics;
import com.rudderstack.sdk.java.analytics.messages.TrackMessage;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends events with RudderStack's Java client: RudderJava URL KEY RUN COUNT SECONDS. */
class RudderJava {
  public static void main(String[] arguments) throws InterruptedException {
    var analytics =
        RudderAnalytics.builder(arguments[1])
            .setDataPlaneUrl(arguments[0] + "/")
            .flushQueueSize(5)
            .flushInterval(1, TimeUnit.SECONDS)
            .build();
    for (var n = 0; n < Integer.parseInt(arguments[3]); n++) {
      analytics.enqueue(
          TrackMessage.builder("Sent")
              .userId("u-" + arguments[2])
              .properties(Map.of("run", arguments[2], "n", n)));
      Thread.sleep(150);
    }
    analytics.flush();
    Thread.sleep(1_000L * Integer.parseInt(arguments[4]));
    analytics.shutdown();
  }
}
