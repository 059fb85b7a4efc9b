"""A deployed stack is updated, template and model, and rolled back, while visitors keep coming: no event lost, none scored twice,
one alert each.

Usage: update.py ENDPOINT STACK BROWSER_KEY SERVER_KEY      Reads SLACK_FOLDER, the folder of slack.py.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from stack import Stack, check, until, visitor

VISITORS_PER_SECOND = 1
POINTS, CHANGED_POINTS = 62, 63


def main(endpoint, name, browser_key, server_key):
    stack = Stack(endpoint, name)
    before = len(stack.items("EventsTable"))
    old = {function: version(stack, function) for function in ("collect", "score", "detect")}
    new_key = rotated(stack, browser_key)
    first = version_of_model(publish(stack, "infra/models/default.yaml", lambda text: text))
    with Visitors(stack, server_key) as visitors:
        deploy_changed_template(name)
        check(all(version(stack, function) != old[function] for function in old), f"new versions are live ({', '.join(old)})")
        check(memory(stack, "score") == 1280, "with the memory of the changed template")
        publish(stack, "infra/models/default.yaml", lambda text: text.replace("points: 25", "points: 26", 1))
        visitors.come(12)
        roll_back(stack, old)
        again = version_of_model(publish(stack, "infra/models/default.yaml", lambda text: text))
        check(again == first, f"the model published again keeps its {first}")
        visitors.come(12)
    check(stack.send(browser_key, visitor("old-key")) == 401 and stack.send(new_key, visitor("new-key")) == 200, "the retired key is refused, the new one is not")
    sent, failed = visitors.sent, visitors.failed
    check(not failed, f"every request of {len(sent)} visitors was taken, at the latest when sent again {failed[:3] or ''}")
    before += 5
    stored = until("every event is in the log", lambda: (count := len(stack.items("EventsTable")) - before) >= 5 * len(sent) and count, 60)
    check(stored == 5 * len(sent), f"{stored} events, each in the log once")
    for who in sent:
        stack.is_told_of(who)
    time.sleep(3)
    counts = [(len(stack.alerts_about(f"{who}@corp.example")), len(stack.posts_about(f"{who}@corp.example"))) for who in sent]
    check(counts == [(1, 1)] * len(sent), f"one alert and one post about each of {len(sent)}")
    points = [round(stack.points(stack.alerts_about(f"{who}@corp.example")[0])) for who in sent]
    check(set(points) == {POINTS, CHANGED_POINTS}, f"no event scored twice: {points.count(POINTS)} alerts at {POINTS} points by the old model, "
          f"{points.count(CHANGED_POINTS)} at {CHANGED_POINTS} by the changed one")
    for queue in ("EventsDeadLetters", "LeadsDeadLetters", "UndeliveredAlerts", "UnpostedAlerts"):
        check(stack.depth(queue) == 0, f"{queue} is empty")


def rotated(stack, old):
    """A new key, then the old one is retired."""
    well, said = stack.run("infra/deploy/keys", "--new", "browser", "website")
    check(well and len(said) == 40, "a new key is made")
    well, digest = stack.run("infra/deploy/keys", "--digest", input=old)
    _, listed = stack.run("infra/deploy/keys")
    check(well and digest in listed, "the old one is found by its digest")
    well, _ = stack.run("infra/deploy/keys", "--retire", digest)
    check(well, "and retired")
    return said


class Visitors:
    """Somebody new every second, until the block ends."""

    def __init__(self, stack, key):
        self.stack, self.key, self.sent, self.failed, self.stop = stack, key, [], [], threading.Event()
        self.coming = threading.Thread(target=self.visit)

    def __enter__(self):
        self.coming.start()
        self.come(3)
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.coming.join()

    def come(self, count):
        enough = len(self.sent) + count
        until(f"{count} visitors more", lambda: len(self.sent) >= enough, 120)

    def visit(self):
        while not self.stop.is_set():
            who = f"updater{os.getpid()}n{len(self.sent)}x"
            status = self.stack.send(self.key, visitor(who), attempts=30)
            self.sent.append(who)
            if status != 200:
                self.failed.append((who, status))
            self.stop.wait(1 / VISITORS_PER_SECOND)


def deploy_changed_template(name):
    """The same template with more memory and another description, as a new version would have."""
    changed = pathlib.Path("template-changed.yaml")
    text = pathlib.Path("template.yaml").read_text()
    changed.write_text(text.replace("MemorySize: 1024", "MemorySize: 1280").replace("Takes events in and", "Takes all events in and"))
    build = tempfile.mkdtemp()
    began = time.monotonic()
    try:
        for command in (["sam", "build", "-t", str(changed), "--build-dir", build],
                        ["sam", "deploy", "--no-progressbar", "-t", f"{build}/template.yaml", "--config-file", os.path.abspath("samconfig.toml"),
                         "--config-env", "dev", "--stack-name", name]):
            done = subprocess.run(command, capture_output=True, text=True)
            check(done.returncode == 0, " ".join(command[:2]) + " of a changed template" + ("" if done.returncode == 0 else f": {done.stdout}{done.stderr}"))
    finally:
        changed.unlink()
        shutil.rmtree(build)
    print(f"      took {time.monotonic() - began:.0f} s")


def publish(stack, file, change):
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as changed:
        changed.write(change(pathlib.Path(file).read_text()))
        changed.flush()
        well, said = stack.run("infra/deploy/init", "--model", changed.name, "--no-keys", "--no-alert")
    check(well, "a model is published")
    return said


def version_of_model(said):
    return re.search(r"version \d+", said).group()


def roll_back(stack, versions):
    """As docs/deploy.md says it for one function, for all."""
    for function, number in versions.items():
        done = subprocess.run(["aws", "lambda", "update-alias", "--function-name", f"{stack.name}-{function}", "--name", "live", "--function-version", number],
                              capture_output=True, text=True)
        check(done.returncode == 0 and version(stack, function) == number, f"{function} is back at version {number}" + done.stderr)


def version(stack, function):
    return stack.lambda_.get_alias(FunctionName=f"{stack.name}-{function}", Name="live")["FunctionVersion"]


def memory(stack, function):
    return stack.lambda_.get_function_configuration(FunctionName=f"{stack.name}-{function}", Qualifier=version(stack, function))["MemorySize"]


if __name__ == "__main__":
    main(*sys.argv[1:])
