package dev.warmline.functions.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.aws.dynamo.ModelDescriptions.Described;
import dev.warmline.event.EventJson;
import dev.warmline.functions.desk.api.Work;
import gg.jte.generated.precompiled.JtepartsGenerated;
import java.util.ArrayList;
import java.util.List;

/** {@code /desk/model}: the rules in force in words, and what each publication changed. */
final class ModelPage extends MenuPage {
  private static final String PATH = "/desk/model";

  /** How many publications are shown. */
  private static final int SHOWN = 10;

  private final Work work;

  ModelPage(Work work) {
    super("Rules", PATH);
    this.work = work;
  }

  @Override
  public ApiResponse show(Visit visit) {
    var publication = work.models().current(visit.now());
    var all = work.descriptions().newest(publication.number(), SHOWN);
    var words = all.isEmpty() ? EventJson.newObject() : all.getFirst().words();
    var parts = new ArrayList<PartsView.Part>();
    words
        .path("words")
        .forEach(
            it ->
                parts.add(new PartsView.Part(it.path("title").asText(), texts(it.path("lines")))));
    if (parts.isEmpty()) {
      parts.add(
          new PartsView.Part(
              "No description came with this publication",
              List.of("Publish the model again: warmline model publish says it in words.")));
    }
    var view =
        new PartsView(
            "The rules in force",
            publication.model().name()
                + " version "
                + publication.model().version()
                + ", publication "
                + publication.number()
                + ". When a lead is handed over stands in the agreement.",
            parts,
            all.stream().map(it -> version(visit, it)).toList());
    return visit.page("Rules", (out, frame) -> JtepartsGenerated.render(out, null, frame, view));
  }

  private static PartsView.Version version(Visit visit, Described one) {
    return new PartsView.Version(
        "Publication " + one.number() + ": " + one.model() + " version " + one.version(),
        EventJson.parseInstant(one.words().path("at").asText()).map(visit.times()::at),
        texts(one.words().path("changes")));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
