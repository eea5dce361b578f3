"""Acts on a needling session: save it, call it off, mark reminders, rate soreness, tick a warning sign."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, timedelta

import flet as ft

from homecare.domain.aftercare.aftercare import ALERT
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling, ReminderMark, ReminderStatus
from homecare.domain.records.plan import AlertConfirmed
from homecare.storage.store import Store
from homecare.ui.aftercare.needling_draft import NeedlingDraft, draft_of, needling_of
from homecare.ui.diary import acts
from homecare.ui.state.care import CareState, new_id, stamped
from homecare.ui.state.unsaved import Unsaved, use_unsaved

SNOOZE = timedelta(hours=1)


def recorded(care: CareState, needling_id: str) -> Needling | None:
    """The needling session with this id, None when there is none."""
    return next((needling for needling in care.records.needlings if needling.id == needling_id), None)


def current(care: CareState) -> Needling | None:
    """The needling session whose aftercare is under way, None outside every window."""
    now = care.today.aftercare
    return recorded(care, now.needling) if now is not None else None


def use_draft(care: CareState, of: str) -> Unsaved[NeedlingDraft]:
    """The answers about a session, kept until they are saved; `of` is the record's id, "" for a new one."""

    def start() -> NeedlingDraft:
        needling = recorded(care, of)
        if needling is None:
            heat = care.settings.heat_allowed
            return NeedlingDraft(fresh_id=new_id(), day=care.now().date(), heat_allowed=heat)
        return draft_of(needling, care.host.zone)

    def resumed(kept: NeedlingDraft) -> NeedlingDraft:
        """A form left open over midnight: the day is today's unless the patient chose it."""
        return replace(kept, day=care.now().date()) if not of and kept.day == form.start.day else kept

    form = use_unsaved(care.unsaved, f"needling {of}", start)
    ft.use_memo(lambda: form.note(resumed), [of])
    return form


async def save_draft(care: CareState, draft: NeedlingDraft) -> Needling | None:
    """Save what was filled in; None when it could not be stored.

    Raises NeedlingFaultError, with nothing stored, when an answer cannot be.
    """
    old = recorded(care, draft.of) if draft.of else None
    needling = needling_of(
        draft,
        care.library.aftercare,
        fresh_id=draft.fresh_id or new_id(),
        now=care.now(),
        zone=care.host.zone,
        old=old,
    )

    def write(store: Store) -> None:
        if needling.heat_allowed and not care.settings.heat_allowed:  # the same question, answered here first
            store.save_settings(replace(care.settings, heat_allowed=True))
        store.save_needling(needling)

    return needling if await care.save(write) else None


async def set_cancelled(care: CareState, needling_id: str, cancelled: bool) -> bool:
    """Call a session off, or take that back; the record stays, a cancelled one reminds of nothing."""
    return await _change(care, needling_id, lambda needling: replace(needling, cancelled=cancelled))


async def mark(care: CareState, needling_id: str, reminder: str, status: ReminderStatus) -> bool:
    """Note what the patient did with a reminder; snoozed is for one hour."""
    at = care.now()
    until = (at.astimezone(UTC) + SNOOZE).astimezone(at.tzinfo) if status == "snoozed" else None
    made = ReminderMark(reminder=reminder, status=status, at=at, until=until)
    return await _change(care, needling_id, lambda needling: replace(needling, marks=(*needling.marks, made)))


async def unmark(care: CareState, needling_id: str, reminder: str) -> bool:
    """Take the latest mark on a reminder back."""

    def without(needling: Needling) -> Needling:
        last = needling.mark_of(reminder)
        return replace(needling, marks=tuple(mark for mark in needling.marks if mark is not last))

    return await _change(care, needling_id, without)


async def rate_soreness(care: CareState, needling_id: str, score: int) -> DiaryEntry | None:
    """Save the soreness now (0 to 10) as a diary entry of this session; None when it could not be saved."""
    at = care.now()
    entry = DiaryEntry(id=new_id(), at=at, needling_soreness=score, needling=needling_id, **stamped(at))
    return await acts.add_entry(care, entry)


async def tick_sign(care: CareState, needling_id: str, sign: str, yes: bool) -> bool:
    """Note that the patient has a warning sign, or no longer; with one noted no reminder says to restart."""

    def ticked(needling: Needling) -> Needling:
        others = tuple(shown_sign for shown_sign in needling.warning_signs if shown_sign != sign)
        return replace(needling, warning_signs=(*others, sign) if yes else others)

    return await _change(care, needling_id, ticked)


async def say_called(care: CareState) -> bool:
    """Note that the patient called the clinic about soreness that does not ease."""
    at = care.now()
    return await care.decide(
        AlertConfirmed(id=new_id(), at=at, alert=str(ALERT), answer="have-called", **stamped(at))
    )


async def _change(care: CareState, needling_id: str, change: Callable[[Needling], Needling]) -> bool:
    """Change a session as it is on disk now: another window may have marked something since."""
    at = care.now()
    old = next((needling for needling in care.store.needlings() if needling.id == needling_id), None)
    if old is None:
        return False
    return await care.save(lambda store: store.save_needling(replace(change(old), edited_at=at)))
