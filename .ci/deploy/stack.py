"""A deployed stack under test: its AWS clients, its outputs, its API, what it stored and what it sent."""

import base64
import hashlib
import json
import os
import pathlib
import subprocess
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

    @staticmethod
    def points(alert):
        """What the reasons in an alert add up to."""
        scores = alert["scores"] if isinstance(alert["scores"], list) else alert["scores"].values()
        return sum(line["points"] for score in scores for line in score["lines"])

    def posts_about(self, email):
        """What came to Slack, in the words of its blocks."""
        posts = pathlib.Path(os.environ["SLACK_FOLDER"]) / "posts"
        return [line for line in posts.read_text().splitlines() if email in line] if posts.exists() else []

    # ------------------------------------------------------------------ what is stored

    def leads(self):
        """The living leads."""
        return [item for item in self.items("LeadsTable") if item["sk"]["S"] == "LEAD" and "pr" in item and "mi" not in item]

    def lead_of(self, user):
        """The living lead that this user id belongs to."""
        return next((lead for lead in self.leads() if profile("u", user) in lead["pr"]["SS"]), None)

    def qualified(self):
        return [lead for lead in self.leads() if lead["stage"]["S"] == "MQL"]

    def items(self, output):
        pages = self.dynamodb.get_paginator("scan").paginate(TableName=self.outputs[output], ConsistentRead=True)
        return [item for page in pages for item in page["Items"]]

    def parked(self):
        """Parked events: the counts of quotas and of messages a second are in that table too."""
        return [item for item in self.items("ParkedTable") if item["sk"]["S"] == "PARKED"]

    def depth(self, output):
        attributes = self.sqs.get_queue_attributes(
            QueueUrl=self.outputs[output],
            AttributeNames=["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])["Attributes"]
        return sum(int(count) for count in attributes.values())

    def peek(self, output):
        """The body of a message in a queue, which stays there."""
        message = self.sqs.receive_message(QueueUrl=self.outputs[output], VisibilityTimeout=0)["Messages"][0]
        return message["Body"]

    # ------------------------------------------------------------------ what is done to it

    def put(self, output, body):
        self.sqs.send_message(QueueUrl=self.outputs[output], MessageBody=body)

    def is_told_of(self, who):
        """Waits for the alert about somebody and the post in Slack. The clock is called every minute until the alert, because LocalStack
        keeps schedules and runs none: it sends what a function that was stopped, or got no answer, had claimed for two minutes."""
        email = f"{who}@corp.example"
        next_tick = time.monotonic() + 60

        def alerts():
            nonlocal next_tick
            if time.monotonic() > next_tick:
                self.call_clock()
                next_tick += 60
            return self.alerts_about(email)

        until(f"the alert about {who}", alerts, 240)
        until(f"the post about {who}", lambda: self.posts_about(email))

    def heed_asynchronous_settings(self):
        """LocalStack looks for what happens to failed asynchronous calls at the version, AWS at the alias that was called."""
        named = {"FunctionName": f"{self.name}-clock"}
        asked = self.lambda_.get_function_event_invoke_config(Qualifier="live", **named)
        version = self.lambda_.get_alias(Name="live", **named)["FunctionVersion"]
        self.lambda_.put_function_event_invoke_config(Qualifier=version, **named, **{
            name: asked[name] for name in ("MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig")})

    def call_clock(self):
        """A tick, as the schedule makes it: asynchronously, through the alias."""
        self.lambda_.invoke(FunctionName=f"{self.name}-clock", Qualifier="live", InvocationType="Event", Payload=b"{}")

    def run(self, *command, **options):
        """Runs a script of the project's on the stack; what it prints is shown. Gives whether it ended well, and what it said."""
        done = subprocess.run([command[0], "--stack", self.name, *command[1:]], capture_output=True, text=True, **options)
        said = (done.stdout + done.stderr).strip()
        print("      " + said.replace("\n", "\n      "), flush=True)
        return done.returncode == 0, said

    def log_lines(self):
        for group in self.logs.describe_log_groups()["logGroups"]:
            for page in self.logs.get_paginator("filter_log_events").paginate(logGroupName=group["logGroupName"]):
                for event in page["events"]:
                    yield event["message"]


def profile(kind, id):
    """The key under which the events of a user, an address or a device are stored."""
    return f"{kind}." + base64.urlsafe_b64encode(hashlib.sha256(id.encode()).digest()[:18]).decode()


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
