"""Answers only this computer's own browser page: everything else is refused before the app sees it."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

MOST_MESSAGE_BYTES = 8 * 1024 * 1024
"""Largest WebSocket message accepted, in bytes.

Files arrive in pieces of 1 MB, and no field takes as much text; room for what someone pastes by mistake.
"""

READING_METHODS = ("GET", "HEAD")


class Guard:
    """Wraps the app on `port`: checks Host, Origin, method and body, and adds the security headers."""

    def __init__(self, app: App, *, port: int, policy: str) -> None:
        names = ("127.0.0.1", "localhost")
        self._app = app
        self._hosts = {f"{name}:{port}" for name in names} | (set(names) if port == 80 else set())
        self._headers: Headers = [
            (b"content-security-policy", policy.encode("ascii")),
            (b"x-content-type-options", b"nosniff"),
            (b"x-frame-options", b"DENY"),
            (b"referrer-policy", b"no-referrer"),
            (b"cross-origin-resource-policy", b"same-origin"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-embedder-policy", b"require-corp"),
            (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, self._with_headers(send))

    async def _websocket(self, scope: Scope, receive: Receive, send: Send) -> None:
        host = self._own_host(scope)
        origins = _values(scope, b"origin")
        # A page from elsewhere cannot forge Origin. If it is missing, this is a program, not our page.
        if host is None or origins != [f"http://{host}"] or scope["path"] != "/ws":
            await send({"type": "websocket.close", "code": 1008})
            return
        await self._app(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._own_host(scope) is None:
            await refuse(send, 421, "This address is not homecare's own.")
        elif scope["method"] not in READING_METHODS:
            await refuse(send, 405, "Only reading is possible here.", (b"allow", b"GET, HEAD"))
        elif _has_body(scope):
            await refuse(send, 413, "A request with content is not accepted.")
        else:
            await self._app(scope, receive, send)

    def _own_host(self, scope: Scope) -> str | None:
        """The request's Host if it is one of ours and the only one given, else None."""
        hosts = [value.lower() for value in _values(scope, b"host")]
        return hosts[0] if len(hosts) == 1 and hosts[0] in self._hosts else None

    def _with_headers(self, send: Send) -> Send:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", []), *self._headers]}
            await send(message)

        return send_with_headers


async def refuse(send: Send, status: int, reason: str, *extra: tuple[bytes, bytes]) -> None:
    """Answer with `status` and one plain sentence, and close the connection."""
    body = reason.encode("utf-8")
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode("ascii")),
        (b"cache-control", b"no-store"),
        (b"connection", b"close"),
        *extra,
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _values(scope: Scope, name: bytes) -> list[str]:
    """Every value the request gives for header `name`."""
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == name]


def _has_body(scope: Scope) -> bool:
    """Whether the request announces content; reading needs none."""
    lengths = _values(scope, b"content-length")
    return bool(_values(scope, b"transfer-encoding")) or any(value.strip() != "0" for value in lengths)
