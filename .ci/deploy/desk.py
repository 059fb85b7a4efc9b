"""Both teams at the desk of the deployed stack: a lead from the queue to its return and the answer, through API Gateway.

Usage: desk.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
"""

import json
import os
import pathlib
import subprocess
import sys
import urllib.error
import urllib.request
import uuid

from stack import Stack, check, until, visitor


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


def main(endpoint, name, _, server_key):
    stack = Stack(endpoint, name)
    desk = Desk(stack)
    done = subprocess.run(["infra/warmline", "team", "publish", "infra/models/teams/demo.yaml", "--stack", name, "--endpoint", endpoint],
                          capture_output=True, text=True)
    check(done.returncode == 0, f"the team is published{done.stderr if done.returncode else ''}")

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
    found = [line for line in stack.log_lines() if "eyJ" in line or "Bearer" in line]
    check(not found, "no token is in the logs")


if __name__ == "__main__":
    main(*sys.argv[1:])
