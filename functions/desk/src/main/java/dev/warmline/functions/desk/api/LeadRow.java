package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.event.EventJson;
import dev.warmline.lead.Lead;
import dev.warmline.lead.Listing;
import dev.warmline.lead.StandingText;
import dev.warmline.usecase.ListQueue;
import java.util.List;

/** A lead in a list: who it is, where it stands, and by when somebody must do something. */
public final class LeadRow {
  private static final List<String> PERSON =
      List.of("name", "email", "phone", "role", "company", "employees", "country");
  private static final int LONGEST = 200;

  private LeadRow() {}

  static ObjectNode of(Lead lead) {
    var row = StandingText.write(lead);
    row.put("since", EventJson.format(lead.standing().since())).put("why", lead.standing().why());
    row.put("hot", Listing.isHot(lead));
    row.set("person", person(lead.card().traits()));
    row.put("points", ListQueue.points(lead));
    var grade = lead.card().scorecard().path("fit").path("grade").textValue();
    return grade == null ? row : row.put("grade", grade);
  }

  /** What is known of the person, in short. */
  public static ObjectNode person(JsonNode traits) {
    var person = EventJson.newObject();
    for (var name : PERSON) {
      var text = traits.path(name).asText("").strip();
      if (!text.isEmpty()) {
        person.put(name, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      }
    }
    return person;
  }
}
