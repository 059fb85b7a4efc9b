"""What an event, a lead and an alert cost in DynamoDB capacity units, counted on the functions themselves; and the bill that
makes, at the list prices of us-east-1 (arm64, on demand). docs/deploy.md quotes it.

Usage: units.py JDK LOCALSTACK_FOLDER
"""

import argparse
import base64
import json
import time

from measure import TABLES, Bench, record
from runtime import Function

# USD, us-east-1, from the public price lists in November 2026; check them before you rely on the sum.
WRITE, READ = 0.625 / 1e6, 0.125 / 1e6          # DynamoDB on demand, a unit
REQUEST = 3.50 / 1e6                            # API Gateway REST, a request
CALL, GB_SECOND = 0.20 / 1e6, 0.0000133334      # Lambda arm64
LOGGED, STORED, BACKED_UP = 0.50, 0.25, 0.20    # CloudWatch Logs, DynamoDB and its point-in-time recovery, a GB
PUBLISH, MAIL = 0.50 / 1e6, 2.00 / 1e5          # SNS


class Pipeline:
    def __init__(self, bench, key):
        self.bench, self.key = bench, key
        self.functions = {name: Function(bench.java, bench.function(name)[0], handler, bench.environment) for name, handler in (
            ("collect", "dev.warmline.functions.collect.CollectHandler"), ("score", "dev.warmline.functions.score.ScoreHandler"),
            ("detect", "dev.warmline.functions.detect.DetectHandler"), ("desk", "dev.warmline.functions.desk.DeskHandler"))}
        self.seen = set()

    def stop(self):
        for function in self.functions.values():
            function.stop()

    def send(self, events):
        """Takes the events in, scores them and hands off: the units of each function, and its milliseconds."""
        body = json.dumps({"batch": events})
        request = {"resource": "/{proxy+}", "path": "/v1/batch", "httpMethod": "POST", "isBase64Encoded": True,
                   "multiValueHeaders": {"Authorization": ["Basic " + base64.b64encode(f"{self.key}:".encode()).decode()]},
                   "pathParameters": {"proxy": "v1/batch"}, "body": base64.b64encode(body.encode()).decode(),
                   "requestContext": {"stage": "live", "path": "/live/v1/batch", "identity": {"sourceIp": "192.0.2.1"}}}
        cost = {"collect": self.call("collect", request)}
        fresh = self.fresh(TABLES["events"], lambda item: True)
        cost["score"] = self.call("score", {"Records": [record("INSERT", item, TABLES["events"]) for item in fresh]})
        notices = self.fresh(TABLES["leads"], lambda item: item["sk"]["S"].startswith("NOTICE#"))
        if notices:
            cost["detect"] = self.call("detect", {"Records": [record("INSERT", item, TABLES["leads"]) for item in notices]})
        return cost

    def ask(self, path, body=None, key=""):
        """Somebody of sales asks the desk; what they do comes by on the stream."""
        token = self.bench.issuer.token("kim@corp.example", "desk")
        cost = {"desk": self.call("desk", {
            "resource": "/{proxy+}", "path": f"/api/v1/{path}", "httpMethod": "POST" if body else "GET", "isBase64Encoded": False,
            "multiValueHeaders": {"Authorization": [f"Bearer {token}"], "Idempotency-Key": [key]}, "queryStringParameters": None,
            "pathParameters": {"proxy": f"api/v1/{path}"}, "body": json.dumps(body) if body else None,
            "requestContext": {"stage": "live", "path": f"/live/api/v1/{path}", "domainName": "example.com"}})}
        fresh = self.fresh(TABLES["events"], lambda item: True)
        if fresh:
            cost["score"] = self.call("score", {"Records": [record("INSERT", item, TABLES["events"]) for item in fresh]})
        return cost

    def call(self, name, event):
        took = []
        units = self.bench.database.count(lambda: took.append(self.functions[name].invoke(event)[0]))
        return units, took[0]

    def fresh(self, table, wanted):
        items = [item for item in self.bench.dynamodb.scan(TableName=table)["Items"] if wanted(item)]
        fresh = [item for item in items if (item["pk"]["S"], item["sk"]["S"]) not in self.seen]
        self.seen |= {(item["pk"]["S"], item["sk"]["S"]) for item in fresh}
        return fresh


def main():
    options = argparse.ArgumentParser()
    options.add_argument("jdk")
    options.add_argument("localstack")
    options = options.parse_args()
    options.rounds = 1
    bench = Bench(options, counted=True)
    pipeline = None
    try:
        pipeline = Pipeline(bench, bench.prepare())
        report(pipeline)
    finally:
        if pipeline:
            pipeline.stop()
        bench.database.stop()


def page(who, number, path="/"):
    return {"type": "page", "messageId": f"{who}-{number}", "timestamp": now(), "properties": {"path": path, "title": "A page of the site"},
            "context": {"page": {"path": path, "url": f"https://www.example.com{path}", "referrer": "https://www.example.com/"},
                        "userAgent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36",
                        "locale": "en-GB", "library": {"name": "analytics.js", "version": "npm:next-1.84.3"}}}


def now():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def report(pipeline):
    def anonymous(who, number):
        return {**page(who, number), "anonymousId": f"a-{who}"}

    def known(who, event):
        return {**event, "userId": f"u-{who}"}

    def identify(who):
        return known(who, {"type": "identify", "messageId": f"{who}-id", "timestamp": now(),
                           "traits": {"email": f"{who}@corp.example", "company": "Corp", "employees": 250, "role": "CTO"}})

    pipeline.send([anonymous("warm", 0)])
    pipeline.send([identify("warm")])
    strangers = [pipeline.send([anonymous(f"s{number}", 1)]) for number in range(10)]
    first = [pipeline.send([identify(f"k{number}")]) for number in range(10)]
    prospect = [pipeline.send([known(f"k{number}", page(f"k{number}", 2, "/pricing"))]) for number in range(10)]
    scored = [pipeline.send([known(f"k{number}", page(f"k{number}", 5, "/"))]) for number in range(10)]
    alerted = [pipeline.send([known(f"k{number}", {"type": "track", "event": "Whitepaper Downloaded", "messageId": f"k{number}-3",
                                                   "timestamp": now(), "properties": {"title": "Guide"}}),
                              known(f"k{number}", {"type": "track", "event": "Form Submitted", "messageId": f"k{number}-4",
                                                   "timestamp": now(), "properties": {"form": "f"}})]) for number in range(10)]
    listed = [pipeline.ask("queue") for _ in range(10)]
    looked = [pipeline.ask(f"leads/u-k{number}") for number in range(10)]
    accepted = [pipeline.ask(f"leads/u-k{number}/acts", {"act": "accepted", "take": True}, f"a-{number}") for number in range(10)]
    rows = {"a stranger's page view": strangers, "a person's first identify": first, "the page view that makes a Prospect": prospect, "a person's page view": scored,
            "two events that make an MQL": alerted, "a queue of ten at the desk": listed, "a lead at the desk": looked, "an act at the desk": accepted}
    print(f"{'means of 10':<30}{'writes':>8}{'reads':>8}{'of them':>10}")
    totals = {}
    for label, costs in rows.items():
        writes, reads = units(costs, "W"), units(costs, "R")
        parts = ", ".join(f"{name} {units([{name: cost[name]} for cost in costs if name in cost], 'W'):.1f}W"
                          f"+{units([{name: cost[name]} for cost in costs if name in cost], 'R'):.1f}R"
                          for name in ("collect", "desk", "score", "detect") if any(name in cost for cost in costs))
        totals[label] = writes * WRITE + reads * READ
        print(f"{label:<30}{writes:8.1f}{reads:8.1f}   {parts}")
    bill(totals)
    month(totals)


def units(costs, kind):
    return sum(count for cost in costs for calls, _ in cost.values() for (_, _, of), count in calls.items() if of == kind) / max(len(costs), 1)


def bill(totals):
    """A million events a month: 80 % page views of strangers, 20 % of known people, 2,000 people identified, 500 alerts."""
    database = 800_000 * totals["a stranger's page view"] + 196_500 * totals["a person's page view"] \
        + 2_000 * totals["a person's first identify"] + 500 * totals["two events that make an MQL"]
    gateway = 1_000_000 * REQUEST
    collect = 1_000_000 * (CALL + 0.030 * GB_SECOND)
    others = 250_000 * (CALL + 0.200 * GB_SECOND) + 43_800 * (CALL + 0.050 * GB_SECOND)
    alerts = 500 * (PUBLISH + MAIL)
    logs, storage = 1.0 * LOGGED, 0.6 * (STORED + BACKED_UP)   # about 1 KB of logs a request, 0.6 KB kept an event
    fixed = 1.00 + 0.40 + 32 * 0.10 + 4 * 0.30                 # the key, the secret, metrics in alarms, own metrics
    print(f"a million events a month, one a request: database {database:.2f}, API Gateway {gateway:.2f}, functions {collect + others:.2f}, "
          f"logs {logs:.2f}, storage a month's worth {storage:.2f}, alerts {alerts:.2f}, fixed {fixed:.2f}: "
          f"{database + gateway + collect + others + logs + storage + alerts + fixed:.2f} USD")
    print(f"the same in batches of 10: {database + (gateway + collect + logs) / 10 + others + storage + alerts + fixed:.2f} USD")


def month(totals):
    """What both teams do with 500 MQLs a month: of each four acts, twenty looks at a queue of ten, eight at the lead, four mails."""
    leads, acts, queues, looks, mails = 500, 4, 20, 8, 4
    asked = leads * (acts + queues + looks)
    parts = {
        "acts": leads * acts * totals["an act at the desk"],
        "lists and leads": leads * (queues * totals["a queue of ten at the desk"] + looks * totals["a lead at the desk"]),
        "API Gateway": asked * REQUEST,
        "functions": asked * (CALL + 0.100 * GB_SECOND) + leads * acts * (CALL + 0.200 * GB_SECOND),
        "logs": asked * 1e-6 * LOGGED,
        "mails": leads * mails * (PUBLISH + MAIL),
    }
    print(f"the desk for {leads} MQLs a month: " + ", ".join(f"{name} {cost:.3f}" for name, cost in parts.items())
          + f": {sum(parts.values()):.2f} USD")


if __name__ == "__main__":
    main()
