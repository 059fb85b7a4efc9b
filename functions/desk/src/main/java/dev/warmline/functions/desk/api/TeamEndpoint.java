package dev.warmline.functions.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warmline.aws.api.ApiResponse;
import dev.warmline.event.EventJson;
import dev.warmline.event.Json;
import dev.warmline.event.Lanes;
import dev.warmline.team.QueueTurns;
import dev.warmline.team.TeamMember;
import dev.warmline.team.TeamQueue;

/** {@code GET team}: who there is, who is away, who serves which queue and how much they have. */
final class TeamEndpoint implements Endpoint {
  private static final Lanes LANES = new Lanes(8);

  private final Work work;

  TeamEndpoint(Work work) {
    this.work = work;
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(ROOT + "team");
  }

  @Override
  public ApiResponse answer(Call call) {
    var team = call.who().team();
    var json = EventJson.newObject().put("publication", call.who().publication().number());
    json.put("you", call.who().person().id());
    var people = json.putArray("people");
    team.people().values().forEach(person -> people.add(person(person)));
    var turns =
        LANES.map(team.queues().keySet().stream().toList(), queue -> work.turns().find(queue));
    var queues = json.putArray("queues");
    for (var one : turns) {
      team.queue(one.queue()).ifPresent(queue -> queues.add(queue(queue, one)));
    }
    return ApiResponse.json(200, Json.write(json));
  }

  private static ObjectNode person(TeamMember person) {
    var json = EventJson.newObject().put("id", person.id()).put("name", person.name());
    json.put("role", person.role().word());
    var away = json.putArray("away");
    person.away().forEach(dates -> away.add(dates.toString()));
    return json;
  }

  private static ObjectNode queue(TeamQueue queue, QueueTurns turns) {
    var json = EventJson.newObject().put("queue", queue.name());
    json.put("give", queue.ownedByCrm() ? "crm" : queue.give().word());
    queue.capacity().ifPresent(most -> json.put("capacity", most));
    queue.escalateTo().ifPresent(person -> json.put("escalateTo", person));
    var members = json.putArray("members");
    for (var member : queue.members()) {
      members.addObject().put("id", member).put("open", turns.open(member));
    }
    return json;
  }
}
