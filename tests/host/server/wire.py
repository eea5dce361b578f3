"""Speaks HTTP and WebSocket by hand, to send what no browser would send."""

import base64
import contextlib
import os
import socket
import struct
from dataclasses import dataclass

from tests.serving import PATIENCE_S


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An HTTP answer: status, headers with lower-case names, body."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(
    port: int,
    target: str = "/",
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    body: bytes = b"",
) -> Answer:
    """Send one request exactly as given; Host is the server's own unless `headers` say otherwise."""
    lines = {"Host": f"127.0.0.1:{port}", "Connection": "close", **(headers or {})}
    head = (
        f"{method} {target} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in lines.items() if v) + "\r\n"
    )
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as line:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # refused before all was sent
            line.sendall(head.encode("latin-1") + body)
        return _read_answer(line, has_body=method != "HEAD")


def handshake(
    port: int, *, host: str | None = None, origin: str | None = None, path: str = "/ws"
) -> tuple[int, socket.socket]:
    """Ask for a WebSocket; returns the status (101 when accepted) and the open socket."""
    key = base64.b64encode(os.urandom(16)).decode()
    lines = [
        f"GET {path} HTTP/1.1",
        f"Host: {host or f'127.0.0.1:{port}'}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        f"Sec-WebSocket-Key: {key}",
        "Sec-WebSocket-Version: 13",
        *([f"Origin: {origin}"] if origin else []),
    ]
    line = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
    line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
    head = b""
    while b"\r\n\r\n" not in head:
        piece = line.recv(1)
        if not piece:
            break
        head += piece
    return (int(head.split(b" ")[1]) if head else 0), line


def send_frame(line: socket.socket, payload: bytes, *, announced: int | None = None) -> None:
    """Send a binary message; `announced` is the length its header claims."""
    length = len(payload) if announced is None else announced
    mask = b"\0\0\0\0"
    line.sendall(b"\x82" + b"\xff" + struct.pack("!Q", length) + mask + payload)


def close_code(line: socket.socket) -> int:
    """The code of the next close message; 0 if the connection just ended."""
    while True:
        head = line.recv(2)
        if len(head) < 2:
            return 0
        length = head[1] & 0x7F
        if length == 126:
            length = struct.unpack("!H", line.recv(2))[0]
        elif length == 127:
            length = struct.unpack("!Q", line.recv(8))[0]
        payload = b""
        while len(payload) < length:
            payload += line.recv(length - len(payload))
        if head[0] & 0x0F == 8:
            return int(struct.unpack("!H", payload[:2])[0]) if payload else 0


def _read_answer(line: socket.socket, *, has_body: bool) -> Answer:
    data = b""
    while True:
        try:
            piece = line.recv(65536)
        except ConnectionResetError:
            break
        if not piece:
            break
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (text.partition(":") for text in lines)}
    return Answer(status=int(status.split(" ")[1]), headers=headers, body=body if has_body else b"")
