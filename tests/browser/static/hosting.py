"""Builds the static app, and hosts it the way a clinic's web server would."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from homecare.host.server.client_files import MEDIA_TYPES
from tests.serving import ROOT


def build(folder: Path, *, source: Path = ROOT) -> Path:
    """The static app in `folder`, as `homecare pwa` of this source tree makes it; returns the folder."""
    words = [sys.executable, "-m", "homecare", "pwa", "--output", str(folder)]
    # What a copy of the source runs is not what is counted.
    counted = source == ROOT
    surroundings = {name: value for name, value in os.environ.items() if counted or "COVERAGE" not in name}
    done = subprocess.run(
        words, cwd=source, env=surroundings, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class WebHost:
    """A web server for the files of `folder`; it can stop and come back at the same address.

    `instead` replaces the content of some paths; a function is called at each request.
    """

    def __init__(
        self, folder: Path, instead: Mapping[str, bytes | Callable[[], bytes]] | None = None
    ) -> None:
        self.folder = folder
        self.instead = {"favicon.ico": b"", **(instead or {})}  # requested with a file that is no page
        self.asked: list[str] = []
        self._server: ThreadingHTTPServer | None = None
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Answer, at the address it had before if it had one."""
        self._server = _Server(("127.0.0.1", self.port), partial(_Answer, self))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop answering."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def content(self, name: str) -> tuple[bytes, str] | None:
        """The content of a file by its path on the site, with its media type."""
        name = name or "index.html"
        path = self.folder / name
        if name in self.instead:
            made = self.instead[name]
            return made() if callable(made) else made, MEDIA_TYPES.get(
                path.suffix, "application/octet-stream"
            )
        if not path.resolve().is_relative_to(self.folder.resolve()) or not path.is_file():
            return None
        return path.read_bytes(), MEDIA_TYPES.get(path.suffix, "application/octet-stream")


class _Server(ThreadingHTTPServer):
    allow_reuse_address = True
    daemon_threads = True


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, host: WebHost, *rest: object) -> None:
        self._host = host
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        name = self.path.split("?", 1)[0].removeprefix("/")
        self._host.asked.append(name)
        found = self._host.content(name)
        body, kind = found or (b"There is nothing at this address.", "text/plain")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass
