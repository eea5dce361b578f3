"""Reminders outside the app's window: what becomes due while the app is open is handed to the device."""

from collections.abc import Iterable
from datetime import UTC, datetime

from homecare.domain.aftercare.reminders import ReminderDue
from homecare.domain.records.local_time import moment
from homecare.domain.records.settings import Settings
from homecare.domain.today.answer import Today
from homecare.ui.state.device import Reminders
from homecare.wording.placeholders import fill
from homecare.wording.reminders import reminder_text, reminder_title


class Reminding:
    """Shows each reminder of one window once, when it becomes due.

    What was due before the window was opened, at `since`, is on the screen already and is not shown again.
    What the device did not show, as a tab cannot while its computer sleeps, is tried again with each new
    answer of Today.
    """

    def __init__(self, reminders: Reminders, since: datetime) -> None:
        self._reminders = reminders
        self._since = since
        self._shown: set[str] = set()
        self._tried: tuple[datetime, set[str]] = (since, set())

    async def show_due(self, today: Today, settings: Settings) -> None:
        """Hand over what has become due; those that come at one time go as one."""
        if self._tried[0] != today.at:
            self._tried = (today.at, set())
        tried = self._tried[1]
        aftercare = today.aftercare.reminders if today.aftercare else ()
        for message in _messages((*today.reminders, *aftercare)):
            tag = f"{message[0].at.astimezone(UTC):%Y%m%dT%H%M} {message[0].id}"
            if tag in self._shown | tried or moment(message[0].at) <= moment(self._since):
                continue
            tried.add(tag)
            title = "; ".join(reminder_title(reminder) for reminder in message)
            text = "\n".join(fill(reminder_text(reminder), settings) for reminder in message)
            if await self._reminders.show(tag, title, text):
                self._shown.add(tag)


def _messages(reminders: Iterable[ReminderDue]) -> list[list[ReminderDue]]:
    """The reminders that are due, those of one instant together: three at 08:00 are one message."""
    together: dict[datetime, list[ReminderDue]] = {}
    for reminder in reminders:
        if reminder.status == "due":
            together.setdefault(moment(reminder.at), []).append(reminder)
    return list(together.values())
