"""A clinician's plan for one condition: which exercises, how much, how often, and what to do besides."""

from base64 import b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final, Literal, get_args

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.exercise import ClinicExercise, Kind
from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.phase import PrescribedSide
from homecare.domain.library.scales import NPRS_MAX, NPRS_MIN
from homecare.domain.library.source import CONSENSUS
from homecare.domain.library.validity import (
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)
from homecare.domain.records.decisions import PlanEvent, Side
from homecare.domain.records.picture import MOST_PICTURE_BYTES, picture_kind
from homecare.domain.records.plain import keep_lines

MOST_ITEMS: Final = 12
"""Exercises in one plan: more than any phase of the content has, and what a code on a screen can carry."""
MOST_STEPS: Final = 6
MOST_GOALS: Final = 3
LONGEST_CLINIC: Final = 40
LONGEST_NAME: Final = 60
LONGEST_STEP: Final = 160
LONGEST_NOTE: Final = 200
LONGEST_GOAL: Final = 120
"""Characters of the texts of a plan: each is a sentence or two, and a code on a screen must carry them."""
MOST_KG: Final = 300
MOST_WEAR_H: Final = 24
FIRST_DAY: Final = date(2020, 1, 1)
LAST_DAY: Final = date(2199, 6, 5)
"""The days a plan can name: as many as two bytes of a link count."""

Band = Literal["tan", "yellow", "red", "green", "blue", "black", "silver", "gold"]
"""Colours of an elastic band; how strong each is differs from maker to maker."""
OWN: Final = "own-"
"""What the ids of exercises begin with that a clinician wrote; no id of the content does."""


def own_id(name: str) -> str:
    """The id of a clinician's own exercise: the same name is the same exercise, in every later plan."""
    plain = " ".join(name.split()).casefold()
    return OWN + sha256(plain.encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnExercise:
    """An exercise that the library has not, in the clinician's words: up to 6 `steps`, none is allowed.

    Nobody knows which muscles it works, so `kind` is taken for "strength" and `weight_bearing` for true
    until the clinician says otherwise, and after needling it waits like any strength exercise on that leg
    unless `after_needling` is True. `both_at_once`: both legs move at the same time. `picture` is a PNG or
    JPEG in base64, "" for none.
    """

    name: str
    steps: tuple[str, ...] = ()
    kind: Kind = "strength"
    weight_bearing: bool = True
    after_needling: bool = False
    both_at_once: bool = False
    picture: str = ""

    def __post_init__(self) -> None:
        keep_lines(self, {"name": self.name, "steps": self.steps})
        require_words("name", self.name)
        _require_short("name", self.name, LONGEST_NAME)
        refuse_unless(len(self.steps) <= MOST_STEPS, FaultCode.TOO_MANY_LINES, name="steps", most=MOST_STEPS)
        for step in self.steps:
            require_words("steps", step)
            _require_short("steps", step, LONGEST_STEP)
        require_one_of("kind", self.kind, get_args(Kind))
        if self.picture:
            _require_picture(self.picture)

    @property
    def id(self) -> str:
        """The id by which plans and sessions name it."""
        return own_id(self.name)

    def exercise(self) -> ClinicExercise:
        """It, as every screen and every rule takes an exercise."""
        return ClinicExercise(
            id=self.id,
            name=self.name,
            kind=self.kind,
            weight_bearing=self.weight_bearing,
            position="",
            postures=(),
            needs=(),
            equipment=(),
            steps=self.steps or (self.name,),
            cues=(),
            mistakes=(),
            targets=(),
            contraindications=(),
            alt_start="",
            alt_end="",
            pictures=(),
            source=CONSENSUS,
            both_at_once=self.both_at_once,
            after_needling=self.after_needling,
            picture=b64decode(self.picture),
        )


def _require_short(name: str, text: str, most: int) -> None:
    refuse_unless(len(text) <= most, FaultCode.TEXT_TOO_LONG, name=name, most=most, length=len(text))


def _require_picture(picture: str) -> None:
    """Raise FaultError unless the text is base64 of a PNG or JPEG, by its head, of a size that is allowed."""
    most = MOST_PICTURE_BYTES
    refuse_unless(len(picture) <= most * 4 // 3 + 4, FaultCode.PICTURE_TOO_LARGE, most=most // 1024)
    try:
        data = b64decode(picture, validate=True)
    except ValueError:
        data = b""
    refuse_unless(picture_kind(data) is not None, FaultCode.NO_PICTURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LightLimits:
    """How much pain during exercise is green, and how much amber (NPRS 0 to 10, both included)."""

    green_max: int
    amber_max: int

    def __post_init__(self) -> None:
        require_whole("green_max", self.green_max, NPRS_MIN, NPRS_MAX)
        require_whole("amber_max", self.amber_max, self.green_max, NPRS_MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescribedItem:
    """One exercise of the plan: how much, when, and on which side ("affected": the side of the plan).

    `own` is the exercise itself where the clinician wrote it; `exercise` then is its id. The load is given
    in kilograms (`load_kg`, 0.5 to 300), as the colour of a `band`, or not at all. `note` is for the patient
    (up to 200 characters), "" for none.
    """

    exercise: str
    dose: Dose
    schedule: Schedule
    side: PrescribedSide = "affected"
    own: OwnExercise | None = None
    load_kg: float | None = None
    band: Band | None = None
    note: str = ""

    def __post_init__(self) -> None:
        keep_lines(self, {"exercise": self.exercise, "note": self.note})
        require_words("exercise", self.exercise)
        require_one_of(f"side of {self.exercise}", self.side, get_args(PrescribedSide))
        known = self.exercise == self.own.id if self.own else not self.exercise.startswith(OWN)
        refuse_unless(known, FaultCode.UNKNOWN_EXERCISE, exercise=self.exercise)
        _require_short("note", self.note, LONGEST_NOTE)
        if self.band is not None:
            require_one_of("band", self.band, get_args(Band))
            refuse_unless(self.load_kg is None, FaultCode.TWO_LOADS)
        if self.load_kg is not None:
            fits = 0.5 <= self.load_kg <= MOST_KG and round(self.load_kg, 1) == self.load_kg
            refuse_unless(fits, FaultCode.LOAD_KG, most=MOST_KG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Orthotic:
    """An insole, brace or boot, and how many hours a day to wear it while getting used to it.

    `first_h` hours (1 to 24) on the first day, `more_h` more each day, up to `up_to_h`; all None: no
    wearing-in was asked for.
    """

    what: str
    first_h: int | None = None
    more_h: int | None = None
    up_to_h: int | None = None

    def __post_init__(self) -> None:
        keep_lines(self, {"what": self.what})
        require_words("what", self.what)
        _require_short("what", self.what, LONGEST_NOTE)
        given = [self.first_h, self.more_h, self.up_to_h]
        refuse_unless(all(hours is None for hours in given) or None not in given, FaultCode.WEARING_IN)
        if self.first_h is not None:
            require_whole("first_h", self.first_h, 1, MOST_WEAR_H)
            require_whole("more_h", self.more_h, 1, MOST_WEAR_H)
            require_whole("up_to_h", self.up_to_h, self.first_h, MOST_WEAR_H)

    def hours_on(self, day_number: int) -> int | None:
        """Hours to wear it on a day counted from 1, the first; None without wearing-in."""
        if self.first_h is None or self.more_h is None or self.up_to_h is None:
            return None
        return min(self.up_to_h, self.first_h + self.more_h * max(0, day_number - 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """A plan as a clinician hands it over; ids are those of the content.

    No `items` means rest. `limits` None leaves the limits of the condition's traffic light as they are.
    `issued` is the day it was made, `expires` the last day it holds (None: until something else is
    decided), `review` the day to come back for a look, None when nobody set one. `clinic` is a short name
    (up to 40 characters) or "". `footwear`, `taping` and `activity` (what to do less of, or not at all) are
    each up to 200 characters, "" for none; `goals` are up to 3 of 120.
    """

    condition: str
    side: Side
    phase: str
    items: tuple[PrescribedItem, ...]
    issued: date
    variant: str | None = None
    limits: LightLimits | None = None
    expires: date | None = None
    clinic: str = ""
    review: date | None = None
    goals: tuple[str, ...] = ()
    footwear: str = ""
    orthotic: Orthotic | None = None
    taping: str = ""
    activity: str = ""

    def __post_init__(self) -> None:
        texts = ("condition", "phase", "variant", "goals", "footwear", "taping", "activity")
        keep_lines(self, {name: getattr(self, name) for name in texts})
        require_words("condition", self.condition)
        require_words("phase", self.phase)
        require_one_of("side", self.side, get_args(Side))
        refuse_unless(len(self.items) <= MOST_ITEMS, FaultCode.TOO_MANY_EXERCISES, most=MOST_ITEMS)
        require_unique("the plan", [item.exercise for item in self.items])
        self._check_texts()
        for name, day in (("issued", self.issued), ("expires", self.expires), ("review", self.review)):
            fits = day is None or FIRST_DAY <= day <= LAST_DAY
            refuse_unless(
                fits, FaultCode.DAY_OUT_OF_RANGE, name=name, least=FIRST_DAY, most=LAST_DAY, value=day
            )
        ends = self.expires is None or self.expires >= self.issued
        refuse_unless(ends, FaultCode.EXPIRES_TOO_SOON, expires=self.expires, issued=self.issued)
        again = self.review is None or self.review >= self.issued
        refuse_unless(again, FaultCode.REVIEW_TOO_SOON, review=self.review, issued=self.issued)
        named = len(self.clinic) <= LONGEST_CLINIC and self.clinic.isprintable()
        refuse_unless(named, FaultCode.CLINIC_NAME, most=LONGEST_CLINIC)
        refuse_unless(self.clinic == self.clinic.strip(), FaultCode.CLINIC_SPACES)

    def _check_texts(self) -> None:
        for name in ("footwear", "taping", "activity"):
            _require_short(name, getattr(self, name), LONGEST_NOTE)
        refuse_unless(len(self.goals) <= MOST_GOALS, FaultCode.TOO_MANY_LINES, name="goals", most=MOST_GOALS)
        for goal in self.goals:
            require_words("goals", goal)
            _require_short("goals", goal, LONGEST_GOAL)

    def holds_on(self, day: date) -> bool:
        """Whether the plan still holds on a diary day: up to and with the day it expires."""
        return self.expires is None or day <= self.expires

    def own(self) -> dict[str, ClinicExercise]:
        """The exercises of the plan that the clinician wrote, by their ids."""
        return {item.own.id: item.own.exercise() for item in self.items if item.own is not None}

    def exercises(self) -> Iterator[str]:
        """The ids of its exercises, in order."""
        return (item.exercise for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriptionAccepted(PlanEvent):
    """The patient took over a clinician's plan: from now on it stands in for the library's doses.

    It holds until it expires, the patient enters another phase, or another plan takes its place.
    """

    prescription: Prescription

    @property
    def condition(self) -> str:
        """The condition the plan is for."""
        return self.prescription.condition


def own_exercises(events: Iterable[PlanEvent]) -> dict[str, ClinicExercise]:
    """Every exercise that a clinician wrote into a plan the patient took over, as the latest plan has it."""
    accepted = [event for event in events if isinstance(event, PrescriptionAccepted)]
    found: dict[str, ClinicExercise] = {}
    for event in sorted(accepted, key=lambda event: (event.at, event.created_at)):
        found |= event.prescription.own()
    return found
