"""Start-up of every function zip under the real Runtime Interface Client, fed its real event; prints a table.

Usage: measure.py JDK LOCALSTACK_FOLDER [--sample FOLDER] [--rounds N] [--check]
--sample   a checkout of the public sample "dagger" of aws-samples/serverless-java-frameworks-samples, already built
--check    fails if a target is missed: collect unprimed at most 0.55 of the sample (if given), primed first invoke at most 45 ms over
           warm, zips at most 9 MB, snapshots of at most 100 threads (Lambda allows 1,024). Absolute times depend on the machine; the
           ratios hold.
"""

import argparse
import base64
import functools
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import typing
import zipfile

import boto3
import psutil

from runtime import Function
from services import Database, Issuer, StandIns, serve

ROOT = pathlib.Path(__file__).resolve().parents[3]
TABLES = {name: f"startup-{name}" for name in ("events", "leads", "parked", "models")}
MB = 1_000_000


class Bench:
    """Tables and stand-ins for functions. Counted, their calls go through the proxy that counts units, which takes time of its own."""

    def __init__(self, options, counted=False):
        self.jdk, self.rounds = options.jdk, options.rounds
        self.java = f"{options.jdk}/bin/java"
        self.ric = f"{options.localstack}/ric/*"
        self.database = Database(self.java, f"{options.localstack}/volume/lib/dynamodb-local/2")
        self.others, self.issuer = serve(StandIns), Issuer()
        self.work = pathlib.Path(tempfile.mkdtemp())
        self.dynamodb = boto3.client("dynamodb", endpoint_url=self.database.direct, region_name="us-east-1",
                                     aws_access_key_id="test", aws_secret_access_key="test")
        others = f"http://127.0.0.1:{self.others.server_port}"
        tables = self.database.url if counted else self.database.direct
        self.environment = {
            "AWS_ENDPOINT_URL_DYNAMODB": tables, "AWS_ENDPOINT_URL_SNS": others, "AWS_ENDPOINT_URL_SECRETS_MANAGER": others,
            "AWS_ENDPOINT_URL": tables,
            "TOKEN_ISSUER": self.issuer.name, "TOKEN_AUDIENCE": "desk",
            "ALERT_TOPIC_ARN": "arn:aws:sns:us-east-1:000000000000:alerts", "SLACK_SECRET_ARN": "hook",
            "SLACK_CHANNEL": "warmline", "DESK_URL": "none", "SLACK_SIGNING_SECRET_ARN": "none", "DESK_SECRET_ARN": "desk",
            **{f"{name.upper()}_TABLE": table for name, table in TABLES.items()}}

    def prepare(self):
        for table, indexes in ((TABLES["events"], ()), (TABLES["leads"], (("queue", "qk", "qs"), ("due", "dk", "ds"))),
                               (TABLES["parked"], ()), (TABLES["models"], ())):
            self.create(table, "pk", "sk", indexes)
        self.create("products", "PK", None)
        self.setup("model", str(ROOT / "infra/models/default.yaml"), "--newest")
        self.program("infra/cli", "dev.warmline.cli.Main", "team", "publish", str(ROOT / "infra/models/teams/demo.yaml"), "--stack", "startup",
                     "--endpoint", self.database.direct)
        return self.setup("key", "server", "startup").strip()

    def create(self, table, hash_key, range_key, indexes=()):
        def schema(*keys):
            return [{"AttributeName": key, "KeyType": kind} for key, kind in zip(keys, ("HASH", "RANGE")) if key]
        keys = {key for key in (hash_key, range_key, *(key for index in indexes for key in index[1:])) if key}
        wanted = {"TableName": table, "BillingMode": "PAY_PER_REQUEST", "KeySchema": schema(hash_key, range_key),
                  "AttributeDefinitions": [{"AttributeName": key, "AttributeType": "S"} for key in sorted(keys)]}
        if indexes:
            wanted["GlobalSecondaryIndexes"] = [{"IndexName": name, "KeySchema": schema(*of), "Projection": {"ProjectionType": "KEYS_ONLY"}}
                                                for name, *of in indexes]
        self.dynamodb.create_table(**wanted)

    def setup(self, *command):
        return self.program("infra/deploy", "dev.warmline.deploy.Setup", *command)

    def program(self, module, program, *command):
        home = ROOT / module / "target"
        done = subprocess.run([self.java, "-cp", f"{home}/classes:{home}/lib/*", program, *command], text=True,
                              capture_output=True, env={**os.environ, **self.environment, "AWS_REGION": "us-east-1",
                                                        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test"})
        if done.returncode:
            raise SystemExit(done.stderr)
        return done.stdout

    def function(self, name):
        """The classpath of a function zip as Lambda unpacks it, and the size of the zip."""
        zip_file = ROOT / f"functions/{name}/target/warmline-{name}.zip"
        folder = self.work / name
        with zipfile.ZipFile(zip_file) as packed:
            packed.extractall(folder)
        return [str(folder), f"{folder}/lib/*", self.ric], zip_file.stat().st_size

    def bare(self):
        folder = self.work / "bare"
        subprocess.run([f"{self.jdk}/bin/javac", "-cp", self.ric, "-d", str(folder), str(ROOT / "infra/measure/startup/Bare.java")], check=True)
        return [str(folder), self.ric], sum(file.stat().st_size for file in folder.iterdir())

    def measure(self, label, classpath, size, handler, event, environment=None, primed=True):
        start = functools.partial(self.start, classpath, handler, event, {**self.environment, **(environment or {})})
        cold = [start(f"{number}", False) for number in range(self.rounds)]
        row = {"function": label, "zip": size, "start": start, "init": median(it.init for it in cold), "first": median(it.first for it in cold),
               "cold": median(it.init + it.first for it in cold), "warm": median(it.warm for it in cold)}
        if primed:
            restored = [start(f"{number}", True) for number in range(2 * self.rounds)]  # each tells only once
            row["primed"] = median(it.first for it in restored)
            row["over"] = median(it.first - it.warm for it in restored)
            row["threads"] = max(it.threads for it in restored)
        print(line(row), flush=True)
        return row

    def start(self, classpath, handler, event, environment, name, primed):
        """One process, ms: its init, its first invoke, and the median of thirty more; and its threads before the first."""
        function = Function(self.java, classpath, handler, environment, primed)
        try:
            threads = psutil.Process(function.process.pid).num_threads()
            first = function.invoke(event(f"{handler}-{primed}-{name}"))[0]
            calls = [function.invoke(event(f"{handler}-{primed}-{name}-{call}"))[0] for call in range(30)]
        finally:
            function.stop()
        return Started(function.init, first, statistics.median(calls), threads)

    def ratio(self, one, other):
        """Of two cold starts, begun in turn, so that whatever else the machine does hits both alike; twice the rounds."""
        turns = [(one["start"](f"turn-{number}", False), other["start"](f"turn-{number}", False)) for number in range(2 * self.rounds)]
        ours, theirs = (median(it.init + it.first for it in side) for side in zip(*turns))
        print(f"{one['function']} unprimed / {other['function']}, begun in turn {len(turns)} times: {ours:.0f} / {theirs:.0f} ms = {ours / theirs:.2f}")
        return ours / theirs


class Started(typing.NamedTuple):
    init: float
    first: float
    warm: float
    threads: int


def median(values):
    return statistics.median(list(values))


def line(row):
    def cell(name):
        return f"{row[name]:8.0f}" if name in row else "       -"
    return (f"{row['function']:<22}{cell('init')}{cell('first')}{cell('cold')}{cell('primed')}{cell('warm')}"
            f"{row['zip'] / MB:9.2f}")


def batch(key):
    def event(number):
        return request(key, [{"type": "page", "messageId": f"m-{number}", "userId": f"u-{number}", "timestamp": stamp(),
                              "properties": {"path": "/pricing", "title": "Pricing", "referrer": "https://example.com/"},
                              "context": {"userAgent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0", "locale": "en-GB"}}])
    return event


def request(key, events):
    """An API Gateway event for the batch endpoint."""
    return {"resource": "/{proxy+}", "path": "/v1/batch", "httpMethod": "POST", "isBase64Encoded": True,
            "headers": {"Content-Type": "application/json"},
            "multiValueHeaders": {"Content-Type": ["application/json"],
                                  "Authorization": ["Basic " + base64.b64encode(f"{key}:".encode()).decode()]},
            "queryStringParameters": None, "multiValueQueryStringParameters": None, "pathParameters": {"proxy": "v1/batch"},
            "requestContext": {"stage": "live", "path": "/live/v1/batch", "domainName": "example.com", "requestId": "r",
                               "identity": {"sourceIp": "192.0.2.1"}},
            "body": base64.b64encode(json.dumps({"batch": events}).encode()).decode()}


def stamp():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def record(change, item, table):
    """A stream record as Lambda hands it over."""
    def plain(value):
        kind, content = next(iter(value.items()))
        if kind == "B":
            return {"B": base64.b64encode(content).decode()}
        if kind == "M":
            return {"M": {name: plain(inner) for name, inner in content.items()}}
        if kind == "L":
            return {"L": [plain(inner) for inner in content]}
        return value
    image = {name: plain(value) for name, value in item.items()}
    return {"eventID": "1", "eventName": change, "eventVersion": "1.1", "eventSource": "aws:dynamodb", "awsRegion": "us-east-1",
            "eventSourceARN": f"arn:aws:dynamodb:us-east-1:000000000000:table/{table}/stream/2026-01-01T00:00:00.000",
            "dynamodb": {"ApproximateCreationDateTime": int(time.time()), "Keys": {key: image[key] for key in ("pk", "sk")},
                         "NewImage": image, "SequenceNumber": "1", "SizeBytes": 100, "StreamViewType": "NEW_IMAGE"}}


def alert():
    body = {"schema": "warmline.alert/1", "at": "2026-01-01T00:00:00Z", "tier": "warm", "why": "engagement 60",
            "contact": {"name": "Kim", "email": "kim@corp.example"}, "recent": [],
            "scores": {"engagement": {"points": 60, "lines": [{"rule": "page", "points": 60, "hits": 6, "says": "Visited the site"}]}}}
    return lambda number: {"Records": [{"messageId": "m", "receiptHandle": "h", "eventSource": "aws:sqs", "attributes": {}, "messageAttributes": {},
        "body": json.dumps({**body, "alert": f"l-{abs(hash(number)):016d}.1"})}]}


def queue(issuer):
    token = issuer.token("kim@corp.example", "desk")
    return lambda _: {"resource": "/{proxy+}", "path": "/api/v1/queue", "httpMethod": "GET", "isBase64Encoded": False, "body": None,
                      "multiValueHeaders": {"Authorization": [f"Bearer {token}"]}, "queryStringParameters": {"limit": "10"},
                      "pathParameters": {"proxy": "api/v1/queue"},
                      "requestContext": {"stage": "live", "path": "/live/api/v1/queue", "domainName": "example.com", "requestId": "r"}}


def product(number):
    return {"httpMethod": "PUT", "path": f"/products/{number}", "pathParameters": {"id": number},
            "body": json.dumps({"id": number, "name": "p", "price": 1})}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("jdk")
    options.add_argument("localstack")
    options.add_argument("--sample")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--check", action="store_true")
    options = options.parse_args()
    options.jar = built(options.sample) if options.sample else None
    bench = Bench(options)
    try:
        run(bench, options)
    finally:
        bench.database.stop()


def built(sample):
    jars = list(pathlib.Path(sample).absolute().glob("target/dagger-lambda-function-*.jar"))
    if not jars:
        raise SystemExit(f"{sample} holds no target/dagger-lambda-function-*.jar: check out the folder dagger of "
                         "aws-samples/serverless-java-frameworks-samples there and build it: mvn package")
    return jars[0]


def scan(bench, table):
    pages = bench.dynamodb.get_paginator("scan").paginate(TableName=table)
    return [item for page in pages for item in page["Items"]]


def qualified(bench, key, count):
    """So many leads that have just become MQL, as they are stored: made by the functions themselves."""
    before = {(item["pk"]["S"], item["sk"]["S"]) for item in scan(bench, TABLES["events"])}
    collect = Function(bench.java, bench.function("collect")[0], "dev.warmline.functions.collect.CollectHandler", bench.environment)
    score = Function(bench.java, bench.function("score")[0], "dev.warmline.functions.score.ScoreHandler", bench.environment)
    try:
        for number in range(count):
            collect.invoke(request(key, [
                {"type": "identify", "messageId": f"q-{number}-1", "userId": f"q-{number}", "timestamp": stamp(),
                 "traits": {"email": f"cto@corp-{number}.example", "company": f"Corp {number}", "employees": 500, "role": "CTO"}},
                {"type": "track", "event": "Demo Requested", "messageId": f"q-{number}-2", "userId": f"q-{number}", "timestamp": stamp()}]))
        fresh = [item for item in scan(bench, TABLES["events"]) if (item["pk"]["S"], item["sk"]["S"]) not in before]
        for start in range(0, len(fresh), 100):
            score.invoke({"Records": [record("INSERT", item, TABLES["events"]) for item in fresh[start:start + 100]]})
    finally:
        collect.stop()
        score.stop()
    notices = [item for item in scan(bench, TABLES["leads"]) if item["sk"]["S"].startswith("NOTICE#")]
    if len(notices) < count:
        raise SystemExit(f"only {len(notices)} of {count} leads became MQL")
    return notices


def run(bench, options):
    key = bench.prepare()
    print(f"medians of {options.rounds} processes, ms; zip in MB")
    print(f"{'':<22}{'init':>8}{'first':>8}{'cold':>8}{'primed':>8}{'warm':>8}{'zip':>9}")
    classpath, size = bench.bare()
    bench.measure("bare handler", classpath, size, "Bare", batch(key))
    rows = {"collect": bench.measure("collect", *bench.function("collect"), "dev.warmline.functions.collect.CollectHandler", batch(key))}
    events = iter(scan(bench, TABLES["events"]) * 100)
    rows["score"] = bench.measure("score", *bench.function("score"), "dev.warmline.functions.score.ScoreHandler",
                                  lambda _: {"Records": [record("INSERT", next(events), TABLES["events"])]})
    leads = iter(qualified(bench, key, 3 * 31 * bench.rounds))
    rows["detect"] = bench.measure("detect", *bench.function("detect"), "dev.warmline.functions.detect.DetectHandler",
                                   lambda _: {"Records": [record("INSERT", next(leads), TABLES["leads"])]})
    rows["notify"] = bench.measure("notify", *bench.function("notify"), "dev.warmline.functions.notify.NotifyHandler", alert())
    rows["desk"] = bench.measure("desk", *bench.function("desk"), "dev.warmline.functions.desk.DeskHandler", queue(bench.issuer))
    rows["clock"] = bench.measure("clock", *bench.function("clock"), "dev.warmline.functions.clock.ClockHandler", lambda _: {})
    sample = None
    if options.jar:
        sample = bench.measure("public sample", [str(options.jar.parent), str(options.jar), bench.ric], options.jar.stat().st_size,
                               "software.amazonaws.example.product.handler.CreateProductHandler", product,
                               {"PRODUCT_TABLE_NAME": "products", "AWS_XRAY_CONTEXT_MISSING": "LOG_ERROR"}, primed=False)
    over = {name: row["over"] for name, row in rows.items()}
    print("primed first invoke over warm, ms: " + ", ".join(f"{name} {value:.0f}" for name, value in over.items()))
    print("threads in a snapshot: " + ", ".join(f"{name} {row['threads']}" for name, row in rows.items()))
    ratio = bench.ratio(rows["collect"], sample) if sample else 0
    if options.check:
        missed = [f"{name}: zip over 9 MB" for name, row in rows.items() if row["zip"] > 9 * MB]
        missed += [f"{name}: primed first invoke is {value:.0f} ms over warm, more than 45" for name, value in over.items() if value > 45]
        missed += [f"{name}: a snapshot would hold {row['threads']} threads" for name, row in rows.items() if row["threads"] > 100]
        if ratio > 0.55:
            missed.append("collect: unprimed takes more than 0.55 of the sample")
        if missed:
            sys.exit("missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()
