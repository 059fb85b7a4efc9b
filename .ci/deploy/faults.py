"""What goes wrong in operation, against a deployed stack: poison in each stream, an outage of the database and of SNS, dead
letters brought back, leads rebuilt from the log. Nothing is lost, nobody is alerted twice.

Usage: faults.py ENDPOINT STACK BROWSER_KEY SERVER_KEY       (needs LOCALSTACK_PID to find the database's process)
"""

import json
import os
import signal
import subprocess
import sys
import time

from stack import Stack, check, until, visitor

OUTAGE_SECONDS = int(os.environ.get("OUTAGE_SECONDS", "45"))


def main(endpoint, name, _browser_key, server_key):
    stack = Stack(endpoint, name)
    poison_in_the_events_stream(stack, server_key)
    poison_in_the_leads_stream(stack, server_key)
    outage_of_the_database(stack, server_key)
    outage_of_sns(stack, server_key)
    redrives(stack, server_key)
    rebuild(stack)


def poison_in_the_events_stream(stack, key):
    print("a poison record in the events stream")
    before = len(parked(stack))
    stack.dynamodb.put_item(TableName=stack.outputs["EventsTable"], Item={"pk": {"S": "p-poison"}, "sk": {"S": "poison"}, "b": {"S": "?"}})
    stack.send(key, visitor("afterpoison"))
    until("the alert about a visitor after the poison", lambda: stack.alerts_about("afterpoison@corp.example"))
    check(len(parked(stack)) == before + 1, "the poison is parked, the others are worked off")
    check(stack.depth("EventsDeadLetters") == 0, "nothing is in EventsDeadLetters")


def poison_in_the_leads_stream(stack, key):
    print("a poison record in the leads stream")
    before = len(parked(stack))
    stack.dynamodb.put_item(TableName=stack.outputs["LeadsTable"], Item={"pk": {"S": "no-lead"}, "sk": {"S": "LEAD"}, "stage": {"S": "MQL"}})
    stack.send(key, visitor("afterbadlead"))
    until("the alert about a lead after the poison", lambda: stack.alerts_about("afterbadlead@corp.example"))
    until("the poison is parked", lambda: len(parked(stack)) > before)
    check(stack.depth("LeadsDeadLetters") == 0, "nothing is in LeadsDeadLetters")
    stack.dynamodb.delete_item(TableName=stack.outputs["LeadsTable"], Key={"pk": {"S": "no-lead"}, "sk": {"S": "LEAD"}})


def outage_of_the_database(stack, key):
    print(f"the database stops answering for {OUTAGE_SECONDS} s")
    pid = database_pid()
    stack.send(key, visitor("before"))
    os.kill(pid, signal.SIGSTOP)
    try:
        refused = stack.send(key, visitor("during"))
        check(refused in (0, 429, 500, 502, 503, 504), f"events that cannot be stored are answered so that clients come again ({refused or 'time-out'})")
        time.sleep(max(0, OUTAGE_SECONDS - 30))
    finally:
        os.kill(pid, signal.SIGCONT)
    check(stack.send(key, visitor("during"), attempts=30) == 200, "the same events are taken once it is back")
    for who in ("before", "during"):
        until(f"the alert about {who}", lambda who=who: stack.alerts_about(f"{who}@corp.example"), 180)
        check(len(stack.alerts_about(f"{who}@corp.example")) == 1, f"one alert about the visitor {who} the outage")


def outage_of_sns(stack, key):
    print("the alert topic is gone for a while")
    topic = stack.outputs["AlertTopicArn"]
    before = len(qualified(stack))
    stack.sns.delete_topic(TopicArn=topic)
    stack.send(key, visitor("unheard"))
    until("the lead is MQL", lambda: len(qualified(stack)) > before)
    time.sleep(10)
    check(not stack.alerts_about("unheard@corp.example"), "no alert can be sent")
    stack.sns.create_topic(Name=topic.rpartition(":")[2])
    stack.subscribe_inbox()
    until("the alert after the topic is back", lambda: stack.alerts_about("unheard@corp.example"), 180)
    check(len(stack.alerts_about("unheard@corp.example")) == 1, "one alert, late")


def redrives(stack, key):
    print("dead letters are brought back")
    shard_event(stack, key, "redriven")
    run("infra/redrive", "--stack", stack.name, "--queue", "EventsDeadLetters")
    check(stack.depth("EventsDeadLetters") == 0, "EventsDeadLetters is worked off")
    check(len(stack.alerts_about("redriven@corp.example")) == 1, "bringing back what was done after all alerts nobody again")

    alert = stack.alerts_about("redriven@corp.example")[0]
    envelope = {"Type": "Notification", "MessageId": "m", "TopicArn": stack.outputs["AlertTopicArn"], "Subject": "s",
                "Message": json.dumps(alert), "Timestamp": "2026-01-01T00:00:00.000Z", "SignatureVersion": "1",
                "Signature": "s", "SigningCertUrl": "u", "UnsubscribeUrl": "u", "MessageAttributes": {}}
    put(stack, "UndeliveredAlerts", envelope)
    run("infra/redrive", "--stack", stack.name, "--queue", "UndeliveredAlerts")
    check(stack.depth("UndeliveredAlerts") == 0, "UndeliveredAlerts is worked off")
    put(stack, "UnpostedAlerts", {"requestPayload": {"Records": [{"EventSource": "aws:sns", "EventVersion": "1.0", "Sns": envelope}]}})
    run("infra/redrive", "--stack", stack.name, "--queue", "UnpostedAlerts")
    check(stack.depth("UnpostedAlerts") == 0, "UnpostedAlerts is worked off")
    put(stack, "ClockDeadLetters", {})
    run("infra/redrive", "--stack", stack.name, "--queue", "ClockDeadLetters")
    check(stack.depth("ClockDeadLetters") == 0, "ClockDeadLetters is worked off")


def shard_event(stack, key, who):
    """Lets a visitor in and puts into the dead letters where their records stand, as Lambda would after six hours."""
    stack.send(key, visitor(who))
    until(f"the alert about {who}", lambda: stack.alerts_about(f"{who}@corp.example"))
    stream = stack.dynamodb.describe_table(TableName=stack.outputs["EventsTable"])["Table"]["LatestStreamArn"]
    for shard in stack.streams.describe_stream(StreamArn=stream)["StreamDescription"]["Shards"]:
        at = stack.streams.get_shard_iterator(StreamArn=stream, ShardId=shard["ShardId"], ShardIteratorType="TRIM_HORIZON")["ShardIterator"]
        records = stack.streams.get_records(ShardIterator=at)["Records"]
        if records:
            put(stack, "EventsDeadLetters", {"DDBStreamBatchInfo": {
                "streamArn": stream, "shardId": shard["ShardId"], "batchSize": len(records),
                "startSequenceNumber": records[0]["dynamodb"]["SequenceNumber"],
                "endSequenceNumber": records[-1]["dynamodb"]["SequenceNumber"]}})
            return
    raise SystemExit("no records in the stream")


def rebuild(stack):
    print("leads are rebuilt from the log")
    time.sleep(3)
    alerts = len(stack.take_alerts())
    leads = {item["pk"]["S"]: item["stage"]["S"] for item in stack.items("LeadsTable") if item["sk"]["S"] == "LEAD" and "stage" in item}
    for item in stack.items("LeadsTable"):
        stack.dynamodb.delete_item(TableName=stack.outputs["LeadsTable"], Key={"pk": item["pk"], "sk": item["sk"]})
    run("infra/rebuild", "--stack", stack.name)
    again = {item["pk"]["S"]: item["stage"]["S"] for item in stack.items("LeadsTable") if item["sk"]["S"] == "LEAD" and "stage" in item}
    check(again == leads, f"the same {len(leads)} leads in the same stages")
    time.sleep(15)
    check(len(stack.take_alerts()) == alerts, "and nobody is alerted again")


def parked(stack):
    return stack.items("ParkedTable")


def qualified(stack):
    return [item for item in stack.items("LeadsTable") if item["sk"]["S"] == "LEAD" and item.get("stage", {}).get("S") == "MQL"]


def put(stack, queue, body):
    stack.sqs.send_message(QueueUrl=stack.outputs[queue], MessageBody=json.dumps(body))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    print("    " + (done.stdout + done.stderr).strip().replace("\n", "\n    "))
    check(done.returncode == 0, " ".join(command))


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
