"""Ends processes and all that they started: asks them to, and kills what is left after half a minute, LocalStack for one, which
sometimes waits for a part of its own that it has stopped already. Usage: stop.py PID..."""

import sys

import psutil


def family(pid):
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def ask(pid):
    try:
        psutil.Process(pid).terminate()
    except psutil.NoSuchProcess:
        pass


pids = [int(pid) for pid in sys.argv[1:]]
processes = [process for pid in pids for process in family(pid)]
for pid in pids:
    ask(pid)
_, left = psutil.wait_procs(processes, 30)
for process in left:
    print(f"does not end when asked to, killed: {process.pid}", file=sys.stderr)
    try:
        process.kill()
    except psutil.NoSuchProcess:
        pass
