"""CareState: what is on screen now, and the only way from the screens to the diary folder."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypedDict
from uuid import uuid4

import flet as ft

from homecare.content.library import Library
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.plan import ConditionPlan, PlanEvent, plans_at
from homecare.domain.records.prescription import own_exercises
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.records.session import Session
from homecare.domain.records.settings import Settings
from homecare.domain.today.answer import Today
from homecare.domain.today.today import today
from homecare.handover.records import records_for_today
from homecare.host.host import Host
from homecare.storage.errors import StorageError
from homecare.storage.store import Store
from homecare.ui.state.device import Device, computer
from homecare.ui.state.opened_files import Clinic
from homecare.ui.state.unsaved import UnsavedForms
from homecare.wording import _
from homecare.wording.faults import what_is_wrong
from homecare.wording.storage_faults import fault_sentence


class CareState(ft.Observable):
    """What one window of the app shows; windows share the store and the library, each has its own state.

    `today` is the answer of every rule at the last `refresh`; `records` the window of the diary it rests
    on; `session_left` whether a guided session waits to be gone on with. `unsaved` keeps the answers of
    forms that have not been saved, `clinic` what a clinician has opened in this window; `closed` is set when
    the window is gone for good. `problem` is a sentence to show once, None when all is well. A changed public
    field redraws the components that use the state.
    """

    def __init__(self, *, host: Host, store: Store, library: Library, device: Device | None = None) -> None:
        """Read what Today needs, and nothing more."""
        self.host = host
        self.store = store
        self.library = library
        self.device = device or computer(host.ask)
        self.problem: str | None = None
        self._seen: object = None
        self._saving = 0
        self.records = Records()
        self.session_left = False
        self.unsaved = UnsavedForms()
        self.clinic = Clinic()
        self.closed = asyncio.Event()
        self.today: Today
        self.refresh()

    @property
    def settings(self) -> Settings:
        """The patient's choices."""
        return self.records.settings

    @property
    def plans(self) -> dict[str, ConditionPlan]:
        """The plan of each active condition."""
        return plans_at(self.records.plan, self.today.at)

    def now(self) -> datetime:
        """The time, aware, in the patient's zone, in whole seconds."""
        return self.host.now()

    def refresh(self) -> None:
        """Read the records again and ask every rule again."""
        at = self.now()
        self._seen = self.store.revision()
        self.records = records_for_today(self.store, at)
        self.library = self.library.with_exercises(own_exercises(self.records.plan))
        self.session_left = self.store.progress() is not None
        self.today = today(self.records, self.library, at, self.host.zone)

    def refresh_if_changed(self, *, every_s: int = 30) -> None:
        """Refresh when another window or the command line saved, or when the last answer is `every_s` old.

        Not while a save waits for the disk: in a browser the folder already holds what may not be kept.
        """
        if self._saving:
            return
        old = (self.now() - self.today.at).total_seconds()
        try:
            if self.store.revision() != self._seen or not 0 <= old < every_s:
                self.refresh()
        except StorageError as fault:
            self.problem = _said(fault)

    async def save(self, write: Callable[[Store], object]) -> bool:
        """Write to the store and return True once it is on disk.

        False, with `problem` set to a sentence, when it could not be; nothing stored has changed then.
        """
        self._saving += 1
        try:
            write(self.store)
            await self.host.settle()
            self.refresh()
        except (StorageError, ValueError) as fault:
            self.problem = _said(fault)
            self._show_what_is_kept()
            return False
        finally:
            self._saving -= 1
        return True

    def _show_what_is_kept(self) -> None:
        """After a failed save: another one may have refreshed while this one was still in the folder."""
        with suppress(StorageError):
            if self.store.revision() != self._seen:
                self.refresh()

    async def note_place(self, place: Mapping[str, object] | None) -> None:
        """Write down how far the guided session has come, None once it is over.

        No rule depends on it, so none is asked; when it cannot be written, `problem` says so.
        """
        alone = self.store.revision() == self._seen
        try:
            if place is None:
                self.store.clear_progress()
            else:
                self.store.save_progress(place)
            await self.host.settle()
        except (StorageError, ValueError) as fault:
            self.problem = _said(fault)
            return
        if alone:  # else the next look at the folder must find what another window saved meanwhile
            self._seen = self.store.revision()
        if self.session_left != (place is not None):
            self.session_left = place is not None

    async def decide(self, *events: PlanEvent) -> bool:
        """Record decisions about the plan; True once they are on disk."""
        return await self.save(lambda store: store.add_plan_events(*events))

    @property
    def recovered(self) -> list[Recovery]:
        """What was found damaged, missing or copied, and the patient has not confirmed yet."""
        return self.store.recovered

    async def told_recovered(self) -> None:
        """The patient has read about the recoveries: they are not told again, by a later start either."""
        if self.recovered:
            await self.save(lambda store: store.confirm_recovered())

    def tell(self, problem: str) -> None:
        """Show a sentence once."""
        self.problem = problem

    def sentence(self, fault: Exception) -> str:
        """What to say of something that went wrong in the folder."""
        return _said(fault)

    def entries_between(self, first: date, last: date) -> Sequence[DiaryEntry]:
        """Diary entries of the days from `first` to `last`, oldest first."""
        return self.store.entries_between(first, last)

    def sessions_between(self, first: date, last: date) -> Sequence[Session]:
        """Sessions of the days from `first` to `last`, oldest first."""
        return self.store.sessions_between(first, last)


async def choose(care: CareState, **changes: Any) -> bool:
    """Save changed settings by their names; an invalid value is refused with a sentence."""
    try:
        settings = replace(care.settings, **changes)
    except ValueError as fault:
        care.tell(what_is_wrong(fault))
        return False
    return await care.save(lambda store: store.save_settings(settings))


def _said(fault: Exception) -> str:
    if isinstance(fault, StorageError):
        return fault_sentence(fault.code, str(fault.path), str(fault))
    return what_is_wrong(fault)


def new_id() -> str:
    """A fresh record id."""
    return str(uuid4())


class Stamps(TypedDict):
    """The two times every record carries besides its own."""

    created_at: datetime
    edited_at: datetime


def stamped(at: datetime) -> Stamps:
    """The times of a record that is written down `at`."""
    return {"created_at": at, "edited_at": at}


_NO_CARE: CareState | None = None
CareCtx = ft.create_context(_NO_CARE)


def use_care() -> CareState:
    """The state of this window; the component redraws when it changes."""
    care = ft.use_context(CareCtx)
    if care is None:
        raise RuntimeError(_("This part of the app was opened outside of it."))
    return care
