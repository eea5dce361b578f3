"""A native build: the folder that the system gives the app, and the system's own notifications."""

import os
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

from homecare.host.local import LocalHost

FOLDER = "FLET_APP_STORAGE_DATA"
"""The environment variable in which Flet names the app's own folder; the system removes it with the app."""

Reminding = Literal["never", "on-request", "on", "refused"]


class Notices(Protocol):
    """The part of flet-notifications that is used."""

    async def are_notifications_enabled(self) -> bool:
        """Whether the system shows this app's notifications."""

    async def request_permissions(self) -> bool:
        """Ask the patient for permission; True if it was given."""

    async def show(self, id: int, title: str | None = None, body: str | None = None) -> None:  # noqa: A002
        """Show one; it replaces an earlier one with this number."""


class NativeReminders:
    """Reminders as the system's notifications. `notices` is called once, when the first one is needed."""

    def __init__(self, notices: Callable[[], Notices]) -> None:
        self._make = notices
        self._made: Notices | None = None

    async def state(self) -> Reminding:
        """ "on" or "on-request"; "never" where the system has no notifications."""
        try:
            return "on" if await self._notices().are_notifications_enabled() else "on-request"
        except Exception:  # the plugin raises different errors on each system
            return "never"

    async def ask(self) -> Reminding:
        """Let the system ask the patient."""
        try:
            return "on" if await self._notices().request_permissions() else "refused"
        except Exception:
            return "never"

    async def show(self, tag: str, title: str, text: str) -> bool:
        """Show one now, replacing an earlier one with this tag; False if that failed."""
        try:
            await self._notices().show(zlib.crc32(tag.encode("utf-8")) >> 1, title, text)
        except Exception:
            return False
        return True

    def _notices(self) -> Notices:
        if self._made is None:
            self._made = self._make()
        return self._made


def native_host() -> LocalHost:
    """This device: its clock, its zone and the app's own folder; the usual folder if Flet names none."""
    given = os.environ.get(FOLDER)
    return LocalHost(Path(given) if given else None)
