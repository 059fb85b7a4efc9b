"""One visitor from the API to the alert, and nothing about them where it does not belong.

Usage: walk.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
"""

import json
import subprocess
import sys
import time

from stack import Stack, check, profile, until, visitor

PERSONAL = ("corp.example", "jane", "7946 0000")


def main(endpoint, name, browser_key, server_key):
    stack = Stack(endpoint, name)
    test = until("the test alert of infra/deploy/init", lambda: [a for a, _ in stack.take_alerts() if "nobody@example.com" in json.dumps(a)])
    check(len(test) == 1, "infra/deploy/init sent one test alert")

    check(stack.send("wrong", visitor("stranger")) == 401, "an unknown key is refused")
    check(stack.send(server_key, visitor("walker")) == 200, "a visitor's five events are taken")
    began = time.monotonic()
    until("the alert about the visitor", lambda: stack.alerts_about("walker@corp.example"))
    print(f"  from the answer to the alert: {time.monotonic() - began:.1f} s (first time, everything cold)")

    for _ in range(3):
        check(stack.send(server_key, visitor("walker")) == 200, "the same batch again is taken")
    check(stack.send(browser_key, visitor("runner")) == 200, "a page's events are taken with the public key")
    began = time.monotonic()
    until("the alert about another visitor", lambda: stack.alerts_about("runner@corp.example"))
    print(f"  from the answer to the alert: {time.monotonic() - began:.1f} s (warm)")

    alerts = stack.alerts_about("walker@corp.example")
    check(len(alerts) == 1, "repeated events alert nobody again")
    check(abs(stack.points(alerts[0]) - 62) < 0.5, "the alert's reasons add up to the score, 62 points")
    until("the post about the visitor", lambda: stack.posts_about("walker@corp.example"))
    check(len(stack.posts_about("walker@corp.example")) == 1, "and Slack got it once")
    check(len(stack.items("EventsTable")) == 10, "every event is in the log once")

    watched(stack, server_key)
    nothing_personal(stack)
    for queue in ("EventsDeadLetters", "LeadsDeadLetters", "UndeliveredAlerts"):
        check(stack.depth(queue) == 0, f"{queue} is empty")


def watched(stack, server_key):
    """What a source sends, seen while it comes: a visitor, and an event that is parked."""
    source = next(item["name"]["S"] for item in stack.items("ModelsTable") if item["sk"]["S"] == "SOURCE" and item["trust"]["S"] == "server")
    watching = subprocess.Popen(
        ["infra/warmline", "source", "watch", source, "--stack", stack.name, "--endpoint", stack.endpoint, "--json", "--seconds", "90", "--limit", "6"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    said = next((line for line in watching.stderr if line.startswith("watching")), "")
    check(said.startswith(f"watching {source}"), f"warmline source watch {source} watches the deployed stack")
    nobody = {"messageId": "nobody-1", "type": "track", "event": "Demo Requested"}
    check(stack.send(server_key, [*visitor("watched"), nobody]) == 200, "a visitor's events and one that names nobody are taken")
    out, err = watching.communicate(timeout=120)
    seen = [json.loads(line) for line in out.splitlines()]
    check(watching.returncode == 0 and len(seen) == 6, f"all six are shown, and it ends by itself{err if watching.returncode else ''}")
    check(any("pricing" in sight["why"] for sight in seen), "with the rules that they match")
    check(any(sight["what"] == "parked" for sight in seen), "and with the reason of the one that was parked")


def nothing_personal(stack):
    keys = [json.dumps({key: item[key] for key in ("pk", "sk", "qk", "qs", "dk", "ds") if key in item})
            for table in ("EventsTable", "LeadsTable", "ParkedTable", "ModelsTable") for item in stack.items(table)]
    attributes = [json.dumps(attributes) for _, attributes in stack.take_alerts()]
    lines = list(stack.log_lines())
    check(len(lines) > 0, f"functions logged ({len(lines)} lines looked at)")
    for what, texts in (("keys", keys), ("message attributes", attributes), ("log lines", lines)):
        found = [text for text in texts for word in PERSONAL if word in text.lower()]
        check(not found, f"no personal data in {what}" + "".join(f"\n      {text[:300]}" for text in found[:3]))
    guesses = [profile(kind, id) for name in ("walker", "runner", "watched") for kind, id in (("u", f"u-{name}"), ("e", f"{name}@corp.example"), ("a", f"a-{name}"))]
    shown = attributes + lines + [json.dumps(alert) for alert, _ in stack.take_alerts()]
    found = [text for text in shown for guess in guesses if guess[2:] in text]
    check(not found, "nor is there anything in alerts, attributes and log lines by which somebody could test for an address" + "".join(f"\n      {text[:300]}" for text in found[:3]))


if __name__ == "__main__":
    main(*sys.argv[1:])
