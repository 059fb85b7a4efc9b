"""One function process under the real Java Runtime Interface Client, served the Lambda Runtime API, timed from outside."""

import json
import os
import queue
import subprocess
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
FLAGS = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
         "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"]   # as the managed runtime does: its CRaC under the common names


class Broken(Exception):
    """The function did not start, or answered with an error."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A function that is stopped drops its connections."""


class Function:
    """Starts at once; `ready` is when it asked for its first event (or, if primed, for its restore)."""

    def __init__(self, java, classpath, handler, environment, primed=False):
        self.events, self.answers, self.marks = queue.Queue(), queue.Queue(), {}
        self.asked = threading.Event()
        self.restore, self.restoring = threading.Event(), threading.Event()
        self.server = Server(("127.0.0.1", 0), self._api())
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.log = tempfile.TemporaryFile()
        settings = {
            "PATH": os.environ["PATH"], "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self.server.server_port}",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start" if primed else "on-demand",
            "AWS_LAMBDA_FUNCTION_NAME": "startup", "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "1024",
            "AWS_LAMBDA_LOG_GROUP_NAME": "g", "AWS_LAMBDA_LOG_STREAM_NAME": "s", "AWS_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "LAMBDA_TASK_ROOT": classpath[0], **environment}
        self.began = time.perf_counter()
        self.process = subprocess.Popen([java, *FLAGS, "-Xmx768m", "-cp", os.pathsep.join(classpath), CLIENT, handler],
                                        env=settings, cwd=classpath[0], stdout=self.log, stderr=subprocess.STDOUT)
        awaited = self.restoring if primed else self.asked
        while not awaited.wait(0.05):
            if self.process.poll() is not None:
                raise Broken(f"{handler} did not start:\n{self.output()[-3000:]}")
        self.init = (self.marks["restore" if primed else "next"] - self.began) * 1000

    def invoke(self, event):
        """Gives the milliseconds from handing over the event to its answer, and the answer."""
        if not self.restore.is_set() and self.restoring.is_set():
            started = time.perf_counter()
            self.restore.set()
            self.asked.wait(30)
        else:
            started = time.perf_counter()
        self.events.put(event)
        try:
            finished, error, body = self.answers.get(timeout=60)
        except queue.Empty:
            raise Broken(f"no answer:\n{self.output()[-3000:]}") from None
        if error:
            raise Broken(f"failed: {body[:2000]}\n{self.output()[-3000:]}")
        return (finished - started) * 1000, body

    def output(self):
        self.log.seek(0)
        return self.log.read().decode(errors="replace")

    def stop(self):
        self.events.put(None)
        self.process.kill()
        self.process.wait()
        self.server.shutdown()
        self.server.server_close()

    def _api(function):
        class Api(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = 1 << 16

            def log_message(self, *_):
                pass

            def do_GET(self):
                if self.path.endswith("/restore/next"):
                    function.marks["restore"] = time.perf_counter()
                    function.restoring.set()
                    function.restore.wait()
                    self._send(200, {}, b"")
                    return
                function.marks.setdefault("next", time.perf_counter())
                function.asked.set()
                event = function.events.get()
                if event is None:
                    self.close_connection = True
                    return
                self._send(200, {"Lambda-Runtime-Aws-Request-Id": f"r-{time.time_ns()}",
                                 "Lambda-Runtime-Deadline-Ms": str(int(time.time() * 1000) + 60_000),
                                 "Lambda-Runtime-Invoked-Function-Arn": "arn:aws:lambda:us-east-1:000000000000:function:startup:live"},
                           json.dumps(event).encode())

            def do_POST(self):
                now = time.perf_counter()
                body = self._body().decode(errors="replace")
                if self.path.endswith(("/response", "/error")) and "/invocation/" in self.path:
                    function.answers.put((now, self.path.endswith("/error"), body))
                self._send(202, {}, b"{}")

            def _body(self):
                if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
                    return self.rfile.read(int(self.headers.get("Content-Length", 0)))
                chunks = []
                while size := int(self.rfile.readline().split(b";")[0], 16):
                    chunks.append(self.rfile.read(size))
                    self.rfile.readline()
                self.rfile.readline()
                return b"".join(chunks)

            def _send(self, status, headers, body):
                self.send_response(status)
                for name, value in {**headers, "Content-Type": "application/json", "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        return Api
