"""Scripts used wrongly: every message says what is wrong, where, and how to mend it.

Usage: mistakes.py ENDPOINT STACK BROWSER_KEY SERVER_KEY
"""

import os
import pathlib
import subprocess
import sys

from stack import check

NOBODY = {"AWS_EC2_METADATA_DISABLED": "true", "HOME": "/nonexistent", "AWS_ACCESS_KEY_ID": None, "AWS_SECRET_ACCESS_KEY": None}


def main(_endpoint, name, _browser_key, _server_key):
    scripts = (["infra/deploy/init"], ["infra/deploy/redrive", "--queue", "EventsDeadLetters"])  # the others find the stack as infra/deploy/init does
    for script in scripts:
        says([*script, "--stack", "warmlime"], "no stack warmlime", "AWS_REGION")
        says([*script, "--stack", name], "redentials", "aws sts get-caller-identity", environment=NOBODY)
    says(["infra/deploy/init"], "which stack", "--stack NAME")
    says(["infra/deploy/init", "--stack"], "lacks its value")
    says(["infra/deploy/init", "--stack", name, "--model", "no.yaml"], "no model file no.yaml")
    says(["infra/deploy/init", "--stack", name, "--no-keys", "--no-alert", "--slack"], "neither a bot token", "https://hooks.slack.com/", typed="http://example.com")
    says(["infra/deploy/init", "--stack", name, "--no-keys", "--no-alert", "--slack"], "no signing secret", "Basic Information", typed="xoxb-1-2-abc\n")
    says(["infra/deploy/redrive", "--stack", name, "--queue", "Letters"], "invalid choice", "EventsDeadLetters")
    says(["infra/deploy/redrive", "--stack", name, "--alert", "l-nobody.1"], "no alert l-nobody.1")
    says(["infra/deploy/rebuild", "--stack", name, "--until", "yesterday"], "yesterday", "write it like")
    says(["infra/deploy/rebuild", "--stack", name, "--until", "2099-01-01T00:00:00Z"], "lies ahead")
    says(["infra/deploy/restore", "--stack", name], "at least one of", "--leads")
    says(["infra/deploy/restore", "--stack", name, "--leads", "nowhere"], "no table nowhere", "restore it first")
    says(["infra/deploy/keys", "--stack", name, "--retire", "abc"], "no key with the digest abc", "lists them")
    not_built(name)


def not_built(name):
    """As after a fresh clone: what is missing is built."""
    stamp = pathlib.Path("infra/deploy/target/launch.stamp")
    stamp.unlink(missing_ok=True)
    done = subprocess.run(["infra/deploy/keys", "--stack", name], capture_output=True, text=True)
    check(done.returncode == 0 and "building" in done.stderr and stamp.exists(), "infra/deploy/keys builds what is missing, then lists the keys")


def says(command, *words, environment=None, typed=""):
    env = {name: value for name, value in {**os.environ, **(environment or {})}.items() if value is not None}
    done = subprocess.run(command, capture_output=True, text=True, env=env, input=typed)
    said = done.stdout + done.stderr
    check(done.returncode != 0 and all(word in said for word in words) and "Traceback" not in said,
          f"{' '.join(command)}{' without credentials' if environment else ''}: {said.strip().splitlines()[-1] if said.strip() else 'nothing'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
