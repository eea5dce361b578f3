"""Runs the tests of the served app against the static app: its files, its data and its clock.

Playwright's clock does not reach a worker, so the one that runs Python gets its time and zone from the test.
"""

import json
import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.static.browser_storage import copy_in, copy_out
from tests.browser.static.hosting import WebHost, build
from tests.fixed_host import Clock
from tests.serving import Server
from tests.shared import made_once

CLOCK = """{
  const read = { at: 0, zone: "", when: -1000 };
  const look = () => {
    if (performance.now() - read.when > 20) {
      const asked = new XMLHttpRequest();
      asked.open("GET", "clock.json", false);
      asked.send();
      Object.assign(read, JSON.parse(asked.responseText), { when: performance.now() });
    }
    return read;
  };
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length) super(...given); else super(look().at); }
    static now() { return look().at; }
  };
  const resolved = Intl.DateTimeFormat.prototype.resolvedOptions;
  Intl.DateTimeFormat.prototype.resolvedOptions = function () {
    return { ...resolved.call(this), timeZone: look().zone };
  };
}
"""


def is_asked_for() -> bool:
    """Whether the tests are to drive the static app."""
    return os.environ.get("HOMECARE_APP") == "static"


def site() -> Path:
    """The static app, built once per run; HOMECARE_SITE can name one that is already built."""
    if "HOMECARE_SITE" in os.environ:
        return Path(os.environ["HOMECARE_SITE"])
    return made_once("site", build)


class StaticServer(Server):
    """A static app whose records a test finds in `folder`, as if a server kept them there.

    The window opened last holds them.
    """

    def __init__(self, data: Path, clock: Clock) -> None:
        self.clock = clock
        self._data = data
        self._page: Page | None = None
        self._known: dict[str, bytes] = {}
        worker = (site() / "python-worker.js").read_bytes()
        self._web = WebHost(site(), {"python-worker.js": CLOCK.encode() + worker, "clock.json": self._time})

    @property
    def address(self) -> str:
        return self._web.address

    @property
    def folder(self) -> Path:  # type: ignore[override]
        """The folder as the browser keeps it now."""
        page = self._page
        if page is not None and not page.is_closed() and page.url.startswith(self.address):
            copy_out(page, self._data)
            self._known = _files(self._data)
        return self._data

    def prepare(self, page: Page) -> None:
        """Called before a window opens the app: copy the folder into the browser, if it lacks it."""
        if page is self._page and _files(self._data) == self._known:
            return
        if page is not self._page and self._page is not None:
            _ = self.folder
        page.goto(f"{self.address}version.json")
        copy_in(page, self._data)
        self._page, self._known = page, _files(self._data)

    def leave(self, page: Page) -> None:
        """Called before a window closes: keep its records for the next one."""
        if page is self._page:
            _ = self.folder
            self._page = None

    def stop(self) -> int:
        self._web.stop()
        return 0

    def output(self) -> str:
        return ""

    def errors(self) -> str:
        return ""

    def _time(self) -> bytes:
        now = {"at": self.clock.now().timestamp() * 1000, "zone": str(self.clock.zone)}
        return json.dumps(now).encode()


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }
