"""Both teams at the desk of the deployed stack: a lead from the queue to its return, through API Gateway; and a lead that
nobody accepts, which the clock gives to a colleague.

Usage: desk.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
"""

import datetime
import hashlib
import hmac
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

import boto3

from stack import Stack, check, until, visitor

SIGNING = uuid.uuid4().hex

DEMO = pathlib.Path("infra/models/teams/demo.yaml")


class Desk:
    def __init__(self, stack):
        self.address = f"{stack.endpoint}/_aws/execute-api/{stack.outputs['DeskApiId']}/live/api/v1/"
        self.signing = (pathlib.Path(os.environ["ISSUER_FOLDER"]) / "signing").read_text()

    def token(self, person):
        return urllib.request.urlopen(f"{self.signing}{person}@corp.example").read().decode()

    def ask(self, person, path, body=None, key=None, token=None):
        headers = {"Authorization": f"Bearer {token or self.token(person)}", "Content-Type": "application/json"}
        if body is not None:
            headers["Idempotency-Key"] = key or str(uuid.uuid4())
        request = urllib.request.Request(self.address + path, headers=headers, data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as refused:
            return refused.code, json.loads(refused.read() or b"{}")

    def act(self, person, lead, body, key=None):
        return self.ask(person, f"leads/{lead}/acts", body, key)


class Buttons:
    """What Slack sends when somebody presses a button; its answers come to the Slack of this machine (slack.py)."""

    def __init__(self, stack):
        self.address = f"{stack.endpoint}/_aws/execute-api/{stack.outputs['DeskApiId']}/live/slack/actions"
        self.folder = pathlib.Path(os.environ["SLACK_FOLDER"])
        self.answers = f"https://hooks.slack.com:{(self.folder / 'port').read_text()}/actions/T/1"
        boto3.client("secretsmanager", endpoint_url=stack.endpoint).put_secret_value(SecretId=stack.outputs["SlackSigningSecret"], SecretString=SIGNING)

    def press(self, user, lead, action="accepted", at="1.1", secret=SIGNING):
        payload = {"type": "block_actions", "user": {"id": user}, "message": {"ts": "1772445600.000100"}, "response_url": self.answers,
                   "actions": [{"action_id": action, "block_id": f"{lead}.1", "action_ts": at}]}
        body, now = urllib.parse.urlencode({"payload": json.dumps(payload)}), str(int(time.time()))
        signature = "v0=" + hmac.new(secret.encode(), f"v0:{now}:{body}".encode(), hashlib.sha256).hexdigest()
        request = urllib.request.Request(self.address, data=body.encode(), headers={
            "Content-Type": "application/x-www-form-urlencoded", "X-Slack-Request-Timestamp": now, "X-Slack-Signature": signature})
        try:
            return urllib.request.urlopen(request, timeout=60).status
        except urllib.error.HTTPError as refused:
            return refused.code

    def said(self, words):
        return [line for line in (self.folder / "posts").read_text().splitlines() if words in line and "response_type" in line]


def buttons(stack, desk, server_key):
    pressing = Buttons(stack)
    check(stack.send(server_key, visitor("pressed")) == 200, "another visitor's events are taken")
    lead = until("the visitor in the queue", lambda: next(
        (row for row in desk.ask("kim", "queue")[1].get("leads", []) if row["person"].get("email") == "pressed@corp.example"), None))
    first = lead.get("owner", "kim")
    second, users = "bo" if first == "kim" else "kim", {"kim": "U0KIM", "bo": "U0BO"}
    check(pressing.press(users[first], lead["lead"], secret="another") == 401, "a press that Slack did not sign is refused")
    check(pressing.press(users[first], lead["lead"]) == 200 and desk.ask("kim", f"leads/{lead['lead']}")[1]["stage"] == "SAL", "a button in Slack accepts")
    until("notify to hear of it", lambda: [line for line in stack.log_lines() if '"SlackNowhere":1' in line.replace(" ", "")])
    check(True, "notify hears on the leads stream who took it; a webhook has no thread to say it in")
    steps = [step["to"] for step in desk.ask("kim", f"leads/{lead['lead']}")[1]["history"]]
    check(pressing.press(users[first], lead["lead"]) == 200, "the same press again is taken")
    check([step["to"] for step in desk.ask("kim", f"leads/{lead['lead']}")[1]["history"]] == steps, "and does nothing")
    check(pressing.press(users[second], lead["lead"], at="1.2") == 200 and len(pressing.said("has it since")) == 1, "the second is told who was first")
    check(not [line for line in stack.log_lines() if SIGNING in line or "U0KIM" in line or "v0=" in line], "neither secret nor member id is in the logs")


def main(endpoint, name, _, server_key):
    stack = Stack(endpoint, name)
    desk = Desk(stack)
    publish(stack, DEMO)

    check(stack.send(server_key, visitor("desked")) == 200, "a visitor's events are taken")
    who = "desked@corp.example"
    row = until("the visitor in the queue", lambda: next(
        (row for row in desk.ask("kim", "queue")[1].get("leads", []) if row["person"].get("email") == who), None))
    check(row["stage"] == "MQL" and row["queue"] == "inbound-sdr", "the visitor is in the queue of sales")
    first = row.get("owner", "kim")
    second = "bo" if first == "kim" else "kim"

    status, forged = desk.ask("kim", "queue", token=desk.token("kim")[:-6] + "AAAAAA")
    check(status == 401 and forged["code"] == "unauthorized", "a forged token is refused")
    check(desk.ask("eve", "queue")[0] == 403, "who is not in the team is not let in")
    check(desk.act("mia", who, {"act": "accepted"})[0] == 403, "marketing does not accept")

    status, accepted = desk.act(first, who, {"act": "accepted"}, "accept-1")
    check(status == 200 and accepted["stage"] == "SAL" and accepted["owner"] == first, f"{first} accepts the lead")
    check(desk.act(first, who, {"act": "accepted"}, "accept-1") == (status, accepted), "the same again answers the same")
    status, late = desk.act(second, who, {"act": "accepted"})
    check(status == 409 and late["error"].startswith(f"{first} has it since"), "the second is told who was first")

    status, returned = desk.act(first, who, {"act": "returned", "reason": "no-budget"})
    check(status == 200 and returned["stage"] == "Recycled", "the lead is returned with a reason")
    check(any(row["lead"] == returned["lead"] for row in until(
        "the lead among what came back", lambda: desk.ask("mia", "returned")[1].get("returned"))), "marketing sees that it came back")
    lead = desk.ask("mia", f"leads/{who}?timeline")[1]
    check([line["who"] for line in lead["history"]][:2] == [first, first], "the history says who did what")
    outcomes = [item for item in stack.items("EventsTable") if item.get("ty", {}).get("S") == "outcome"]
    check(len(outcomes) == 2, "both acts are in the log, once each")
    check(desk.ask("lee", "sla")[1]["required"] == ["email", "company"], "the agreement says what is required")
    digest(stack, endpoint, name)
    found = [line for line in stack.log_lines() if "eyJ" in line or "Bearer" in line]
    check(not found, "no token is in the logs")
    buttons(stack, desk, server_key)
    passed_on(stack, desk, server_key)


def digest(stack, endpoint, name):
    """What both teams did this week, by the command line; and that of last week as the clock sends it, its Monday moved to now."""
    week = datetime.date.today().strftime("%G-W%V")
    told = subprocess.run(["infra/warmline", "digest", "--stack", name, "--endpoint", endpoint, "--week", week, "--json"], capture_output=True, text=True)
    check(told.returncode == 0, f"the digest is counted{told.stderr if told.returncode else ''}")
    counted = json.loads(told.stdout)
    check(counted["last"]["accepted"]["times"] >= 1 and counted["returnedBy"].get("no-budget", 0) >= 1, "it has what was accepted and returned")

    stack.call_clock()
    planned = until("the notice of the next digest", lambda: next(
        (item for item in stack.items("LeadsTable") if item["sk"]["S"].startswith("NOTICE#w-teams.0.digest-") and "dk" in item), None))
    past = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%S")
    stack.dynamodb.update_item(
        TableName=stack.outputs["LeadsTable"], Key={key: planned[key] for key in ("pk", "sk")}, UpdateExpression="SET nb = :nb, ds = :ds",
        ExpressionAttributeValues={":nb": {"S": f"{past}Z"}, ":ds": {"S": f"{past}.000000000Z"}})
    stack.call_clock()
    sent = until("the digest", lambda: [alert for alert, _ in stack.take_alerts() if alert.get("notice") == "digest"])
    check(sent[0]["schema"] == "warmline.digest/1" and "Left undone" in sent[0]["text"], "the clock sends the digest")


def publish(stack, file):
    done = subprocess.run(["infra/warmline", "team", "publish", str(file), "--stack", stack.name, "--endpoint", stack.endpoint], capture_output=True, text=True)
    check(done.returncode == 0, f"the team is published{done.stderr if done.returncode else ''}")


def passed_on(stack, desk, server_key):
    """Three serve the queue and have a minute to accept: after another half the lead is a colleague's."""
    with tempfile.TemporaryDirectory() as folder:
        hasty = pathlib.Path(folder) / "hasty.yaml"
        hasty.write_text(DEMO.read_text().replace("members: [kim, bo]", "members: [kim, bo, ana]").replace("accept-within: 4h", "accept-within: 60s"))
        publish(stack, hasty)
    time.sleep(11)  # functions remember a team for ten seconds
    who = "lingering@corp-of-its-own.example"
    events = visitor("lingering")
    events[-1]["traits"].update(email=who, company="Corp of its own")
    check(stack.send(server_key, events) == 200, "another visitor's events are taken")
    lead = until("its owner", lambda: (seen := desk.ask("lee", f"leads/{who}")[1]).get("owner") and seen)
    first = lead["owner"]

    def owner():
        stack.call_clock()
        time.sleep(3)
        return desk.ask("lee", f"leads/{who}")[1].get("owner")

    second = until("another owner", lambda: (now := owner()) not in (first, None) and now, seconds=150)
    check(second in ("kim", "bo", "ana"), f"{first} did not accept in time, so {second} has the lead")
    acts = desk.ask("lee", f"leads/{who}")[1]["cycles"][0]["acts"]
    check([(act["act"], act["by"]) for act in acts] == [("assigned", "warmline")], "its record says that Warmline assigned it")
    told = until("both alerts", lambda: (seen := {a["notice"]: a for a in stack.alerts_about(who)}).keys() >= {"overdue", "reassigned"} and seen)
    check("lee" in told["overdue"]["to"], "lee heard that it was overdue")
    check({first, second} <= set(told["reassigned"]["to"]), "both heard that it is in other hands")
    publish(stack, DEMO)


if __name__ == "__main__":
    main(*sys.argv[1:])
