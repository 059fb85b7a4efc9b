import com.segment.analytics.Analytics;
import com.segment.analytics.messages.TrackMessage;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Sends events with Segment's Java client: SegmentJava URL KEY RUN COUNT. */
class SegmentJava {
  public static void main(String[] arguments) throws InterruptedException {
    var analytics =
        Analytics.builder(arguments[1])
            .endpoint(arguments[0] + "/")
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
    Thread.sleep(8_000);
    analytics.shutdown();
  }
}
