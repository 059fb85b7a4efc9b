"""Data is lost and comes back: leads rebuilt from the log, tables put back from a backup. That alerts nobody again, nor does who
comes again whom the backup or somebody's act says that sales had; nobody is overlooked who qualifies afterwards.

Usage: restore.py ENDPOINT STACK BROWSER_KEY SERVER_KEY      Reads SLACK_FOLDER, the folder of slack.py.
"""

import concurrent.futures
import datetime
import sys
import time

from stack import Stack, check, until, visitor

BEFORE, SINCE = 6, 3


def main(endpoint, name, _browser_key, server_key):
    stack = Stack(endpoint, name)
    arrive(stack, server_key, [f"early{n}" for n in range(BEFORE)])
    stack.send(server_key, visitor("lukewarm")[3:])
    until("the lead lukewarm", lambda: (lead := stack.lead_of("u-lukewarm")) and len(lead["pr"]["SS"]) == 2)
    accepted(stack, server_key, "early5")
    backup = back_up(stack)
    rebuilt(stack, server_key)
    arrive(stack, server_key, [f"since{n}" for n in range(SINCE)])
    accepted(stack, server_key, "since2")
    leads_restored(stack, server_key, backup)
    everything_restored(stack, server_key, backup)


def rebuilt(stack, key):
    print("the leads table is emptied; leads are rebuilt from the log")
    silence = Silence(stack)
    before = persons(stack)
    empty(stack, "LeadsTable")
    lost = now()
    arrive(stack, key, ["afterloss"])
    well, _ = stack.run("infra/deploy/rebuild", "--until", lost)
    check(well, "infra/deploy/rebuild --until the loss")
    again = persons(stack)
    check({who: again.get(who) for who in before} == before, f"the same {len(before)} living leads, each with the same profiles and in the same stage")
    everything_due(stack)
    silence.kept("the rebuilt leads", besides=1)
    silence = Silence(stack)
    return_of(stack, key, ["early5"])
    silence.kept("whom somebody had accepted")
    announced_again(stack, key, "early4")
    silence.kept("whoever waits, but once when it came again", besides=1)
    arrive(stack, key, ["afterrebuild"])


def leads_restored(stack, key, backup):
    print("the leads table is emptied; it is restored from a backup that is older than the last alerts")
    silence = Silence(stack)
    before = persons(stack)
    empty(stack, "LeadsTable")
    well, _ = stack.run("infra/deploy/restore", "--leads", backup["LeadsTable"])
    check(well, "infra/deploy/restore --leads")
    check(persons(stack) == before, f"the same {len(before)} living leads in the same stages, {SINCE} of them younger than the backup")
    return_of(stack, key, ["early0", "early5", "since2"])
    everything_due(stack)
    silence.kept("the restored leads")
    announced_again(stack, key, "since0")
    silence.kept("whoever waits, but once when it came again", besides=1)
    arrive(stack, key, ["afterleads"])


def everything_restored(stack, key, backup):
    print("all tables are emptied; all are restored from the backup")
    silence = Silence(stack)
    known = backup["persons"]
    for table in ("EventsTable", "LeadsTable", "ModelsTable", "ParkedTable"):
        empty(stack, table)
    options = [option for table, option in (("LeadsTable", "--leads"), ("EventsTable", "--events"), ("ModelsTable", "--models"), ("ParkedTable", "--parked"))
               for option in (option, backup[table])]
    well, _ = stack.run("infra/deploy/restore", *options)
    check(well, "infra/deploy/restore of all four tables")
    again = persons(stack)  # and who is in the stream only: LocalStack reads it from its start whenever a consumer is enabled
    check({who: again.get(who) for who in known} == known, f"the {len(known)} living leads of the backup, in the same stages")
    return_of(stack, key, ["early1"])
    everything_due(stack)
    silence.kept("what was put back")
    well, said = stack.run("infra/deploy/restore", *options)
    check(well and "\n0 items are put back into the leads table" in "\n" + said and "\n0 items are put back into the events table" in "\n" + said,
          "doing it twice puts nothing more")
    arrive(stack, key, ["aftereverything"])


# ---------------------------------------------------------------------- means


class Silence:
    """Everybody who was alerted about so far."""

    def __init__(self, stack):
        self.stack = stack
        time.sleep(2)
        self.alerts, self.posts = self.sent()

    def sent(self):
        return len(self.stack.take_alerts()), len(self.stack.posts_about(""))

    def kept(self, whom, besides=0):
        time.sleep(8)
        alerts, posts = self.sent()
        check((alerts - self.alerts, posts - self.posts) == (besides, besides), f"nobody is alerted again about {whom} ({self.alerts} alerts before)")


def arrive(stack, key, names):
    """Visitors who become MQL and are alerted about, once each."""
    for name in names:
        stack.send(key, visitor(name), attempts=30)
    for name in names:
        stack.is_told_of(name)
    check(all(len(stack.alerts_about(f"{name}@corp.example")) == 1 for name in names), f"{len(names)} visitors are alerted about, once each ({names[0]} ...)")


def accepted(stack, key, name):
    """Sales takes a lead in its own tool, which says so."""
    who = {key: value for key, value in visitor(name)[0].items() if key in ("anonymousId", "userId", "timestamp")}
    check(stack.send(key, [{"type": "outcome", "act": "accepted", "messageId": f"{name}-accepted", **who}]) == 200, f"sales accepts {name}")
    until(f"{name} is an SAL", lambda: stack.lead_of(f"u-{name}")["stage"]["S"] == "SAL")


def return_of(stack, key, names):
    """Known visitors come again, and are scored with that."""
    for name in names:
        before = stack.lead_of(f"u-{name}")["v"]
        event = {**visitor(name)[1], "messageId": f"{name}-again-{time.time()}"}
        check(stack.send(key, [event]) == 200, f"{name} looks at the prices again")
        until(f"{name} is scored with that", lambda name=name, before=before: stack.lead_of(f"u-{name}")["v"] != before, 240)


def announced_again(stack, key, name):
    """Nothing but the alert said that sales knew the lead: it waits, and is announced when it comes again."""
    before = len(stack.alerts_about(f"{name}@corp.example"))
    return_of(stack, key, [name])
    until(f"the alert about {name}", lambda: len(stack.alerts_about(f"{name}@corp.example")) > before)
    until(f"the post about {name}", lambda: len(stack.posts_about(f"{name}@corp.example")) > before)


def everything_due(stack):
    """The clock finds every lead due, now."""
    table = stack.outputs["LeadsTable"]
    for lead in stack.leads():
        stack.dynamodb.update_item(TableName=table, Key={"pk": lead["pk"], "sk": lead["sk"]}, UpdateExpression="SET dk = :dk, ds = :ds",
                                   ExpressionAttributeValues={":dk": {"S": "due#0"}, ":ds": {"S": "2026-01-01T00:00:00.000000000Z"}})
    stack.lambda_.invoke(FunctionName=f"{stack.name}-clock", Qualifier="live", Payload=b"{}")


def persons(stack):
    """Who is known, by all that they are known as, and the stage they are in."""
    return {tuple(sorted(lead["pr"]["SS"])): lead["stage"]["S"] for lead in stack.leads()}


def back_up(stack):
    """Tables as they are now, beside the stack's own: what restoring a backup makes."""
    made = {"persons": persons(stack)}
    for output in ("EventsTable", "LeadsTable", "ModelsTable", "ParkedTable"):
        name = made[output] = stack.outputs[output] + "-restored"
        stack.dynamodb.create_table(TableName=name, BillingMode="PAY_PER_REQUEST", KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}], AttributeDefinitions=[
            {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"}])
        each(stack.items(output), lambda item, name=name: stack.dynamodb.put_item(TableName=name, Item=item))
    return made


def empty(stack, output):
    table = stack.outputs[output]
    each(stack.items(output), lambda item: stack.dynamodb.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]}))


def each(items, work):
    with concurrent.futures.ThreadPoolExecutor(8) as side_by_side:
        list(side_by_side.map(work, items))


def now():
    """This instant, to the millisecond: what is received in the next one is later."""
    time.sleep(0.01)
    instant = datetime.datetime.now(datetime.timezone.utc)
    time.sleep(0.01)
    return instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


if __name__ == "__main__":
    main(*sys.argv[1:])
