"""What a record from outside must keep besides its own checks, so that no rule or screen stumbles over it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from homecare.documents import PLAN_KINDS
from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.library.scales import check_instant
from homecare.domain.library.validity import FIRST_YEAR, LAST_YEAR, require
from homecare.domain.records.diary import ALL_ANSWERS, DiaryEntry, Site
from homecare.domain.records.needling import ChecklistAnswer, NeedledMuscle, Needling, ReminderMark
from homecare.domain.records.plan import ClearanceGiven, DoseDecided, PlanEvent
from homecare.domain.records.prescription import LightLimits, PrescribedItem, Prescription
from homecare.domain.records.session import ExerciseDone, Session
from homecare.domain.records.settings import Settings

MOST_COUNTED = 100_000
LONGEST_EXERCISE_S = 7 * 24 * 3600

_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INNER: Mapping[str, type] = {
    "location": Site,
    "exercises": ExerciseDone,
    "muscles": NeedledMuscle,
    "checklist": ChecklistAnswer,
    "marks": ReminderMark,
    "prescription": Prescription,
    "items": PrescribedItem,
    "dose": Dose,
    "tempo": Tempo,
    "schedule": Schedule,
    "limits": LightLimits,
}
"""What the parts of a record are, by the name of the field that holds them; parts have parts of their own."""


def check_names(kind: type, document: Mapping[str, Any]) -> None:
    """Raise ValueError for a field this version does not know: leaving it out would lose what it says."""
    if kind is PlanEvent:
        kind = PLAN_KINDS.get(str(document.get("kind")), PlanEvent)
        document = {name: value for name, value in document.items() if name != "kind"}
    _check_names_of(kind, document)


def check_record(record: DiaryEntry | Session | Needling | PlanEvent) -> None:
    """Raise ValueError for an id that is no UUID, a time no calendar holds, or a count no session reaches."""
    require(_ID.fullmatch(record.id) is not None, "An id must be a UUID.")
    for at in (record.at, record.created_at, record.edited_at):
        _check_year(at)
    _CHECKS.get(type(record), _nothing)(record)


def check_settings(settings: Settings) -> None:
    """Raise ValueError for a clock time with a zone, a language that is no code, a year no calendar holds."""
    times = [*settings.exercise_times.values(), settings.diary_time, settings.quiet_from, settings.quiet_to]
    require(all(time.tzinfo is None for time in times), "A clock time of the settings must have no zone.")
    require(
        re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z]{2,8})?", settings.language) is not None, "No such language."
    )
    if settings.last_backup_at is not None:
        _check_year(settings.last_backup_at)


def _check_names_of(kind: type, document: Mapping[str, Any]) -> None:
    require(isinstance(document, Mapping), "A part of the record is not an object.")
    unknown = document.keys() - _NAMES[kind]
    require(not unknown, f"There is no field called {min(unknown, default='')[:40]!r}.")
    for name in document.keys() & _INNER.keys():
        held = document[name]
        for one in held if isinstance(held, list) else [held]:
            if one is not None:
                _check_names_of(_INNER[name], one)


def _check_year(at: date) -> None:
    require(FIRST_YEAR <= at.year <= LAST_YEAR, f"A time must lie between {FIRST_YEAR} and {LAST_YEAR}.")


def _check_entry(entry: DiaryEntry) -> None:
    for was in entry.replaced:
        unknown = was.keys() - {*ALL_ANSWERS, "edited_at"}
        require(not unknown, "A correction names a field that is none.")
        _check_year(datetime.fromisoformat(str(was["edited_at"])))


def _check_session(session: Session) -> None:
    _check_year(session.ended_at)
    require(0 <= (session.tingling_min or 0) <= MOST_COUNTED, "Minutes of tingling must not be negative.")
    for exercise in session.exercises:
        require(exercise.side in ("left", "right", "both"), "A side must be left, right or both.")
        require(exercise.seconds <= LONGEST_EXERCISE_S, "An exercise cannot last longer than a week.")
        for count in (exercise.sets_planned, exercise.reps_planned, exercise.reps_done):
            require(0 <= (count or 0) <= MOST_COUNTED, "A count of an exercise is not possible.")


def _check_needling(needling: Needling) -> None:
    for mark in needling.marks:
        for at in (mark.at, mark.until):
            if at is not None:
                check_instant(at, "A reminder's time")
                _check_year(at)


def _check_dose(event: DoseDecided) -> None:
    if event.until is not None:
        _check_year(event.until)


def _check_clearance(event: ClearanceGiven) -> None:
    _check_year(event.given_on)


def _nothing(record: object) -> None:
    """A record of this kind has nothing else to check."""


_CHECKS: Mapping[type, Callable[[Any], None]] = {
    DiaryEntry: _check_entry,
    Session: _check_session,
    Needling: _check_needling,
    DoseDecided: _check_dose,
    ClearanceGiven: _check_clearance,
}
_NAMES: Mapping[type, frozenset[str]] = {
    kind: frozenset(field.name for field in fields(kind))
    for kind in (DiaryEntry, Session, Needling, Settings, PlanEvent, *PLAN_KINDS.values(), *_INNER.values())
}
