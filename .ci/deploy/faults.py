"""What goes wrong in operation, against a deployed stack: poison in each stream, an outage of SNS and of the database. Nothing is
lost, nobody is alerted twice.

Usage: faults.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
Reads LOCALSTACK_PID (to find the database's process), SLACK_FOLDER (of slack.py) and OUTAGE_SECONDS (90).
"""

import os
import signal
import subprocess
import sys
import time

from stack import Stack, check, until, visitor

OUTAGE_SECONDS = int(os.environ.get("OUTAGE_SECONDS", "90"))
COUNT = 5


def main(endpoint, name, _browser_key, server_key):
    stack = Stack(endpoint, name)
    stack.heed_asynchronous_settings()
    poison_in_the_events_stream(stack, server_key)
    poison_in_the_leads_stream(stack, server_key)
    outages(stack, server_key)


def poison_in_the_events_stream(stack, key):
    print("poison in the events stream")
    before = len(stack.parked())
    poison = ({"b": {"S": "?"}}, {}, {"b": {"B": b"\x00\x01\xff"}, "v": {"N": "-1"}})
    for number, rest in enumerate(poison):
        stack.dynamodb.put_item(TableName=stack.outputs["EventsTable"], Item={"pk": {"S": f"p-poison{number}"}, "sk": {"S": "poison"}, **rest})
    stack.send(key, visitor("afterpoison"))
    until("the alert about a visitor after the poison", lambda: stack.alerts_about("afterpoison@corp.example"))
    parked = until("the poison is parked", lambda: at_least(before + len(poison), stack.parked()))
    check(len(parked) == before + len(poison), f"{len(poison)} poison records are parked, the visitor after them is alerted about")
    check(stack.depth("EventsDeadLetters") == 0, "nothing is in EventsDeadLetters")


def poison_in_the_leads_stream(stack, key):
    print("poison in the leads stream")
    before = len(stack.parked())
    poison = [{"pk": {"S": "l-poison"}, "sk": {"S": f"NOTICE#{name}"}} for name in ("nameless", "l-poison.1")]
    for item in poison:
        stack.dynamodb.put_item(TableName=stack.outputs["LeadsTable"], Item=item)
    stack.send(key, visitor("afterbadlead"))
    until("the alert about a lead after the poison", lambda: stack.alerts_about("afterbadlead@corp.example"))
    parked = until("the poison is parked", lambda: at_least(before + len(poison), stack.parked()))
    check(len(parked) == before + len(poison), f"{len(poison)} poison records are parked, the lead after them is alerted about")
    check(stack.depth("LeadsDeadLetters") == 0, "nothing is in LeadsDeadLetters")
    for item in poison:
        stack.dynamodb.delete_item(TableName=stack.outputs["LeadsTable"], Key={"pk": item["pk"], "sk": item["sk"]})


def outages(stack, key):
    """The alert topic is gone for a while; before it is back, the database stops answering."""
    print(f"the alert topic is gone, then the database answers nobody for {OUTAGE_SECONDS} s")
    unheard, during = ([f"{when}{n}" for n in range(COUNT)] for when in ("unheard", "during"))
    topic_comes_back = without_the_topic(stack, key, unheard)
    without_the_database(stack, key, during, topic_comes_back)
    taken = [stack.send(key, visitor(who), attempts=30) for who in during]
    check(taken == [200] * COUNT, f"the same events are taken once it is back ({COUNT} visitors)")
    began = time.monotonic()
    alerted_once(stack, unheard + during)
    print(f"      all worked off {time.monotonic() - began:.0f} s after it came back")
    check(stack.depth("EventsDeadLetters") + stack.depth("LeadsDeadLetters") == 0, "nothing ended in the dead letters of a stream")
    until("the tick that failed is in ClockDeadLetters", lambda: stack.depth("ClockDeadLetters") > 0)
    check(True, "the tick of the clock that failed meanwhile is in ClockDeadLetters")


def without_the_topic(stack, key, visitors):
    """The topic goes, with everybody who subscribed; gives what brings it back with them."""
    topic = stack.outputs["AlertTopicArn"]
    subscribed = [(it, stack.sns.get_subscription_attributes(SubscriptionArn=it["SubscriptionArn"])["Attributes"])
                  for it in stack.sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] if it["SubscriptionArn"].startswith("arn:")]
    before = len(stack.qualified())
    stack.sns.delete_topic(TopicArn=topic)
    for who in visitors:
        stack.send(key, visitor(who))
    until("the leads are MQL", lambda: len(stack.qualified()) >= before + len(visitors))
    time.sleep(5)
    check(not any(stack.alerts_about(f"{who}@corp.example") for who in visitors), f"no alert can be sent about {len(visitors)} leads")

    def comes_back():
        stack.sns.create_topic(Name=topic.rpartition(":")[2])
        for subscription, attributes in subscribed:
            kept = {name: attributes[name] for name in ("RedrivePolicy", "RawMessageDelivery") if name in attributes}
            stack.sns.subscribe(TopicArn=topic, Protocol=subscription["Protocol"], Endpoint=subscription["Endpoint"], Attributes=kept)
    return comes_back


def without_the_database(stack, key, visitors, topic_comes_back):
    pid = database_pid()
    os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    try:
        time.sleep(12)  # not before whoever is publishing has given up
        topic_comes_back()
        stack.call_clock()
        answers = [stack.send(key, visitor(who)) for who in visitors[:2]]
        check(all(status in (429, 500, 502, 503, 504) for status in answers), f"what cannot be stored is answered so that clients come again ({answers})")
        while (left := OUTAGE_SECONDS - (time.monotonic() - began)) > 0:
            time.sleep(min(left, 1))
    finally:
        os.kill(pid, signal.SIGCONT)


def alerted_once(stack, visitors):
    """Every one of them in the queue of a subscriber and in Slack, and no more than once."""
    for who in visitors:
        stack.is_told_of(who)
    time.sleep(3)
    alerts = [len(stack.alerts_about(f"{who}@corp.example")) for who in visitors]
    posts = [len(stack.posts_about(f"{who}@corp.example")) for who in visitors]
    check(alerts == posts == [1] * len(visitors), f"{len(visitors)} leads, {sum(alerts)} alerts, {sum(posts)} posts in Slack: one about each")


def at_least(count, items):
    return items if len(items) >= count else None


def database_pid():
    """The DynamoDB Local that our LocalStack started."""
    children = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    ours = {os.environ["LOCALSTACK_PID"]}
    lines = [line.split(None, 2) for line in children.splitlines()]
    for _ in range(5):
        ours |= {pid for pid, parent, *_ in lines if parent in ours}
    return next(int(pid) for pid, _, args in lines if pid in ours and "DynamoDBLocal" in args)


if __name__ == "__main__":
    main(*sys.argv[1:])
