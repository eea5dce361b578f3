"""A needling session while it is being written down: what was chosen and typed, and the record it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from typing import Any

from homecare.domain.aftercare.checklist import ChecklistResult, checklist_result
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.records.entry_time import TimeFaultError, entry_time
from homecare.domain.records.local_time import zone_name
from homecare.domain.records.needling import MOST_NEEDLES, ChecklistAnswer, NeedledMuscle, Needling, Reaction
from homecare.ui.kit.fields import read_time
from homecare.wording import _, dates
from homecare.wording.faults import what_is_wrong

CLOCK = "clock"
MUSCLES = "muscles"
NEEDLES = "needles"
CHECKLIST = "checklist"
DECIDED = ": "
"""Stands between the clinician's name and the decision in the stored text."""
IN_NAME = "\ua789 "
"""The same inside a name, with a letter that looks like a colon and does not part the two when read again."""


class NeedlingFaultError(Exception):
    """Answers that cannot be saved: `faults` holds a sentence for each field by its name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__(" ".join(self.faults.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedlingDraft:
    """What was filled in so far; `of` is the id of the record being edited, "" for a new one.

    A new one will be stored under `fresh_id`: saved twice in a hurry, it is still one record.

    `answers` are those of the checklist by item id, True for yes; `decided_by` and `decision` a
    clinician's decision on an answer that stops needling. `clock` and `needles` are as typed.
    """

    of: str = ""
    fresh_id: str = ""
    day: date
    clock: str = ""
    muscles: tuple[NeedledMuscle, ...] = ()
    clinician: str = ""
    needles: str = ""
    needles_out: bool | None = None
    twitch: bool | None = None
    reaction: Reaction | None = None
    aftercare_given: bool | None = None
    heat_allowed: bool = False
    stretch_allowed: bool = True
    note: str = ""
    answers: Mapping[str, bool] = field(default_factory=dict)
    decided_by: str = ""
    decision: str = ""

    def toggled(self, muscle: NeedledMuscle) -> "NeedlingDraft":
        """The draft with this muscle added, or taken out when it was chosen."""
        kept = tuple(needled_muscle for needled_muscle in self.muscles if needled_muscle != muscle)
        return replace(self, muscles=kept if len(kept) < len(self.muscles) else (*kept, muscle))

    @property
    def decided(self) -> str:
        """The decision as it is stored: name and decision, "" unless both are written down."""
        name, decision = self.decided_by.strip(), self.decision.strip()
        return f"{name.replace(DECIDED, IN_NAME)}{DECIDED}{decision}" if name and decision else ""

    def checked(self, guide: AftercareGuide) -> ChecklistResult:
        """What the answers to the checklist mean."""
        return checklist_result(guide, self._answers(guide), self.decided)

    def _answers(self, guide: AftercareGuide) -> tuple[ChecklistAnswer, ...]:
        return tuple(
            ChecklistAnswer(item=item.id, yes=self.answers[item.id])
            for item in guide.checklist
            if item.id in self.answers
        )


def draft_of(needling: Needling, zone: tzinfo) -> NeedlingDraft:
    """A record as a draft, with its time by the clock in `zone`."""
    local = needling.at.astimezone(zone)
    decided_by, _sep, decision = needling.checklist_decision.partition(DECIDED)
    return NeedlingDraft(
        of=needling.id,
        day=local.date(),
        clock=f"{local:%H:%M}",
        muscles=needling.muscles,
        clinician=needling.clinician,
        needles="" if needling.needles_used_count is None else str(needling.needles_used_count),
        needles_out=needling.all_needles_out_checked,
        twitch=needling.local_twitch,
        reaction=needling.reaction_in_clinic,
        aftercare_given=needling.aftercare_given,
        heat_allowed=needling.heat_allowed,
        stretch_allowed=needling.stretch_allowed,
        note=needling.note,
        answers={answer.item: answer.yes for answer in needling.checklist},
        decided_by=decided_by.replace(IN_NAME, DECIDED),
        decision=decision,
    )


def needling_of(
    draft: NeedlingDraft,
    guide: AftercareGuide,
    *,
    fresh_id: str,
    now: datetime,
    zone: tzinfo,
    old: Needling | None = None,
) -> Needling:
    """The record of a draft, in the place of `old` when there is one; its time is by the clock in `zone`.

    Time and one muscle are enough. Raises NeedlingFaultError with a sentence for each invalid answer.
    """
    faults: dict[str, str] = {}
    at = _checked(faults, CLOCK, lambda: _instant(draft, now, zone, old), now)
    count = _checked(faults, NEEDLES, lambda: read_needles(draft.needles), None)
    if not draft.muscles:
        faults[MUSCLES] = _("Tap where the needles were, or choose “I don't know which”.")
    if draft.checked(guide).blocked:
        faults[CHECKLIST] = _(
            "One of your answers means needling must wait. Write down your clinician's decision first."
        )
    if faults:
        raise NeedlingFaultError(faults)
    answers = _answers_of(draft, guide) | {"at": at, "needles_used_count": count, "edited_at": now}
    if old is not None:
        return replace(old, **answers)
    return Needling(id=fresh_id, created_at=now, zone=zone_name(zone, now), **answers)


def _answers_of(draft: NeedlingDraft, guide: AftercareGuide) -> dict[str, Any]:
    """The fields of the record that need no reading, by their names."""
    return {
        "muscles": draft.muscles,
        "clinician": draft.clinician.strip(),
        "all_needles_out_checked": draft.needles_out,
        "local_twitch": draft.twitch,
        "reaction_in_clinic": draft.reaction,
        "aftercare_given": draft.aftercare_given,
        "heat_allowed": draft.heat_allowed,
        "stretch_allowed": draft.stretch_allowed,
        "note": draft.note.strip(),
        "checklist": draft._answers(guide),
        "checklist_decision": draft.decided,
    }


def read_needles(text: str) -> int | None:
    """A number of needles as typed, None for nothing; ValueError with a sentence otherwise."""
    words = text.strip()
    if not words:
        return None
    if not (words.isascii() and words.isdigit()) or not 1 <= int(words) <= MOST_NEEDLES:
        raise ValueError(_("Type a whole number from 1 to {n}.").format(n=MOST_NEEDLES))
    return int(words)


def _instant(draft: NeedlingDraft, now: datetime, zone: tzinfo, old: Needling | None) -> datetime:
    read = read_time(draft.clock)
    if old is not None:
        before = old.at.astimezone(zone)
        if (before.date(), f"{before:%H:%M}") == (draft.day, f"{read:%H:%M}"):
            return old.at
    try:
        return entry_time(draft.day, read, zone, now=now)
    except TimeFaultError as fault:
        raise ValueError(dates.time_fault(fault.fault)) from None


def _checked(faults: dict[str, str], name: str, read: Any, otherwise: Any) -> Any:
    """What `read` gives; a ValueError becomes the fault of this field."""
    try:
        return read()
    except ValueError as fault:
        faults[name] = what_is_wrong(fault)
        return otherwise
