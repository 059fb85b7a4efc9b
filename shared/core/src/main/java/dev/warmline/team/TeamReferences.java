package dev.warmline.team;

import dev.warmline.event.EmailAddress;
import dev.warmline.rule.ModelNode;
import dev.warmline.rule.Problem.Hint;
import dev.warmline.rule.Reading;
import dev.warmline.rule.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What no single key of a team file can tell: that whoever is named is there, that every queue is
 * served, that leads do not go round in a ring.
 */
final class TeamReferences {
  private final ModelNode root;
  private final Reading reading;
  private final List<String> people;
  private final List<String> queues;
  private final List<String> calendars;

  TeamReferences(ModelNode root, Reading reading) {
    this.root = root;
    this.reading = reading;
    this.people = names("people");
    this.queues = names("queues");
    this.calendars = names("calendars");
  }

  void check() {
    ids();
    addresses();
    memberIds();
    leaves();
    root.at("calendars").children().forEach(this::calendar);
    root.at("queues").children().forEach(this::queue);
    known(root.at("customers"), queues, "queue", "queues");
    rings();
  }

  private List<String> names(String block) {
    return root.at(block).children().stream().map(ModelNode::key).toList();
  }

  private void ids() {
    for (var person : root.at("people").children()) {
      if (!person.key().matches(Value.Name.FORM)) {
        wrong(
            person,
            "the id of a person is a name of letters, digits and - _ .",
            new Hint.OtherName());
      }
    }
  }

  private void addresses() {
    var seen = new HashSet<EmailAddress>();
    for (var person : root.at("people").children()) {
      var email = person.at("email");
      var address = email.text().flatMap(EmailAddress::parse);
      if (address.isPresent() && !seen.add(address.get())) {
        wrong(email, "two people have the address " + address.get() + "; give each their own");
      }
    }
  }

  private void memberIds() {
    var seen = new HashSet<String>();
    for (var person : root.at("people").children()) {
      var slack = person.at("slack");
      if (slack.text().filter(id -> !seen.add(id)).isPresent()) {
        wrong(slack, "two people have the member id " + slack.text().get() + " in Slack");
      }
    }
  }

  private void leaves() {
    for (var leave : root.at("leaves").children()) {
      if (people.contains(leave.key())) {
        wrong(leave, leave.key() + " is among people still; remove one of the two");
      }
      known(leave.at("to"), queues, "queue", "queues");
    }
  }

  private void calendar(ModelNode calendar) {
    var open = calendar.at("open");
    var windows = 0;
    for (var days : open.children()) {
      windows += days.node().size();
      if (WorkingDays.parse(days.key()).isEmpty()) {
        wrong(
            days,
            days.key() + " is no day: write one or two of " + String.join(", ", WorkingDays.WORDS),
            new Hint.UnknownKey(WorkingDays.WORDS));
      }
    }
    if (windows == 0 && open.node().isObject()) {
      wrong(open, "calendar " + calendar.key() + " is never open");
    }
  }

  private void queue(ModelNode queue) {
    var members = queue.at("members");
    var seen = new HashSet<String>();
    for (var member : members.children()) {
      known(member, people, "person", "people");
      if (member.text().isPresent() && !seen.add(member.text().get())) {
        wrong(member, member.text().get() + " is a member already");
      }
    }
    served(queue, members);
    known(queue.at("calendar"), calendars, "calendar", "calendars");
    known(queue.at("escalate-to"), people, "person", "people");
    known(queue.at("warm-handoff").at("introduce"), people, "person", "people");
    known(fallback(queue), queues, "queue", "queues");
  }

  private void served(ModelNode queue, ModelNode members) {
    var isCrm = queue.at("owner").text().filter("crm"::equals).isPresent();
    if (isCrm && members.exists()) {
      wrong(queue, "the CRM says who gets the leads of " + queue.key() + ": remove the members");
    } else if (queue.node().isObject() && !isCrm && !members.exists()) {
      wrong(queue, "nobody serves queue " + queue.key() + ": name members, or owner: crm");
    } else if (!members.children().isEmpty()
        && members.children().stream().allMatch(this::isMarketing)) {
      wrong(queue, "nobody serves queue " + queue.key() + ": its members are of marketing");
    }
  }

  private boolean isMarketing(ModelNode member) {
    return member
        .text()
        .flatMap(id -> root.at("people").at(id).at("role").text())
        .filter(Role.MARKETING.word()::equals)
        .isPresent();
  }

  /** One problem for each ring, at the first of its queues. */
  private void rings() {
    var told = new HashSet<String>();
    for (var queue : root.at("queues").children()) {
      var way = new LinkedHashSet<String>();
      var next = Optional.of(queue.key());
      while (next.isPresent() && way.add(next.get())) {
        next = fallback(root.at("queues").at(next.get())).text();
      }
      if (next.filter(queue.key()::equals).isPresent() && told.addAll(way)) {
        var ring = String.join(" -> ", way) + " -> " + queue.key();
        wrong(fallback(queue), "leads would go round for ever: " + ring);
      }
    }
  }

  private static ModelNode fallback(ModelNode queue) {
    return queue.at("when-all-away").at("fallback");
  }

  private void known(ModelNode name, Collection<String> known, String what, String where) {
    if (name.text().isPresent() && !known.contains(name.text().get())) {
      wrong(
          name,
          "there is no " + what + " " + name.text().get() + " under " + where,
          new Hint.Nearest(name.text().get(), List.copyOf(known)));
    }
  }

  private void wrong(ModelNode at, String message) {
    wrong(at, message, Hint.NONE);
  }

  private void wrong(ModelNode at, String message, Hint hint) {
    reading.problem(at, message, hint);
  }
}
