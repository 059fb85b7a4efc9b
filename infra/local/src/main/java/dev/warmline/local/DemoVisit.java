package dev.warmline.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/** What the scripted visitor does, over a few days that end now. */
final class DemoVisit {
  private DemoVisit() {}

  /**
   * One thing the visitor does.
   *
   * @param says it for the person who watches
   * @param ago how long before now it happened
   */
  record Step(String says, Duration ago, ObjectNode event) {}

  static List<Step> steps() {
    return List.of(
        page("reads the home page, nobody knows who it is", Duration.ofHours(76), "/"),
        page("looks at pricing", Duration.ofHours(75), "/pricing"),
        page("comes back to pricing the next day", Duration.ofHours(51), "/pricing"),
        page("and once more", Duration.ofHours(26), "/pricing/enterprise"),
        track(
            "downloads a whitepaper",
            Duration.ofHours(3),
            "Whitepaper Downloaded",
            "Maintenance guide"),
        track("and another one", Duration.ofHours(2), "Whitepaper Downloaded", "Pricing guide"),
        identify("fills in the form: now there is a name, and the past joins it"),
        track("downloads a third", Duration.ofSeconds(20), "Whitepaper Downloaded", "ROI guide"),
        page("and looks at pricing again", Duration.ofSeconds(5), "/pricing"));
  }

  private static Step page(String says, Duration ago, String path) {
    var event = event("page");
    event.putObject("properties").put("path", path);
    event.putObject("context").putObject("page").put("path", path);
    return new Step("page " + path + ": " + says, ago, event);
  }

  private static Step track(String says, Duration ago, String name, String title) {
    var event = event("track").put("event", name);
    event.putObject("properties").put("title", title);
    return new Step("track " + name + " (" + title + "): " + says, ago, event);
  }

  private static Step identify(String says) {
    var event = event("identify");
    event
        .putObject("traits")
        .put("name", "Jane Miller")
        .put("company", "Northwind Motors")
        .put("role", "head")
        .put("employees", 450);
    return new Step("identify: " + says, Duration.ofMinutes(1), event);
  }

  private static ObjectNode event(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
