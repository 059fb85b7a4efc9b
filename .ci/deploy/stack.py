"""A deployed stack under test: its AWS clients, its outputs, its API, what it stored and what it sent."""

import base64
import json
import time
import urllib.error
import urllib.request

import boto3


class Failed(Exception):
    """A check that did not hold."""


def check(holds, what):
    if not holds:
        raise Failed(what)
    print(f"  ok  {what}", flush=True)


def until(what, look, seconds=90):
    """Looks until there is something to see; gives it back."""
    deadline = time.monotonic() + seconds
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > deadline:
            raise Failed(f"not seen within {seconds} s: {what}")
        time.sleep(0.25)


class Stack:
    def __init__(self, endpoint, name):
        self.endpoint, self.name = endpoint, name
        self.dynamodb, self.sqs, self.sns, self.cloudformation, self.lambda_, self.logs, self.streams = (
            boto3.client(service, endpoint_url=endpoint)
            for service in ("dynamodb", "sqs", "sns", "cloudformation", "lambda", "logs", "dynamodbstreams")
        )
        found = self.cloudformation.describe_stacks(StackName=name)["Stacks"][0]
        self.outputs = {output["OutputKey"]: output["OutputValue"] for output in found["Outputs"]}
        self.api = f"{endpoint}/_aws/execute-api/{self.outputs['ApiId']}/live"
        self.inbox = self.sqs.create_queue(QueueName=f"{name}-inbox")["QueueUrl"]
        self.alerts = []

    def subscribe_inbox(self):
        arn = self.sqs.get_queue_attributes(QueueUrl=self.inbox, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        self.sns.subscribe(TopicArn=self.outputs["AlertTopicArn"], Protocol="sqs", Endpoint=arn)

    # ------------------------------------------------------------------ events in

    def send(self, key, events, attempts=1):
        """Posts a batch; tries again after 5xx and 429 as clients do. Gives the status of the last answer."""
        body = json.dumps({"batch": events}).encode()
        request = urllib.request.Request(f"{self.api}/v1/batch", data=body, headers={
            "Content-Type": "application/json",
            "Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode(),
        })
        status = 0
        for _ in range(attempts):
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return answer.status
            except urllib.error.HTTPError as refused:
                status = refused.code
                if status not in (429, 500, 502, 503, 504):
                    return status
            except OSError:
                status = 0
            time.sleep(1)
        return status

    # ------------------------------------------------------------------ alerts out

    def take_alerts(self):
        """All alerts that have arrived so far, as (body for machines, attributes)."""
        while True:
            got = self.sqs.receive_message(QueueUrl=self.inbox, MaxNumberOfMessages=10).get("Messages", [])
            if not got:
                return self.alerts
            for message in got:
                envelope = json.loads(message["Body"])
                self.alerts.append((json.loads(envelope["Message"]), envelope.get("MessageAttributes", {})))
                self.sqs.delete_message(QueueUrl=self.inbox, ReceiptHandle=message["ReceiptHandle"])

    def alerts_about(self, email):
        return [alert for alert, _ in self.take_alerts() if email in json.dumps(alert)]

    # ------------------------------------------------------------------ what is stored

    def items(self, output):
        pages = self.dynamodb.get_paginator("scan").paginate(TableName=self.outputs[output], ConsistentRead=True)
        return [item for page in pages for item in page["Items"]]

    def depth(self, output):
        attributes = self.sqs.get_queue_attributes(
            QueueUrl=self.outputs[output],
            AttributeNames=["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])["Attributes"]
        return sum(int(count) for count in attributes.values())

    def log_lines(self):
        for group in self.logs.describe_log_groups()["logGroups"]:
            for page in self.logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"]):
                for event in page["events"]:
                    yield event["message"]


def visitor(name):
    """What one visitor of one afternoon does: enough for the default model to make an MQL."""
    who = {"anonymousId": f"a-{name}", "userId": f"u-{name}"}

    def event(number, **fields):
        return {"messageId": f"{name}-{number}", "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), **who, **fields}

    return [
        event(1, type="page", properties={"path": "/"}),
        event(2, type="page", properties={"path": "/pricing"}),
        event(3, type="track", event="Whitepaper Downloaded", properties={"title": "Pricing guide"}),
        event(4, type="track", event="Form Submitted", properties={"form": "newsletter"}),
        event(5, type="identify", traits={"email": f"{name}@corp.example", "name": f"Jane {name.title()}", "company": "Corp",
                                          "employees": 250, "role": "CTO", "phone": "+44 20 7946 0000"}),
    ]
