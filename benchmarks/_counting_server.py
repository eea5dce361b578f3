"""A static web host that compresses as hosts do, and counts what it sends."""

import gzip
import hashlib
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

TYPES = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".frag": "application/octet-stream",
}
"""File endings that are compressed when sent; the rest is compressed already."""


class CountingServer:
    """Serves a folder on 127.0.0.1 inside a `with`; `sent` is the size of all bodies so far, in bytes."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            f"/{path.relative_to(folder).as_posix()}": path for path in folder.rglob("*") if path.is_file()
        }
        self._files["/"] = self._files["/index.html"]
        self._packed: dict[str, tuple[bytes, str]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Answer, self))
        self.sent = 0
        self._last = time.monotonic()
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """Where the site is."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def file(self, address: str) -> tuple[bytes, str] | None:
        """The body for a path as it is sent, and its ETag; None if there is no such file."""
        name = address.split("?", 1)[0]
        if name not in self._files:
            return None
        if name not in self._packed:
            content = self._files[name].read_bytes()
            body = gzip.compress(content, 6, mtime=0) if self._files[name].suffix in TYPES else content
            self._packed[name] = body, f'"{hashlib.sha256(content).hexdigest()[:16]}"'
        return self._packed[name]

    def note(self, sent: int) -> None:
        """Count a body that was sent."""
        with self._lock:
            self.sent += sent
            self._last = time.monotonic()

    def wait_until_quiet(self, quiet_s: float) -> None:
        """Return when nothing was sent for `quiet_s` seconds."""
        while (left := self._last + quiet_s - time.monotonic()) > 0:
            time.sleep(left)


class _Answer(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server: CountingServer, *rest: object) -> None:
        self._counting = server
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        found = self._counting.file(self.path)
        body, tag = found or (b"nothing here", "")
        unchanged = bool(tag) and self.headers.get("If-None-Match") == tag
        ending = Path(self.path.split("?", 1)[0]).suffix or ".html"
        self.send_response(404 if found is None else 304 if unchanged else 200)
        self.send_header("Content-Type", TYPES.get(ending, "application/octet-stream"))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        if found and ending in TYPES:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(0 if unchanged else len(body)))
        self.end_headers()
        if not unchanged:
            self.wfile.write(body)
        self._counting.note(0 if unchanged else len(body))

    def log_message(self, *_: object) -> None:
        """Print nothing about requests: they are counted."""
