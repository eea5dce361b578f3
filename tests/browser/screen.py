"""A window of the app, used the way a person with a screen reader and a finger would."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Locator, Page, Request, WebSocket

PATIENCE_S = 15.0
START_S = 30.0
POLL_MS = 25

Role = Literal[
    "alert",
    "alertdialog",
    "button",
    "checkbox",
    "dialog",
    "group",
    "heading",
    "img",
    "link",
    "progressbar",
    "radio",
    "slider",
    "status",
    "switch",
    "tab",
    "textbox",
]

_TEXTS = """() => {
  const host = document.querySelector("flt-semantics-host");
  if (!host) return [];
  const said = [];
  for (const node of host.querySelectorAll("*")) {
    const name = node.getAttribute("aria-label") ||
      (node.childElementCount === 0 ? node.textContent : "") || node.value;
    if (name && name.trim()) said.push(name.trim());
  }
  return said;
}"""


class Screen:
    """Finds things by role and name in the tree that screen readers use.

    It waits for states, never for a time. `page` is Playwright's own page, for what is not offered here.
    `prepare` is called before the app is loaded. `foreign` holds the addresses of other hosts that were
    asked, `errors` what the console reported.
    """

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.prepare: Callable[[Page], object] = lambda page: None
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self._own = urlsplit(address).netloc
        page.on("request", self._note_request)
        page.on("websocket", self._note_socket)
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def open(self, route: str = "/", *, sees: str | None = None) -> None:
        """Load the app at `route` and wait until it can be used, or until it says `sees`."""
        self.prepare(self.page)
        self.page.goto(f"{self.address}#{route}", wait_until="commit")
        self._until_ready(sees)

    def reload(self, *, sees: str | None = None) -> None:
        """Reload the window, as when a phone has discarded it."""
        self.page.reload(wait_until="commit")
        self._until_ready(sees)

    def back(self) -> None:
        """The browser's Back gesture."""
        self.page.go_back(wait_until="commit")

    @property
    def route(self) -> str:
        """The route in the address bar, such as "/diary"."""
        return urlsplit(self.page.evaluate("location.href")).fragment or "/"

    def texts(self) -> list[str]:
        """Every name and text a screen reader would find, in reading order."""
        said: list[str] = self.page.evaluate(_TEXTS)
        return said

    def says(self, text: str) -> bool:
        """Whether `text` is part of anything on the screen now."""
        return any(text in said for said in self.texts())

    def wait_for(self, text: str, *, patience_s: float = PATIENCE_S) -> None:
        """Wait until the screen says `text`."""
        self.wait_until(lambda: self.says(text), f"the screen to say {text!r}", patience_s=patience_s)

    def wait_gone(self, text: str) -> None:
        """Wait until the screen no longer says `text`."""
        self.wait_until(lambda: not self.says(text), f"{text!r} to go")

    def wait_until(self, holds: Callable[[], bool], what: str, *, patience_s: float = PATIENCE_S) -> None:
        """Wait until `holds()`; the failure names `what` and shows what the screen says instead."""
        end = time.monotonic() + patience_s
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"waited {patience_s:g} s for {what}; the screen says {self.texts()}")
            self.page.wait_for_timeout(POLL_MS)

    def find(self, role: Role, name: str | re.Pattern[str], *, exact: bool = True) -> Locator:
        """Wait for the only element with this role and name; scrolls down to find it."""
        found = self.page.get_by_role(role, name=name, exact=exact and isinstance(name, str))
        end = time.monotonic() + PATIENCE_S
        while (count := found.count()) != 1:
            if time.monotonic() > end:
                raise AssertionError(f"{count} of {role} {name!r}; the screen says {self.texts()}")
            if count == 0 and time.monotonic() > end - PATIENCE_S / 2:
                self.scroll(400)
            self.page.wait_for_timeout(POLL_MS)
        return found

    def has(self, role: Role, name: str, *, exact: bool = True) -> bool:
        """Whether such an element is there now."""
        return self.page.get_by_role(role, name=name, exact=exact).count() > 0

    def tap(self, role: Role, name: str | re.Pattern[str], *, exact: bool = True) -> None:
        """Tap it the way a screen reader does, which also works under a slider's overlay."""
        self.find(role, name, exact=exact).dispatch_event("click")

    def touch(self, role: Role, name: str | re.Pattern[str], *, exact: bool = True) -> None:
        """Tap or click the middle of it."""
        box = self.find(role, name, exact=exact).bounding_box()
        assert box is not None, f"{role} {name!r} has no place on the screen"
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        if self.page.evaluate("navigator.maxTouchPoints > 0"):
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def write(self, label: str, text: str) -> None:
        """Fill the text field with this label."""
        field = self.page.get_by_label(label, exact=True)
        self.wait_until(lambda: field.count() == 1, f"the field {label!r}")
        field.fill(text)

    def press(self, *keys: str) -> None:
        """Press keys one after another ("Tab", "Enter", "ArrowRight")."""
        for key in keys:
            self.page.keyboard.press(key)

    def scroll(self, down: int) -> None:
        """Scroll by `down` pixels; negative goes up."""
        size = self.page.viewport_size or {"width": 390, "height": 844}
        self.page.mouse.move(size["width"] / 2, size["height"] / 2)
        self.page.mouse.wheel(0, down)

    def picture(self, path: Path | None = None) -> bytes:
        """A screenshot, taken once the picture no longer changes; saved at `path` if given."""
        last = b""
        for _ in range(20):
            shot = self.page.screenshot()
            if shot == last:
                break
            last = shot
            self.page.wait_for_timeout(100)
        if path is not None:
            path.write_bytes(last)
        return last

    def _until_ready(self, sees: str | None) -> None:
        def ready() -> bool:
            try:
                started = not self.page.evaluate("!!document.querySelector('#starting:not(.done)')")
                return started and (self.says(sees) if sees else bool(self.texts()))
            except Error as gone:
                if "context was destroyed" not in str(gone):
                    raise
                return False  # the page reloads itself when another version takes over

        self.wait_until(ready, f"the app to show {sees or 'its first screen'}", patience_s=START_S)

    def _note_request(self, request: Request) -> None:
        self._note(request.url)

    def _note_socket(self, socket: WebSocket) -> None:
        self._note(socket.url)

    def _note(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob", "about") and parts.netloc != self._own:
            self.foreign.append(address)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)
