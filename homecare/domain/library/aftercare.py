"""Dry needling as content: checklist, muscles, aftercare windows, reminders, soreness, warning signs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Literal, get_args

from homecare.domain.library.dose import Dose
from homecare.domain.library.exercise import UNKNOWN_MUSCLE
from homecare.domain.library.reminders import (
    QuietHoursGuide,
    ReminderId,
    ReminderRule,
    SorenessCheck,
    SorenessRule,
)
from homecare.domain.library.source import CONSENSUS
from homecare.domain.library.validity import (
    require,
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)

RecordType = Literal["datetime", "list", "string", "integer", "boolean", "enum"]
CheckFlag = Literal["stop", "caution"]
"""stop: blocks needling until a clinician decides; caution: the clinician must read it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedlingField:
    """One field of a needling record; `wording` is "" where the content gives none."""

    id: str
    type: RecordType
    required: bool
    wording: str = ""
    values: tuple[str, ...] = ()
    of: str = ""
    least: int | None = None
    most: int | None = None
    default: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """A question before needling; the answer `if_answer` raises the `flag`. `source` None: none is given."""

    id: str
    question: str
    if_answer: Literal["yes", "no"]
    flag: CheckFlag
    note: str = ""
    source: str | None = None

    def __post_init__(self) -> None:
        require_words("question", self.question)
        require_one_of("if_answer", self.if_answer, ("yes", "no"))
        require_one_of("flag", self.flag, get_args(CheckFlag))


OUTER_SHIN: Final = "outer-shin"
"""The front and outer side of the shin, which the foot map has no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscle:
    """A muscle that may be needled.

    `stretch` is the exercise for afterwards; with a condition of `avoid_stretch_if` ("condition" or
    "condition:variant") active, `alternative_stretch` replaces it, and None means no stretch at all.
    `places` are where a patient looks for it: regions of the foot map, or OUTER_SHIN.
    """

    id: str
    name: str
    plain_name: str
    stretch: str
    related_conditions: tuple[str, ...]
    avoid_stretch_if: tuple[str, ...]
    places: tuple[str, ...]
    alternative_stretch: str | None = None

    def __post_init__(self) -> None:
        for name in ("id", "name", "plain_name", "stretch"):
            require_words(name, getattr(self, name))


AftercareUrgency = Literal["call-today", "urgent", "emergency"]
"""How soon a warning sign needs help, in rising order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of the aftercare timeline, in minutes from the end of the needling session."""

    id: str
    from_min: int
    to_min: int
    title: str
    expect: tuple[str, ...]
    do: tuple[str, ...]
    avoid: tuple[str, ...]
    source: str

    def __post_init__(self) -> None:
        require_words("title", self.title)
        require_whole("from_min", self.from_min, 0, 20_160)
        require_whole("to_min", self.to_min, self.from_min + 1, 20_160)
        require(bool(self.source.strip()), f"window {self.id} needs a source")

    @property
    def customary(self) -> bool:
        """True when its advice is usual practice, not evidence."""
        return self.source == CONSENSUS


@dataclass(frozen=True, slots=True, kw_only=True)
class NormalReaction:
    """Something harmless that may follow needling, and how often it does."""

    id: str
    text: str
    how_common: str
    frequency: str
    source: str

    def __post_init__(self) -> None:
        require_words("text", self.text)
        require(bool(self.source.strip()), f"reaction {self.id} needs a source")


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningSign:
    """A sign that needs help, and what to do; texts may hold placeholders."""

    id: str
    urgency: AftercareUrgency
    text: str
    say: str

    def __post_init__(self) -> None:
        require_words("text", self.text)
        require_words("say", self.say)
        require_one_of("urgency", self.urgency, get_args(AftercareUrgency))


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyText:
    """What an aftercare urgency means."""

    urgency: AftercareUrgency
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AftercareGuide:
    """Everything the app knows about aftercare. Times count from the end of the needling session.

    `stretch_dose` is the gentle dose of every stretch after needling, `pumps_dose` the one when the
    alternative is a movement. `checklist_when` and `checklist_rule` belong to the checklist before
    needling. `evidence_note` says how little of it is proven. `unknown_muscle` names a muscle that the
    patient could not, and `soreness_normal` says what is normal in the first two days.
    """

    title: str
    scope: str
    clock: str
    evidence_note: str
    unknown_muscle: str
    soreness_normal: str
    record_fields: tuple[NeedlingField, ...]
    timeline: tuple[Window, ...]
    reminders: tuple[ReminderRule, ...]
    quiet_hours: QuietHoursGuide
    soreness_rules: tuple[SorenessRule, ...]
    reactions: tuple[NormalReaction, ...]
    warning_signs: tuple[WarningSign, ...]
    urgency_texts: tuple[UrgencyText, ...]
    never_needle_plan: tuple[str, ...]
    checklist_when: str
    checklist_rule: str
    checklist: tuple[ChecklistItem, ...]
    muscles: tuple[Muscle, ...]
    stretch_dose: Dose
    pumps_dose: Dose

    def __post_init__(self) -> None:
        for name in ("timeline", "reminders", "reactions", "warning_signs", "checklist", "muscles"):
            require_unique(name, [part.id for part in getattr(self, name)])
        missing = sorted(set(ReminderId) - {reminder.id for reminder in self.reminders})
        require(not missing, f"there is no reminder {', '.join(missing)}")
        for earlier, later in zip(self.timeline, self.timeline[1:], strict=False):
            require(earlier.to_min == later.from_min, "the windows of the timeline follow one another")
        for check in get_args(SorenessCheck):
            require(_covers_every_score(self.soreness_rules, check), f"the {check} rules cover 0 to 10 once")
            asking = [rule for rule in self.reminders if rule.soreness_check == check]
            require(
                len(asking) == 1 and asking[0].offset_min is not None,
                f"one reminder asks the {check} check, at an offset from the end of needling",
            )

    def window_at(self, minutes: int) -> Window | None:
        """The window `minutes` after the session's end; None before it and after the last window."""
        return next((window for window in self.timeline if window.from_min <= minutes < window.to_min), None)

    def check_after(self, check: SorenessCheck) -> timedelta:
        """How long after the end of needling a soreness check asks: the time of its question."""
        asked = (rule.offset_min for rule in self.reminders if rule.soreness_check == check)
        return timedelta(minutes=next(minutes for minutes in asked if minutes is not None))

    def soreness_rule(self, check: SorenessCheck, score: int) -> SorenessRule:
        """What to say and do for this soreness score (0 to 10) at this check."""
        fitting = (rule for rule in self.soreness_rules if rule.check == check)
        return next(rule for rule in fitting if rule.score_min <= score <= rule.score_max)

    def field_wording(self, field_id: str) -> str:
        """The question that asks for a field of the needling record; KeyError when there is none."""
        return {field.id: field.wording for field in self.record_fields}[field_id]

    def reminder(self, reminder_id: str) -> ReminderRule:
        """The reminder with this id; KeyError when there is none."""
        return {reminder.id: reminder for reminder in self.reminders}[reminder_id]

    def plain_name(self, muscle_id: str) -> str:
        """What a needled muscle is called in everyday words; the id itself for one the content lacks."""
        if muscle_id == UNKNOWN_MUSCLE:
            return self.unknown_muscle
        return next((known.plain_name for known in self.muscles if known.id == muscle_id), muscle_id)

    def muscles_at(self, place: str) -> tuple[Muscle, ...]:
        """The muscles that are looked for at a place."""
        return tuple(muscle for muscle in self.muscles if place in muscle.places)

    def muscle(self, muscle_id: str) -> Muscle:
        """The muscle with this id; KeyError when there is none."""
        return {muscle.id: muscle for muscle in self.muscles}[muscle_id]


def _covers_every_score(rules: Sequence[SorenessRule], check: str) -> bool:
    scores = [
        score for rule in rules if rule.check == check for score in range(rule.score_min, rule.score_max + 1)
    ]
    return sorted(scores) == list(range(11))
