"""What the functions talk to while they are measured: DynamoDB Local behind a proxy that counts capacity units, and stand-ins
for SNS, Secrets Manager and an issuer of OpenID Connect."""

import base64
import collections
import http.client
import json
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Database:
    """DynamoDB Local, with the capacity units of every call counted by table and operation."""

    def __init__(self, java, folder):
        self.port = free_port()
        self.process = subprocess.Popen(
            [java, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", f"{folder}/DynamoDBLocal_lib/*",
             "software.amazon.dynamodb.services.local.main.ServerRunner", "-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                break
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("DynamoDB Local did not start") from None
                time.sleep(0.1)
        self.units, self.counting = collections.Counter(), False
        self.proxy = serve(self._handler())
        self.direct, self.url = f"http://127.0.0.1:{self.port}", f"http://127.0.0.1:{self.proxy.server_port}"

    def count(self, work):
        """The units that some work costs: (table, operation) -> (reads, writes)."""
        self.units, self.counting = collections.Counter(), True
        try:
            work()
        finally:
            self.counting = False
        return self.units

    def stop(self):
        self.process.kill()
        self.process.wait()

    def _handler(database):
        class Proxy(Quiet):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                operation = self.headers.get("X-Amz-Target", "").rpartition(".")[2]
                if database.counting:
                    body = json.dumps({**json.loads(body), "ReturnConsumedCapacity": "INDEXES"}).encode()
                connection = http.client.HTTPConnection("127.0.0.1", database.port)
                connection.request("POST", "/", body, {name: value for name, value in self.headers.items()
                                                       if name.lower() not in ("host", "content-length", "expect")})
                answer = connection.getresponse()
                said = answer.read()
                if database.counting and answer.status == 200:
                    database.note(operation, json.loads(said).get("ConsumedCapacity"))
                elif database.counting and b"ConditionalCheckFailed" in said:
                    database.units["", operation + " (condition failed)", "W"] += 1
                connection.close()
                self.answer(answer.status, said, "application/x-amz-json-1.0")

        return Proxy

    def note(self, operation, consumed):
        for part in consumed if isinstance(consumed, list) else [consumed]:
            if part:
                kind = "R" if operation in ("GetItem", "Query", "Scan") else "W"
                self.units[part["TableName"], operation, kind] += part["CapacityUnits"]


class Quiet(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def log_message(self, *_):
        pass

    def answer(self, status, body, kind):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class StandIns(Quiet):
    """SNS takes everything; the secret is an address that is not allowed, so that nothing is posted anywhere."""

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if "secretsmanager" in self.headers.get("X-Amz-Target", ""):
            self.answer(200, b'{"SecretString":"https://example.invalid/hook"}', "application/x-amz-json-1.1")
        else:
            self.answer(200, b'<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m</MessageId>'
                             b"</PublishResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></PublishResponse>", "text/xml")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A function that is stopped drops its connections."""


def serve(handler):
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


class Issuer:
    """Signs tokens for the desk, and says where its keys are; with a certificate and its key, over TLS under a name."""

    def __init__(self, host="127.0.0.1", certificate=None, key=None):
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.server = Server(("127.0.0.1", 0), self._handler())
        if certificate:
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain(certificate, key)
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        self.name = f"{'https' if certificate else 'http'}://{host}:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def _handler(issuer):
        class Pages(Quiet):
            def do_GET(self):
                public = issuer.key.public_key().public_numbers()
                key = {"kty": "RSA", "kid": "k", "alg": "RS256", "use": "sig", "n": number(public.n), "e": number(public.e)}
                page = {"keys": [key]} if self.path == "/keys" else {"issuer": issuer.name, "jwks_uri": f"{issuer.name}/keys"}
                self.answer(200, json.dumps(page).encode(), "application/json")

        return Pages

    def token(self, email, audience):
        claims = {"iss": self.name, "aud": audience, "sub": email, "email": email, "email_verified": True, "exp": int(time.time()) + 3600}
        signed = b".".join(part(json.dumps(of).encode()) for of in ({"alg": "RS256", "kid": "k", "typ": "JWT"}, claims))
        return (signed + b"." + part(self.key.sign(signed, padding.PKCS1v15(), hashes.SHA256()))).decode()


def part(content):
    return base64.urlsafe_b64encode(content).rstrip(b"=")


def number(value):
    return part(value.to_bytes((value.bit_length() + 7) // 8, "big")).decode()
