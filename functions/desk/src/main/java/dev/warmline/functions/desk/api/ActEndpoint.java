package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.OutcomeFields;
import dev.warmline.usecase.ActAtDesk.Wish;
import java.util.List;
import java.util.regex.Pattern;

/** {@code POST leads/ID/acts}: what somebody decides about a lead. */
final class ActEndpoint implements Endpoint {
  private static final Pattern PATH = Pattern.compile(ROOT + "leads/(.{1,1000})/acts");
  private static final String TAKE = "take";

  private final Work work;

  ActEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "POST";
  }

  @Override
  public boolean isAt(String path) {
    return PATH.matcher(path).matches();
  }

  @Override
  public ApiResponse answer(Call call) {
    return call.withBody(fields -> answer(call, fields));
  }

  private ApiResponse answer(Call call, ObjectNode body) {
    var fields = body.deepCopy();
    var take = fields.remove(TAKE);
    var unknown = unknown(fields);
    if (!unknown.isEmpty()) {
      return ApiProblem.lacking(
              "nothing is known of "
                  + String.join(", ", unknown)
                  + ": the fields are "
                  + String.join(", ", OutcomeFields.names())
                  + ", "
                  + TAKE,
              "body")
          .answer();
    }
    var key = call.key();
    if (key.isEmpty()) {
      return Call.noKey().answer();
    }
    var lead = work.find().find(LeadPath.id(PATH, call.request().path()));
    if (lead.isEmpty()) {
      return ApiProblem.noLead().answer();
    }
    var takes = take != null && take.asBoolean();
    var wish = new Wish(lead.get().id(), key.get(), fields, takes);
    var who = call.who();
    return ActAnswer.of(work.act().act(who.person(), who.team(), wish, call.now()));
  }

  /** Names are shown as they came, but not more of them than a person reads. */
  private static List<String> unknown(ObjectNode fields) {
    return fields
        .propertyStream()
        .map(field -> field.getKey())
        .filter(name -> !OutcomeFields.names().contains(name))
        .map(name -> name.length() > 40 ? name.substring(0, 40) : name)
        .limit(5)
        .toList();
  }
}
