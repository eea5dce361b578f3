"""Serves a built site on 127.0.0.1, to try it: its files with their media types, and nothing else."""

import contextlib
import sys
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from homecare.host.server.client_files import MEDIA_TYPES
from homecare.host.server.port import LOOPBACK, listen

HEADERS = {
    "Content-Security-Policy": "connect-src 'self' blob:; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
"""What every host should send with every file; docs/hosting.md tells clinics the same.

The page carries a stricter policy of its own. This one adds what only a header can say: that no other site
may frame the app, and that Python's worker, too, talks to this host alone.
"""


def preview(folder: Path, base_url: str, port: int | None) -> None:
    """Serve until Ctrl+C. Raises HostError if the port cannot be had."""
    with listen(port) as listener:
        number = listener.getsockname()[1]
        files = {
            base_url + path.relative_to(folder).as_posix(): path
            for path in folder.rglob("*")
            if path.is_file()
        }
        files[base_url] = files[f"{base_url}index.html"]
        server = ThreadingHTTPServer((LOOPBACK, number), partial(_Answer, files), bind_and_activate=False)
        server.socket.close()
        server.socket = listener
        sys.stdout.write(f"Try it at http://{LOOPBACK}:{number}{base_url} (Ctrl+C stops it)\n")
        sys.stdout.flush()
        with contextlib.suppress(KeyboardInterrupt):
            server.serve_forever()


class _Answer(BaseHTTPRequestHandler):
    """GET and HEAD of the listed files."""

    protocol_version = "HTTP/1.1"

    def __init__(self, files: Mapping[str, Path], *rest: object) -> None:
        self._files = files
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        path = self._files.get(self.path.split("?", 1)[0])
        body = b"There is nothing at this address." if path is None else path.read_bytes()
        self.send_response(404 if path is None else 200)
        ending = ".txt" if path is None else path.suffix
        self.send_header("Content-Type", MEDIA_TYPES.get(ending, "application/octet-stream"))
        self.send_header("Content-Length", str(len(body)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing about requests."""
