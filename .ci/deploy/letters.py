"""Every dead-letter queue, filled by what fills it in operation, and brought back by infra/deploy/redrive, once and again.

Usage: letters.py ENDPOINT STACK BROWSER_KEY SERVER_KEY      Reads SLACK_FOLDER, the folder of slack.py.
"""

import http.server
import json
import os
import pathlib
import sys
import threading
import time

from faults import without_the_topic
from stack import Stack, check, until, visitor


def main(endpoint, name, _browser_key, server_key):
    stack = Stack(endpoint, name)
    stack.heed_asynchronous_settings()
    mappings_give_up_after(stack, 1)
    events_dead_letters(stack, server_key)
    leads_dead_letters(stack, server_key)
    clock_dead_letters(stack, server_key)
    mappings_give_up_after(stack, -1)
    unposted_alerts(stack, server_key)
    refused_alerts(stack, server_key)
    undelivered_alerts_for_slack(stack, server_key)
    undelivered_alerts_for_others(stack, server_key)
    for queue in ("EventsDeadLetters", "LeadsDeadLetters", "ClockDeadLetters", "UnpostedAlerts", "UndeliveredAlerts"):
        check(stack.depth(queue) == 0, f"{queue} is empty")


def mappings_give_up_after(stack, attempts):
    """Six hours of failures are too long for a test: the streams' consumers give up after so many attempts. -1: as deployed."""
    for function in ("score", "detect"):
        for mapping in stack.lambda_.list_event_source_mappings(FunctionName=f"{stack.name}-{function}:live")["EventSourceMappings"]:
            stack.lambda_.update_event_source_mapping(UUID=mapping["UUID"], MaximumRetryAttempts=attempts)
            until("the mapping is changed", lambda m=mapping: stack.lambda_.get_event_source_mapping(UUID=m["UUID"])["State"] == "Enabled")


def events_dead_letters(stack, key):
    """A lead that a newer publication has scored: score waits for the newer model, in vain."""
    print("events that score gives up on")
    lead = prospect(stack, key, "stuck")
    number = lead["pu"]["N"]
    set_attribute(stack, lead, "pu", {"N": "999999"})
    stack.send(key, visitor("stuck"))
    until("EventsDeadLetters", lambda: stack.depth("EventsDeadLetters"))
    check(not stack.alerts_about("stuck@corp.example"), "EventsDeadLetters holds them, nobody is alerted")
    well, said = stack.run("infra/deploy/redrive", "--queue", "EventsDeadLetters")
    check(not well and "mend the cause" in said and stack.depth("EventsDeadLetters") > 0, "they stay there while the cause lasts")
    set_attribute(stack, lead, "pu", {"N": number})
    redriven(stack, "EventsDeadLetters")
    alerted_once(stack, "stuck")


def leads_dead_letters(stack, key):
    """Notices of a time in which there is no topic."""
    print("notices that detect gives up on")
    topic_comes_back = without_the_topic(stack, key, ["held"])
    until("LeadsDeadLetters", lambda: stack.depth("LeadsDeadLetters"))
    check(not stack.alerts_about("held@corp.example"), "LeadsDeadLetters holds them, nobody is alerted")
    well, said = stack.run("infra/deploy/redrive", "--queue", "LeadsDeadLetters")
    check(not well and "mend the cause" in said and stack.depth("LeadsDeadLetters") > 0, "they stay there while the cause lasts")
    topic_comes_back()
    redriven(stack, "LeadsDeadLetters")
    alerted_once(stack, "held")


def clock_dead_letters(stack, key):
    """What a tick did not do is done when it is brought back: here an alert that the streams' consumer had lost for good."""
    print("ticks that failed")
    topic_comes_back = without_the_topic(stack, key, ["overdue"])
    until("LeadsDeadLetters", lambda: stack.depth("LeadsDeadLetters"))
    stack.sqs.purge_queue(QueueUrl=stack.outputs["LeadsDeadLetters"])
    topic_comes_back()
    unreadable_publication(stack)
    redriven(stack, "ClockDeadLetters")
    alerted_once(stack, "overdue")


def unreadable_publication(stack):
    """A tick that finds no model fails."""
    at = {"pk": {"S": "PUBLICATION"}, "sk": {"S": "CURRENT"}}
    table = stack.outputs["ModelsTable"]
    current = stack.dynamodb.get_item(TableName=table, Key=at)["Item"]
    stack.dynamodb.delete_item(TableName=table, Key=at)
    try:
        time.sleep(11)  # functions keep a publication for ten seconds
        stack.call_clock()
        until("ClockDeadLetters", lambda: stack.depth("ClockDeadLetters"))
    finally:
        stack.dynamodb.put_item(TableName=table, Item=current)
    check(True, "ClockDeadLetters holds a tick")


def unposted_alerts(stack, key):
    print("alerts that Slack does not take for a while")
    refusal = pathlib.Path(os.environ["SLACK_FOLDER"]) / "answer"
    refusal.write_text("503")
    try:
        stack.send(key, visitor("unposted"))
        alert = until("the alert", lambda: stack.alerts_about("unposted@corp.example"))[0]
        until("AlertsForSlack", lambda: stack.depth("AlertsForSlack"))
        stack.put("UnpostedAlerts", json.dumps(alert))
        well, said = stack.run("infra/deploy/redrive", "--queue", "UnpostedAlerts")
        check(not well and "failed again" in said and stack.depth("UnpostedAlerts") > 0, "a letter stays there while Slack takes nothing")
    finally:
        refusal.unlink()
    until("the post, which needs nobody", lambda: stack.posts_about("unposted@corp.example"), 400)
    redriven(stack, "UnpostedAlerts")
    alerted_once(stack, "unposted")


def refused_alerts(stack, key):
    """What Slack refuses for good ends in no queue; the log says which alert it was."""
    print("alerts that Slack refuses")
    refusal = pathlib.Path(os.environ["SLACK_FOLDER"]) / "answer"
    refusal.write_text("404")
    try:
        stack.send(key, visitor("refused"))
        alert = until("the alert", lambda: stack.alerts_about("refused@corp.example"))[0]["alert"]
        until("the log says so", lambda: [line for line in stack.log_lines() if "Slack refused" in line and alert in line and "404" in line])
    finally:
        refusal.unlink()
    check(stack.depth("UnpostedAlerts") == 0 and not stack.posts_about("refused@corp.example"), "the log of notify names the alert; no queue holds it")
    well, _ = stack.run("infra/deploy/redrive", "--alert", alert)
    check(well, "infra/deploy/redrive --alert publishes it again")
    until("the post", lambda: stack.posts_about("refused@corp.example"))
    again = until("it again", lambda: (got := stack.alerts_about("refused@corp.example")) and len(got) == 2 and got)
    check(again[0] == again[1], "it is in Slack; who had it sees the same alert again")


def undelivered_alerts_for_slack(stack, key):
    """What SNS could not put into the queue comes to the dead letters as it was to be put."""
    print("alerts that SNS cannot put into the queue for Slack")
    refusal = pathlib.Path(os.environ["SLACK_FOLDER"]) / "answer"
    refusal.write_text("404")
    try:
        stack.send(key, visitor("undelivered"))
        alert = until("the alert", lambda: stack.alerts_about("undelivered@corp.example"))[0]
        until("it is refused", lambda: [line for line in stack.log_lines() if "Slack refused" in line and alert["alert"] in line])
    finally:
        refusal.unlink()
    stack.put("UndeliveredAlerts", json.dumps(alert))
    redriven(stack, "UndeliveredAlerts")
    alerted_once(stack, "undelivered")


def undelivered_alerts_for_others(stack, key):
    """A subscriber (here one that takes text, as mailboxes do) that is away."""
    print("alerts that SNS cannot deliver to somebody who takes text")
    with Listener(0) as listener:
        port = listener.port
        queue = stack.sqs.get_queue_attributes(QueueUrl=stack.outputs["UndeliveredAlerts"], AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        subscription = stack.sns.subscribe(TopicArn=stack.outputs["AlertTopicArn"], Protocol="http", Endpoint=f"http://127.0.0.1:{port}/",
                                           Attributes={"RedrivePolicy": json.dumps({"deadLetterTargetArn": queue})}, ReturnSubscriptionArn=True)
        until("the subscription is asked for", lambda: listener.received)
        stack.sns.confirm_subscription(TopicArn=stack.outputs["AlertTopicArn"], Token=listener.received[0]["Token"])
    stack.send(key, visitor("away"))
    until("UndeliveredAlerts", lambda: stack.depth("UndeliveredAlerts"))
    with Listener(port) as listener:
        redriven(stack, "UndeliveredAlerts")
        got = until("the alert", lambda: [it for it in listener.received if "away@corp.example" in it.get("Message", "")])
    stack.sns.unsubscribe(SubscriptionArn=subscription["SubscriptionArn"])
    check(len(got) == 1, "who was away has it now, as text")
    first, *repeats = stack.alerts_about("away@corp.example")
    check(repeats == [first], "subscribers who had it see the same alert again, id and body")
    check(len(stack.posts_about("away@corp.example")) == 1, "Slack does not")


# ---------------------------------------------------------------------- means


def prospect(stack, key, who):
    """A person who is known and not yet warm: the first page and the last event of a visitor."""
    events = visitor(who)
    stack.send(key, [events[0], events[4]])
    until(f"user and address of {who} are one", lambda: (lead := stack.lead_of(f"u-{who}")) and len(lead["pr"]["SS"]) == 2)
    return settled(stack, f"u-{who}")


def settled(stack, user):
    """The lead once it was scored and nobody has written it for a while: what the test writes next must not be overwritten."""
    seen = []

    def quiet():
        seen.append(stack.lead_of(user))
        time.sleep(1)
        return seen[-1]["pu"]["N"] != "0" and len(seen) > 3 and len({lead["v"]["N"] for lead in seen[-4:]}) == 1

    until(f"{user} is scored", quiet)
    return seen[-1]


def set_attribute(stack, lead, name, value):
    stack.dynamodb.update_item(TableName=stack.outputs["LeadsTable"], Key={"pk": lead["pk"], "sk": lead["sk"]}, UpdateExpression="SET #n = :v",
                               ExpressionAttributeNames={"#n": name}, ExpressionAttributeValues={":v": value})


def redriven(stack, queue):
    well, _ = stack.run("infra/deploy/redrive", "--queue", queue)
    check(well and stack.depth(queue) == 0, f"infra/deploy/redrive works {queue} off")


def alerted_once(stack, who):
    stack.is_told_of(who)
    time.sleep(2)
    email = f"{who}@corp.example"
    check(len(stack.alerts_about(email)) == len(stack.posts_about(email)) == 1, f"one alert and one post about {who}")


class Listener:
    """An HTTP subscriber."""

    def __init__(self, port):
        received = self.received = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_POST(self):
                received.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.port = self.server.server_port

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


if __name__ == "__main__":
    main(*sys.argv[1:])
