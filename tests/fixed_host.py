"""A host whose time and zone a test sets, even from another process."""

import json
import time
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from homecare.host.page.asking import PATIENCE_S, Answer, Details

MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


class FixedHost:
    """Its time stands still until `move_to` or `advance`; `settled` counts the calls of `settle`."""

    def __init__(self, data_dir: Path, *, at: datetime = MONDAY_MORNING, zone: tzinfo = BERLIN) -> None:
        self.data_dir = data_dir
        self.zone: tzinfo = zone
        self.settled = 0
        self._at = at

    def now(self) -> datetime:
        return self._at.astimezone(self.zone).replace(microsecond=0)

    async def settle(self) -> None:
        self.settled += 1

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        return ""

    def move_to(self, at: datetime) -> None:
        self._at = at

    def advance(self, by: timedelta) -> None:
        self._at += by


class Clock:
    """The time of a served app, in a file: the test sets it, the app's process reads it.

    It stands still, or runs on in real time from where it was set.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def set(self, at: datetime, *, zone: str = "Europe/Berlin", runs: bool = False) -> None:
        draft = self.path.with_suffix(".draft")
        draft.write_text(
            json.dumps({"at": at.isoformat(), "zone": zone, "runs": runs, "since": time.time()}),
            encoding="utf-8",
        )
        draft.replace(self.path)

    def advance(self, by: timedelta) -> None:
        set_to = self._read()
        self.set(self.now() + by, zone=str(set_to["zone"]), runs=bool(set_to["runs"]))

    def now(self) -> datetime:
        set_to = self._read()
        gone = time.time() - float(str(set_to["since"])) if set_to["runs"] else 0.0
        at = datetime.fromisoformat(str(set_to["at"])) + timedelta(seconds=gone)
        return at.astimezone(self.zone).replace(microsecond=0)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(str(self._read()["zone"]))

    def _read(self) -> dict[str, object]:
        read: dict[str, object] = json.loads(self.path.read_text(encoding="utf-8"))
        return read


class ClockedHost:
    """A host for a served app whose time and zone come from a `Clock`."""

    def __init__(self, data_dir: Path, clock: Clock) -> None:
        self.data_dir = data_dir
        self.clock = clock

    @property
    def zone(self) -> tzinfo:
        return self.clock.zone

    def now(self) -> datetime:
        return self.clock.now()

    async def settle(self) -> None:
        """Files are on disk when they are replaced."""

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        """What the page says."""
        from homecare.host.server.page_questions import ask_page  # noqa: PLC0415  tests without a page need no Flet

        return await ask_page(name, details, patience_s)
