"""Serves the listed files over ASGI, with an ETag so that an unchanged file is not sent again."""

import hashlib
from collections.abc import Mapping

from homecare.host.server.client_files import ClientFile
from homecare.host.server.guard import Receive, Scope, Send, refuse

PIECE_BYTES = 256 * 1024
"""Size of the pieces a large file is sent in, so that other requests get their turn."""


class Site:
    """An ASGI app for GET and HEAD of `files`, given by URL path."""

    def __init__(self, files: Mapping[str, ClientFile]) -> None:
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 200, 304 (unchanged since the browser's copy) or 404."""
        file = self._files.get(scope["path"])
        if file is None:
            await refuse(send, 404, "There is nothing at this address.")
            return
        try:
            tag = etag(file)
            unchanged = (b"if-none-match", tag) in scope["headers"]
            body = b"" if unchanged else file.read()
        except OSError:
            await refuse(send, 404, "There is nothing at this address.")
            return
        headers = [
            (b"content-type", file.media_type.encode("ascii")),
            # Ask each time, so that a new version of the app never runs with files of an old one.
            (b"cache-control", b"no-cache"),
            (b"etag", tag),
        ]
        if not unchanged:
            headers.append((b"content-length", str(len(body)).encode("ascii")))
        await send({"type": "http.response.start", "status": 304 if unchanged else 200, "headers": headers})
        await _send_body(send, b"" if scope["method"] == "HEAD" else body)


async def _send_body(send: Send, body: bytes) -> None:
    view = memoryview(body)
    for start in range(0, len(body), PIECE_BYTES):
        piece = bytes(view[start : start + PIECE_BYTES])
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def etag(file: ClientFile) -> bytes:
    """A tag that changes when the file does; raises OSError if it has gone."""
    if file.path is not None:
        seen = file.path.stat()
        return f'"{seen.st_mtime_ns:x}-{seen.st_size:x}"'.encode("ascii")
    return f'"{hashlib.sha256(file.read()).hexdigest()[:32]}"'.encode("ascii")
