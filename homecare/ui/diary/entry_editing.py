"""An entry while it is on the screen: what changed, what is wrong, saving it or leaving it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import flet as ft

from homecare.domain.records.diary import BOUNDS, DiaryEntry, diary_day
from homecare.ui.diary import acts
from homecare.ui.diary.entry_draft import CLOCK, Draft, DraftFaultError, draft_of, entry_of
from homecare.ui.diary.entry_start import moved_to, needling_to_ask_about, new_draft, with_morning_after
from homecare.ui.diary.kept_drafts import Kept, forget, keep, kept_for
from homecare.ui.kit.latest import Latest, use_latest
from homecare.ui.state.care import CareState
from homecare.wording import _

NO_FAULTS: Mapping[str, str] = {}


@dataclass(slots=True, kw_only=True)
class Editing:
    """One entry being filled in; `start` is how it was opened, `old` the stored entry it changes."""

    care: CareState
    old: DiaryEntry | None
    start: Kept
    latest: Latest[Draft]
    typed: dict[str, str]
    faults: Mapping[str, str]
    set_faults: Callable[[Mapping[str, str]], Any]

    @property
    def draft(self) -> Draft:
        """The answers so far."""
        return self.latest.now

    @property
    def changed(self) -> bool:
        """Whether there is anything to lose."""
        return self.draft != self.start.draft or _said(self.typed) != _said(self.start.typed)

    def choose(self, edit: Callable[[Draft], Draft]) -> None:
        """Take over a chosen answer."""
        self.latest.change(edit)
        self._keep()

    def write(self, name: str, text: str) -> None:
        """Take over what was typed; the sentence about it is gone until it is looked at again."""
        self.typed[name] = text
        if name in self.faults:
            self.set_faults({known: said for known, said in self.faults.items() if known != name})
        self._keep()

    def move_to(self, day: date) -> None:
        """Choose another day; what was carried or counted for the first one is looked up again."""
        draft, clock = moved_to(self.care, self.draft, day)
        self.typed[CLOCK] = clock
        self.choose(lambda _before: draft)

    def entry(self) -> DiaryEntry | None:
        """The entry to save, None with `faults` set when it cannot be."""
        if self.old is None and not self.changed:
            self.set_faults({"": _("Choose at least one answer first.")})
            return None
        needling = needling_to_ask_about(self.care, self.draft.at)
        try:
            return entry_of(
                with_morning_after(self.care, self.draft, self.start.draft),
                self.typed,
                labels={name: self.care.library.diary.field(name).label for name in BOUNDS},
                now=self.care.now(),
                zone=self.care.host.zone,
                needling=needling.id if needling is not None else None,
                old=self.old,
            )
        except DraftFaultError as fault:
            self.set_faults(fault.faults)
            return None

    async def save(self, entry: DiaryEntry) -> DiaryEntry | None:
        """Save it; None when it could not be, and then nothing stored has changed."""
        if self.old is None:
            saved = await acts.add_entry(self.care, entry)
        else:
            saved = await acts.change_entry(self.care, self.old, entry)
        if saved is not None:
            self.leave()
        return saved

    def leave(self) -> None:
        """Forget what was not saved."""
        forget(self.care, self._key)

    @property
    def _key(self) -> str:
        return self.old.id if self.old is not None else ""

    def _keep(self) -> None:
        if self.changed:
            keep(self.care, self._key, Kept(draft=self.draft, typed=dict(self.typed)))
        else:
            self.leave()


def use_editing(care: CareState, old: DiaryEntry | None, day: date) -> Editing:
    """The editing of this screen; unsaved answers of an earlier visit are taken up again."""
    start = ft.use_memo(lambda: _start(care, old, day), [])
    kept = ft.use_memo(lambda: _still_good(care, old, start), [])
    _drawn, latest = use_latest(kept.draft)
    faults, set_faults = ft.use_state(NO_FAULTS)
    typed = ft.use_memo(lambda: dict(kept.typed), [])
    return Editing(
        care=care,
        old=old,
        start=start,
        latest=latest,
        typed=typed,
        faults=faults,
        set_faults=set_faults,
    )


def _start(care: CareState, old: DiaryEntry | None, day: date) -> Kept:
    draft, typed = draft_of(old) if old is not None else new_draft(care, day)
    return Kept(draft=draft, typed=typed)


def _still_good(care: CareState, old: DiaryEntry | None, start: Kept) -> Kept:
    kept = kept_for(care, old.id if old is not None else "")
    if kept is None:
        return start
    oldest = care.library.diary.late_entry_days
    if old is None and (diary_day(care.now()) - kept.draft.day).days > oldest:
        return start
    return kept


def _said(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in typed.items() if text.strip()}
