"""What only the page can do. Python, in the worker, asks it through static_site/web/bridge.js."""

import asyncio
from typing import Any, Literal, cast, get_args

PATIENCE_S = 10.0
"""How long the page may take to answer, in seconds."""
TAP_S = 120.0
"""How long the patient may take to answer the browser's own question, in seconds."""

Keeping = Literal["for-good", "while-room", "seven-days"]
Reminding = Literal["never", "on-request", "on", "refused"]


class BrowserShelf:
    """How safely the browser keeps the diary."""

    async def keeping(self) -> Keeping:
        """What the browser says; "while-room" if it does not say."""
        return _keeping(await _asked("keeping"))

    async def ask(self) -> Keeping:
        """Ask the browser never to clear it by itself; some browsers ask the patient, some decide alone."""
        return _keeping(await _asked("persist", patience_s=TAP_S))


class BrowserReminders:
    """The browser's notifications, while the app is open."""

    async def state(self) -> Reminding:
        """What the browser says; "never" if it does not say."""
        return _reminding(await _asked("reminding"))

    async def ask(self) -> Reminding:
        """Let the browser ask the patient; call this in response to a tap."""
        return _reminding(await _asked("allow-reminders", patience_s=TAP_S))

    async def show(self, tag: str, title: str, text: str) -> bool:
        """Show a notification, replacing one with the same tag; False if the browser did not."""
        return await _asked("remind", {"tag": tag, "title": title, "body": text}) == "shown"


def _keeping(word: str) -> Keeping:
    return cast(Keeping, word) if word in get_args(Keeping) else "while-room"


def _reminding(word: str) -> Reminding:
    return cast(Reminding, word) if word in get_args(Reminding) else "never"


async def _asked(name: str, details: dict[str, str] | None = None, *, patience_s: float = PATIENCE_S) -> str:
    """The page's answer in one word, "" if it has none."""
    import js  # noqa: PLC0415
    import page_bridge  # noqa: PLC0415
    from pyodide.ffi import JsException, to_js  # noqa: PLC0415

    given: Any = to_js(details or {}, dict_converter=js.Object.fromEntries)
    try:
        return str(await asyncio.wait_for(page_bridge.ask(name, given), patience_s))
    except (JsException, TimeoutError):
        return ""
