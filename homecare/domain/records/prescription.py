"""A clinician's plan for one condition: which exercises, how much, how often, with how much pain."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.phase import PrescribedSide
from homecare.domain.library.scales import NPRS_MAX, NPRS_MIN
from homecare.domain.library.validity import (
    require_one_of,
    require_unique,
    require_whole,
    require_words,
)
from homecare.domain.records.decisions import PlanEvent, Side
from homecare.domain.records.plain import keep_lines

MOST_ITEMS: Final = 12
"""Exercises in one plan: more than any phase of the content has, and what a code on a screen can carry."""
LONGEST_CLINIC: Final = 40
FIRST_DAY: Final = date(2020, 1, 1)
LAST_DAY: Final = date(2199, 6, 5)
"""The days a plan can name: as many as two bytes of a link count."""


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
    """One exercise of the plan: how much, when, and on which side ("affected": the side of the plan)."""

    exercise: str
    dose: Dose
    schedule: Schedule
    side: PrescribedSide = "affected"

    def __post_init__(self) -> None:
        keep_lines(self, {"exercise": self.exercise})
        require_words("exercise", self.exercise)
        require_one_of(f"side of {self.exercise}", self.side, get_args(PrescribedSide))


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """A plan as a clinician hands it over; ids are those of the content.

    No `items` means rest. `limits` None leaves the limits of the condition's traffic light as they are.
    `issued` is the day it was made, `expires` the last day it holds (None: until something else is
    decided). `clinic` is a short name (up to 40 characters) or "".
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

    def __post_init__(self) -> None:
        keep_lines(self, {"condition": self.condition, "phase": self.phase, "variant": self.variant})
        require_words("condition", self.condition)
        require_words("phase", self.phase)
        require_one_of("side", self.side, get_args(Side))
        refuse_unless(len(self.items) <= MOST_ITEMS, FaultCode.TOO_MANY_EXERCISES, most=MOST_ITEMS)
        require_unique("the plan", [item.exercise for item in self.items])
        for name, day in (("issued", self.issued), ("expires", self.expires)):
            fits = day is None or FIRST_DAY <= day <= LAST_DAY
            refuse_unless(
                fits, FaultCode.DAY_OUT_OF_RANGE, name=name, least=FIRST_DAY, most=LAST_DAY, value=day
            )
        ends = self.expires is None or self.expires >= self.issued
        refuse_unless(ends, FaultCode.EXPIRES_TOO_SOON, expires=self.expires, issued=self.issued)
        named = len(self.clinic) <= LONGEST_CLINIC and self.clinic.isprintable()
        refuse_unless(named, FaultCode.CLINIC_NAME, most=LONGEST_CLINIC)
        refuse_unless(self.clinic == self.clinic.strip(), FaultCode.CLINIC_SPACES)

    def holds_on(self, day: date) -> bool:
        """Whether the plan still holds on a diary day: up to and with the day it expires."""
        return self.expires is None or day <= self.expires

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
