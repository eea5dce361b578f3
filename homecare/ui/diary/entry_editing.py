"""An entry while it is on the screen: what is answered, what is wrong, saving it or leaving it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

import flet as ft

from homecare.domain.records.diary import BOUNDS, DiaryEntry, diary_day
from homecare.ui.diary import acts
from homecare.ui.diary.entry_draft import CLOCK, Draft, DraftFaultError, draft_of, entry_of
from homecare.ui.diary.entry_start import (
    exercises_from_sessions,
    moved_to,
    needling_to_ask_about,
    new_draft,
    with_morning_after,
)
from homecare.ui.state.care import CareState
from homecare.ui.state.unsaved import Unsaved, use_unsaved
from homecare.wording import _

NO_FAULTS: Mapping[str, str] = {}
NOWHERE = (0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was chosen and what was typed; blank text counts as nothing typed."""

    draft: Draft
    typed: Mapping[str, str] = field(default_factory=dict)

    def same_as(self, other: "Filled") -> bool:
        """Whether both would be saved as the same entry."""
        return self.draft == other.draft and _said(self.typed) == _said(other.typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Editing:
    """One entry being filled in; `old` is the stored entry it changes, None for a new one.

    `faults` holds a sentence for each field that cannot be saved, by its name, and "" for the whole entry.
    `led_to` is the number of the last attempt to save that failed and the field it leads to.
    """

    care: CareState
    old: DiaryEntry | None
    form: Unsaved[Filled]
    faults: Mapping[str, str]
    set_faults: Callable[[Mapping[str, str]], Any]
    led_to: tuple[int, str] = NOWHERE
    lead_to: Callable[[tuple[int, str]], Any] = lambda _where: None

    def cursor(self, name: str) -> int:
        """The number of the attempt to save that leads to this field, 0 when none does."""
        attempt, field_name = self.led_to
        return attempt if field_name == name else 0

    @property
    def draft(self) -> Draft:
        """The chosen answers so far."""
        return self.form.now.draft

    @property
    def typed(self) -> Mapping[str, str]:
        """What is typed so far, by field name."""
        return self.form.now.typed

    @property
    def changed(self) -> bool:
        """Whether there is anything to lose."""
        return not self.form.now.same_as(self.form.start)

    @property
    def from_sessions(self) -> bool:
        """Whether "exercises done" was counted from the sessions of that day, not answered."""
        counted = exercises_from_sessions(self.care, self.draft.day) if self.old is None else None
        return counted is not None and counted == self.draft.exercises_done

    def change(self, edit: Callable[[Draft], Draft]) -> None:
        """Take over a chosen answer."""
        self.form.change(lambda now: replace(now, draft=edit(now.draft)))

    def write(self, name: str, text: str) -> None:
        """Take over what was typed; the sentence about it goes until the next attempt to save."""
        self.form.note(lambda now: replace(now, typed={**now.typed, name: text}))
        if name in self.faults:
            self.set_faults({field: fault for field, fault in self.faults.items() if field != name})

    def move_to(self, day: date) -> None:
        """Choose another day; what was carried or counted for the first one is looked up again."""

        def moved(now: Filled) -> Filled:
            draft, clock = moved_to(self.care, now.draft, day)
            return Filled(draft=draft, typed={**now.typed, CLOCK: clock})

        self.form.change(moved)

    def entry(self) -> DiaryEntry | None:
        """The entry to save, None, with `faults` set, when an answer is invalid."""
        if self.old is None and not self.changed:
            self.set_faults({"": _("Choose at least one answer first.")})
            return None
        needling = needling_to_ask_about(self.care, self.draft.at)
        try:
            return entry_of(
                with_morning_after(self.care, self.draft, self.form.start.draft),
                self.typed,
                labels={name: self.care.library.diary.field(name).label for name in BOUNDS},
                now=self.care.now(),
                zone=self.care.host.zone,
                needling=needling.id if needling is not None else None,
                old=self.old,
            )
        except DraftFaultError as fault:
            self.set_faults(fault.faults)
            self.lead_to((self.led_to[0] + 1, next(iter(fault.faults))))
            return None

    async def save(self, entry: DiaryEntry) -> DiaryEntry | None:
        """Save it; None when it could not be, and then nothing stored has changed."""
        if self.old is None:
            saved = await acts.add_entry(self.care, entry)
        else:
            saved = await acts.change_entry(self.care, self.old, entry)
        if saved is not None:
            self.form.discard()
        return saved


def use_editing(care: CareState, old: DiaryEntry | None, day: date) -> Editing:
    """The editing of this screen; unsaved answers of an earlier visit are taken up again."""

    def start() -> Filled:
        draft, typed = draft_of(old) if old is not None else new_draft(care, day)
        return Filled(draft=draft, typed=typed)

    def still_good(kept: Filled) -> bool:
        days_ago = (diary_day(care.now()) - kept.draft.day).days
        return old is not None or days_ago <= care.library.diary.late_entry_days

    name = f"entry/{old.id}" if old is not None else "entry"
    form = use_unsaved(care.unsaved, name, start, still_good=still_good)
    ft.use_memo(lambda: form.note(lambda kept: resumed(kept, care.now())) if old is None else None, [name])
    faults, set_faults = ft.use_state(NO_FAULTS)
    led_to, lead_to = ft.use_state(NOWHERE)
    return Editing(
        care=care,
        old=old,
        form=form,
        faults=faults,
        set_faults=set_faults,
        led_to=led_to,
        lead_to=lead_to,
    )


def resumed(kept: Filled, now: datetime) -> Filled:
    """Answers taken up again: a time that nobody chose is now, as long as it is the same day."""
    at, clock = kept.draft.at, kept.typed.get(CLOCK)
    untouched = clock == f"{at:%H:%M}" and kept.draft.day == diary_day(at)
    if not untouched or diary_day(now) != kept.draft.day:
        return kept
    return Filled(draft=replace(kept.draft, at=now), typed={**kept.typed, CLOCK: f"{now:%H:%M}"})


def _said(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in typed.items() if text.strip()}
