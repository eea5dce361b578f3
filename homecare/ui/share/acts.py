"""Acts of sharing: make a file of the records, hand it to the device, and keep what came of it."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import flet as ft

from homecare.handover.formats import FORMATS, Asked, sealed_backup
from homecare.storage.errors import StorageError
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

DRAWN_S = 0.05
"""Time for the window to show what was said before a file is made, in seconds."""
WHOLE = ("json", "ics")
"""Formats that no period is chosen for."""
_NAMES: Mapping[str, str] = {
    "pdf": "homecare-report-{day}.pdf",
    "csv": "homecare-diary-{day}.csv",
    "fhir": "homecare-hospital-{day}.json",
    "json": "homecare-backup-{day}.json",
    "sealed": "homecare-backup-{day}.homecare",
    "ics": "homecare-reminders-{day}.ics",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the patient chose to share: the last `days` days (None: all), with notes and medicines or not.

    `own` are two days chosen instead, both included, such as the last visit and today. `nameless` leaves out
    name, date of birth and clinic number. `neutral` calls every event of a calendar "Reminder"; None does as
    the last calendar file did.
    """

    days: int | None
    notes: bool = False
    own: tuple[date, date] | None = None
    nameless: bool = False
    neutral: bool | None = None


def first_day(care: CareState, days: int | None) -> date:
    """The first diary day of the period that ends today; the oldest of the diary for None."""
    today = care.today.day
    if days is not None:
        return today - timedelta(days=days - 1)
    store = care.store
    days_kept = [entry.day for entry in store.all_entries()[:1]] + [
        session.day for session in store.all_sessions()[:1]
    ]
    return min([*days_kept, today])


def asked_for(care: CareState, wish: Wish, kind: str = "pdf") -> Asked:
    """What an export of this kind is made from."""
    asked = Asked(
        store=care.store,
        library=care.library,
        at=care.now(),
        zone=care.host.zone,
        notes=wish.notes,
        bare=not wish.notes,
        nameless=wish.nameless,
        neutral=wish.neutral,
    )
    if kind in WHOLE:
        return asked
    first, last = wish.own or (first_day(care, wish.days), care.today.day)
    return replace(asked, first=first, last=last)


async def save_file(
    care: CareState, kind: str, wish: Wish, password: str | None = None, *, on_wrong: Callable[[str], None]
) -> str | None:
    """Make the file and hand it to the device; its name once that is done.

    None, with a sentence told to `on_wrong`, when it could not be made; no file is handed over then.
    """
    await asyncio.sleep(DRAWN_S)
    try:
        asked = asked_for(care, wish, kind)
        data = FORMATS[kind](asked)
        if password is not None:
            data = await sealed_backup(data, password, care.device.cipher)
    except StorageError as fault:
        on_wrong(care.sentence(fault))
        return None
    except ValueError as fault:
        on_wrong(what_is_wrong(fault))
        return None
    name = _NAMES["sealed" if password is not None else kind].format(day=care.today.day)
    picked = await ft.FilePicker().save_file(file_name=name, src_bytes=data)
    if picked is None and not ft.context.page.web:  # a browser never tells; elsewhere the dialog was closed
        on_wrong(_("Nothing was saved: you closed the dialog."))
        return None
    await care.save(lambda _store: asked.handed_over())
    if kind == "json":
        kept = replace(care.settings, last_backup_at=asked.at)
        await care.save(lambda store: store.save_settings(kept))
    return name


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """`told` is what went well, `wrong` what did not, each a sentence or ""; `busy` while a file is made.

    `tell` and `fail` say something else in their place. `save(kind, wish, secret)` makes the file and hands
    it over, sealed with the password `secret` when there is one.
    """

    busy: bool
    told: str
    wrong: str
    tell: Callable[[str], None]
    fail: Callable[[str], None]
    save: Callable[..., Coroutine[Any, Any, None]]


def use_saving(care: CareState) -> Saving:
    """The saving of one component; draws it again at each step."""
    busy, set_busy = ft.use_state(False)
    told, set_told = ft.use_state("")
    wrong, set_wrong = ft.use_state("")

    def tell(sentence: str) -> None:
        set_wrong("")
        set_told(sentence)

    def fail(sentence: str) -> None:
        set_told("")
        set_wrong(sentence)

    async def save(kind: str, wish: Wish, secret: str | None = None) -> None:
        set_busy(True)
        tell("")
        try:
            name = await save_file(care, kind, wish, secret, on_wrong=fail)
        finally:
            set_busy(False)
        if name is not None:
            tell(_("Saved as {name}").format(name=name))

    return Saving(busy=busy, told=told, wrong=wrong, tell=tell, fail=fail, save=save)
