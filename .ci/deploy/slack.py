"""A Slack of our own: takes what is posted to hooks.slack.com, over TLS, on 127.0.0.1.

Usage: slack.py FOLDER    writes the port into FOLDER/port and every post as a line into FOLDER/posts; answers 200, or the
                          status in FOLDER/answer while there is such a file. FOLDER holds cert.pem and key.pem.
"""

import pathlib
import ssl
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def main(folder):
    folder = pathlib.Path(folder)

    class Webhook(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            refusal = folder / "answer"
            status = int(refusal.read_text()) if refusal.exists() else 200
            if status == 200:
                with (folder / "posts").open("ab") as posts:
                    posts.write(body.replace(b"\n", b" ") + b"\n")
            said = b"ok" if status == 200 else b"no_service"
            self.send_response(status)
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Webhook)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    (folder / "port.new").write_text(str(server.server_port))
    (folder / "port.new").rename(folder / "port")
    server.serve_forever()


if __name__ == "__main__":
    main(sys.argv[1])
