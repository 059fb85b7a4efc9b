"""A deployed stack is updated, template and model, while visitors keep coming: no event lost, none twice, one alert each.

Usage: update.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from stack import Stack, check, until, visitor

VISITORS_PER_SECOND = 1


def main(endpoint, name, _browser_key, server_key):
    stack = Stack(endpoint, name)
    before = len(stack.items("EventsTable"))
    sent, failed, stop = [], [], threading.Event()

    def visit():
        while not stop.is_set():
            who = f"updater{len(sent)}"
            sent.append(who)
            status = stack.send(server_key, visitor(who), attempts=30)
            if status != 200:
                failed.append((who, status))
            stop.wait(1 / VISITORS_PER_SECOND)

    visitors = threading.Thread(target=visit)
    visitors.start()
    try:
        time.sleep(3)
        deploy_changed_template(name)
        publish_changed_model(name)
        time.sleep(3)
    finally:
        stop.set()
        visitors.join()
    check(not failed, f"every request of {len(sent)} visitors was taken, at the latest when sent again {failed[:3]}")
    stored = until("every event is in the log", lambda: len(stack.items("EventsTable")) - before >= 5 * len(sent) and len(stack.items("EventsTable")), 60)
    check(stored - before == 5 * len(sent), f"{5 * len(sent)} events, each in the log once")
    until("every visitor's alert", lambda: all(stack.alerts_about(f"{who}@corp.example") for who in sent), 180)
    time.sleep(5)
    check(all(len(stack.alerts_about(f"{who}@corp.example")) == 1 for who in sent), "one alert for each of them")


def deploy_changed_template(name):
    """The same template with more memory for two functions, as a new version would have."""
    text = pathlib.Path("template.yaml").read_text()
    changed = pathlib.Path("template-changed.yaml")
    changed.write_text(text.replace("MemorySize: 1024", "MemorySize: 1280").replace("Takes events in and writes them to the log.",
                                                                                     "Takes events in and writes them to the log, changed."))
    began = time.monotonic()
    try:
        build = tempfile.mkdtemp()
        subprocess.run(["sam", "build", "-t", str(changed), "--build-dir", build], check=True, capture_output=True)
        subprocess.run(["sam", "deploy", "--no-progressbar", "-t", f"{build}/template.yaml", "--config-file", os.path.abspath("samconfig.toml"),
                        "--config-env", "dev", "--stack-name", name], check=True, capture_output=True)
        shutil.rmtree(build)
    finally:
        changed.unlink()
    print(f"  the changed template is deployed ({time.monotonic() - began:.0f} s)")


def publish_changed_model(name):
    model = pathlib.Path("infra/models/default.yaml").read_text()
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as changed:
        changed.write(model.replace("says: Filled in a form", "says: Filled in one of our forms"))
        changed.flush()
        subprocess.run(["infra/init", "--stack", name, "--model", changed.name, "--no-keys", "--no-alert"], check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
