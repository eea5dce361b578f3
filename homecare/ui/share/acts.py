"""Acts of sharing: make a file of the records, hand it to the device, and keep what came of it."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import flet as ft

from homecare.domain.report.header import Named
from homecare.handover.formats import FORMATS, Asked, handout_of, sealed_backup
from homecare.host.page.hand import PageHand, Shared
from homecare.storage.errors import StorageError
from homecare.ui.kit.latest import Latest, use_latest
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.ui.state.pictures import pictures_of
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

DRAWN_S = 0.05
"""Time for the window to show what was said before a file is made, in seconds."""
READY = timedelta(minutes=5)
"""How long a file waits for the tap that sends it; later it is made anew."""
WHOLE = ("json", "ics", "handout")
"""Formats that no period is chosen for."""
_FILES: Mapping[str, tuple[str, str]] = {
    "pdf": ("homecare-report-{day}.pdf", "application/pdf"),
    "handout": ("homecare-exercises-{day}.pdf", "application/pdf"),
    "csv": ("homecare-diary-{day}.csv", "text/csv"),
    "fhir": ("homecare-hospital-{day}.json", "application/json"),
    "json": ("homecare-backup-{day}.json", "application/json"),
    "sealed": ("homecare-backup-{day}.homecare", "application/octet-stream"),
    "ics": ("homecare-reminders-{day}.ics", "text/calendar"),
}
"""The name and the media type of each kind of file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the patient chose to share: the last `days` days (None: all), with notes and medicines or not.

    `own` are two days chosen instead, both included, such as the last visit and today. `nameless` leaves out
    name, date of birth and clinic number. `neutral` calls every event of a calendar "Reminder"; None does as
    the last calendar file did. `snomed` False leaves SNOMED CT codes out of the hospital format.
    """

    days: int | None
    notes: bool = False
    own: tuple[date, date] | None = None
    nameless: bool = False
    neutral: bool | None = None
    snomed: bool = True


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


def last_visit(care: CareState) -> date | None:
    """The day of the last clinic visit, as the patient set it; None until then."""
    return Named.of(care.store.patient()).last_visit


async def save_last_visit(care: CareState, visit: date) -> bool:
    """Keep the day of the last clinic visit."""
    kept = {**care.store.patient(), "last_visit": visit.isoformat()}
    return await care.save(lambda store: store.save_patient(kept))


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
        snomed=wish.snomed,
    )
    if kind in WHOLE:
        return asked
    first, last = wish.own or (first_day(care, wish.days), care.today.day)
    return replace(asked, first=first, last=last)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFile:
    """A file that is ready to be handed over, and what it was made from."""

    kind: str
    name: str
    media_type: str
    data: bytes
    asked: Asked


async def make_file(
    care: CareState, kind: str, wish: Wish, password: str | None = None, *, on_wrong: Callable[[str], None]
) -> MadeFile | None:
    """Make the file; None, with a sentence told to `on_wrong`, when it could not be made."""
    await asyncio.sleep(DRAWN_S)
    try:
        asked = asked_for(care, wish, kind)
        data = await _handout(care, asked) if kind == "handout" else FORMATS[kind](asked)
        if password is not None:
            data = await sealed_backup(data, password, care.device.cipher)
    except StorageError as fault:
        on_wrong(care.sentence(fault))
        return None
    except ValueError as fault:
        on_wrong(what_is_wrong(fault))
        return None
    name, media_type = _FILES["sealed" if password is not None else kind]
    name = name.format(day=care.today.day)
    return MadeFile(kind=kind, name=name, media_type=media_type, data=data, asked=asked)


async def _handout(care: CareState, asked: Asked) -> bytes:
    from homecare.exchange.report.handout import handout_pdf  # noqa: PLC0415  costs start-up time

    found = handout_of(asked)
    pictures = await pictures_of(care, (item.exercise for item in found.items))
    return handout_pdf(found, lambda exercise, name: pictures.get((exercise, name), b""), care.settings)


async def save_file(care: CareState, made: MadeFile) -> bool:
    """Save the file to the device; False if the patient closed the dialog, which a browser never tells."""
    picked = await ft.FilePicker().save_file(file_name=made.name, src_bytes=made.data)
    if picked is None and not ft.context.page.web:
        return False
    await _handed_over(care, made)
    return True


async def share_file(care: CareState, made: MadeFile) -> Shared:
    """Let the patient choose the app that gets the file, in answer to a tap."""
    outcome = await PageHand(care.host.ask).share(made.name, made.media_type, made.data)
    if outcome == "shared":
        await _handed_over(care, made)
    return outcome


async def _handed_over(care: CareState, made: MadeFile) -> None:
    await care.save(lambda _store: made.asked.handed_over())
    if made.kind == "json":
        kept = replace(care.settings, last_backup_at=made.asked.at)
        await care.save(lambda store: store.save_settings(kept))


def use_can_share(care: CareState, kind: str) -> bool:
    """Whether the device has a way to share a file of this kind with another app."""
    can, set_can = ft.use_state(False)
    page = ft.context.page

    async def look_up() -> None:
        if page.web:
            set_can(await PageHand(care.host.ask).can_share(*_FILES[kind]))

    ft.use_effect(look_up, [kind], lambda: None)
    return can


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving:
    """`told` says what was done, `wrong` what failed, each a sentence or ""; `busy` while a file is made.

    `tell` and `fail` replace them. `save(kind, wish, secret)` makes the file and saves it, sealed with the
    password `secret` when there is one; `send` gives it to another app, or saves it if that cannot be done.
    """

    busy: bool
    told: str
    wrong: str
    tell: Callable[[str], None]
    fail: Callable[[str], None]
    save: Callable[..., Coroutine[Any, Any, None]]
    send: Callable[..., Coroutine[Any, Any, None]]


async def _alone(
    latch: Latest[bool],
    act: Callable[[str, Wish, str | None], Awaitable[None]],
    kind: str,
    wish: Wish,
    secret: str | None = None,
) -> None:
    """Make and hand over one file at a time: a second tap before the button is grey does nothing."""
    if latch.now:
        return
    latch.put(True)
    try:
        await act(kind, wish, secret)
    finally:
        latch.put(False)


Wanted = tuple[str, Wish, str | None]
"""The kind of file, what the patient chose to share, and the password if there is one."""


@dataclass(frozen=True, slots=True)
class _FilesOut:
    """Saves and sends the files of one component; `ready` holds the one that waits for a second tap."""

    care: CareState
    tell: Callable[[str], None]
    fail: Callable[[str], None]
    ready: dict[Wanted, MadeFile]

    async def save(self, kind: str, wish: Wish, secret: str | None) -> None:
        self.tell("")
        made = await make_file(self.care, kind, wish, secret, on_wrong=self.fail)
        if made is not None:
            await self._save_made(made)

    async def send(self, kind: str, wish: Wish, secret: str | None) -> None:
        wanted = (kind, wish, secret)
        before = self.ready.get(wanted)
        self.ready.clear()
        self.tell("")
        made = before if before is not None and self.care.now() - before.asked.at < READY else None
        if made is None:
            made = await make_file(self.care, kind, wish, secret, on_wrong=self.fail)
        if made is None:
            return
        outcome = await share_file(self.care, made)
        if outcome == "shared":
            self.tell(_("Sent: {name}").format(name=made.name))
        elif outcome == "tap-needed" and before is None:
            self.ready[wanted] = made  # the next tap is answered at once
            self.tell(_("The file is ready. Please tap the button again to send it."))
        elif outcome != "closed":
            await self._save_made(made)

    async def _save_made(self, made: MadeFile) -> None:
        if await save_file(self.care, made):
            self.tell(_("Saved as {name}").format(name=made.name))
        else:
            self.fail(_("Nothing was saved: you closed the dialog."))


def use_saving(care: CareState) -> Saving:
    """The saving of one component; draws it again at each step."""
    busy, latch = use_latest(False)
    told, set_told = ft.use_state("")
    wrong, set_wrong = ft.use_state("")
    ready: dict[Wanted, MadeFile] = ft.use_memo(lambda: {}, [])

    def tell(sentence: str) -> None:
        set_wrong("")
        set_told(sentence)

    def fail(sentence: str) -> None:
        set_told("")
        set_wrong(sentence)

    files = _FilesOut(care, tell, fail, ready)
    return Saving(
        busy=busy,
        told=told,
        wrong=wrong,
        tell=tell,
        fail=fail,
        save=partial(_alone, latch, files.save),
        send=partial(_alone, latch, files.send),
    )


def send_button(
    look: Look, saving: Saving, can_share: bool, on_click: Callable[[], object]
) -> list[ft.Control]:
    """The button that gives the file to another app; nothing where the device has no way to."""
    if not can_share:
        return []
    icon = ft.Icons.SHARE_OUTLINED
    return [look.secondary(_("Send with another app"), on_click, icon=icon, disabled=saving.busy)]
