"""The patient's browser: its clock, its time zone, and a folder in memory that the browser keeps.

There, Python's files are in memory. `settle` hands the changed ones to the browser in one transaction. So
whenever the tab or the browser dies, what it has kept is the folder as it was between two saves.
"""

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from homecare.host.browser.disk import BrowserDisk, DiskError
from homecare.host.page.asking import PATIENCE_S, Answer, Details

FOLDER = Path("/homecare")
"""Where the records are in the tab's memory."""
DATABASE = "homecare"
"""The name of the browser's database."""
NOT_KEPT = (".draft", ".earlier", ".lock")
"""Endings of files that matter only during a save."""

LOCK = "homecare"
"""The name under which the browser gives its one lock."""
_WRITING = os.O_WRONLY | os.O_RDWR

Trouble = Literal["full", "refused"]


class BrowserHost:
    """A `Host` in a browser tab, which must be the only tab that writes.

    `refusal` makes the exception that `settle` and `load` raise when the browser has no room ("full") or
    keeps nothing ("refused"). The folder is then set back to what the browser keeps: nothing stored changes.
    """

    def __init__(
        self, refusal: Callable[[Trouble], Exception], *, folder: Path = FOLDER, database: str = DATABASE
    ) -> None:
        self._refusal = refusal
        self._folder = folder
        self._disk = BrowserDisk(database)
        self._touched = Touched(folder)
        self._turn = asyncio.Lock()
        self._given_up = 0
        self._zone: tzinfo = UTC

    @property
    def data_dir(self) -> Path:
        """The folder that holds one patient's records."""
        return self._folder

    @property
    def zone(self) -> tzinfo:
        """The time zone of the browser when the time was last read."""
        return self._zone

    def now(self) -> datetime:
        """The aware local time, in whole seconds; the zone is read anew so that travel is noticed."""
        self._zone = _browser_zone()
        return datetime.now(self._zone).replace(microsecond=0)

    async def load(self) -> None:
        """Fill the folder with what the browser keeps."""
        try:
            await self._disk.load(self._folder)
        except DiskError as fault:
            raise self._refusal("refused") from fault
        self._touched.take()

    async def settle(self) -> None:
        """Return once every file written so far is on the device's disk.

        A save made while an earlier one was failing fails with it, because it was built on it.
        """
        # If whoever waits is cancelled, the transaction still runs to its end and its outcome is recorded.
        await asyncio.shield(asyncio.ensure_future(self._settle(self._given_up)))

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        """What the page says. It lives as long as this, so it is never closed first."""
        import js  # noqa: PLC0415
        import page_bridge  # noqa: PLC0415
        from pyodide.ffi import JsException, JsProxy, to_js  # noqa: PLC0415

        given: Any = to_js(dict(details or {}), dict_converter=js.Object.fromEntries)
        try:
            answer = await asyncio.wait_for(page_bridge.ask(name, given), patience_s)
        except (JsException, TimeoutError):
            return ""
        return bytes(answer.to_bytes()) if isinstance(answer, JsProxy) else str(answer)

    async def _settle(self, given_up: int) -> None:
        async with self._turn:
            if self._given_up != given_up:
                raise self._refusal("refused")
            names = self._changed()
            try:
                if names:
                    await self._disk.keep({name: _content(self._folder / name) for name in names})
            except DiskError as fault:
                self._given_up += 1
                self._disk.bring_back(self._folder, names | self._touched.take())
                self._touched.take()
                raise self._refusal("full" if fault.full else "refused") from fault

    def _changed(self) -> set[str]:
        names = self._touched.take()
        if names and not self._disk.is_open:  # the browser threw everything away, so give it all again
            everything = (path for path in self._folder.rglob("*") if path.is_file())
            names.update(path.relative_to(self._folder).as_posix() for path in everything)
        return {name for name in names if not name.endswith(NOT_KEPT)}


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _browser_zone() -> tzinfo:
    """The browser's zone by name, or by its offset now if Python does not know the name."""
    import js  # noqa: PLC0415

    try:
        return ZoneInfo(js.Intl.DateTimeFormat.new().resolvedOptions().timeZone)
    except (LookupError, ValueError, TypeError):
        return timezone(timedelta(minutes=-js.Date.new().getTimezoneOffset()))


class Touched:
    """Notes which files in a folder were written, renamed or removed since the last `take`.

    Python tells its audit hooks of every such call, so nothing has to be searched: `take` is as fast after
    ten years of diary as after a month. A hook cannot be removed, so this listens as long as Python runs.
    """

    def __init__(self, folder: Path) -> None:
        self._start = f"{folder}/"
        self._names: set[str] = set()
        sys.addaudithook(self._hear)

    def take(self) -> set[str]:
        """The names noted since the last call; they are then forgotten."""
        taken, self._names = self._names, set()
        return taken

    def note(self, *names: str) -> None:
        """Count these as touched."""
        self._names.update(names)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            if args[2] & _WRITING:
                self._touch(args[0])
        elif event == "os.remove":
            self._touch(args[0])
        elif event in ("os.rename", "os.link"):
            self._touch(args[0])
            self._touch(args[1])

    def _touch(self, path: object) -> None:
        if isinstance(path, str | os.PathLike):
            name = os.fspath(path)
            if isinstance(name, str) and name.startswith(self._start):
                self._names.add(name[len(self._start) :])


class TabLock:
    """The lock that one tab of this site holds for its whole life, so that two tabs never write at once.

    The browser gives it to one tab at a time, and takes it back when that tab is gone."""

    def __init__(self) -> None:
        self._granted = asyncio.Event()
        self._asked = False

    @property
    def is_ours(self) -> bool:
        """Whether this tab may write."""
        return self._granted.is_set()

    async def ours_within(self, patience_s: float) -> bool:
        """Whether this tab may write; waits up to `patience_s` seconds for one that is just closing."""
        if not self._asked:
            self._ask()
        try:
            await asyncio.wait_for(self._granted.wait(), patience_s)
        except TimeoutError:
            return False
        return True

    async def ours(self) -> None:
        """Return once every other tab is gone."""
        await self._granted.wait()

    def _ask(self) -> None:
        import js  # noqa: PLC0415
        from pyodide.ffi import create_proxy  # noqa: PLC0415

        def granted(_lock: Any) -> Any:
            self._granted.set()
            return held  # a promise that never ends: the lock is held as long as it is pending

        self._asked = True
        held = js.Promise.new(create_proxy(lambda _resolve, _reject: None))
        js.navigator.locks.request(LOCK, create_proxy(granted))
