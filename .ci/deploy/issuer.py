"""An issuer of OpenID Connect on this machine: says where it is in FOLDER/issuer, and signs what is asked for at /token.

Usage: issuer.py FOLDER      (with cert.pem and key.pem, a certificate for sign-in.corp.example)
"""

import pathlib
import sys

sys.path.insert(0, "infra/measure/startup")
from services import Issuer, Quiet, serve  # noqa: E402


def main(folder):
    folder = pathlib.Path(folder)
    issuer = Issuer("sign-in.corp.example", folder / "cert.pem", folder / "key.pem")

    class Signing(Quiet):
        def do_GET(self):
            self.answer(200, issuer.token(self.path.removeprefix("/token/"), "desk").encode(), "text/plain")

    signing = serve(Signing)
    (folder / "signing").write_text(f"http://127.0.0.1:{signing.server_port}/token/")
    (folder / "issuer").write_text(issuer.name)
    signing.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
