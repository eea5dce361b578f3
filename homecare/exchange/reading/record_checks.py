"""A record from outside: known fields only, an id that is one, and values that the record itself takes.

The bounds of the values are the records' own, so that screens, command line and files share them.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final, TypeVar

from homecare.documents import PLAN_KINDS, record_of
from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.library.validity import require
from homecare.domain.records.diary import DiaryEntry, Site
from homecare.domain.records.needling import ChecklistAnswer, NeedledMuscle, Needling, ReminderMark
from homecare.domain.records.plan import PlanEvent
from homecare.domain.records.prescription import (
    LightLimits,
    Orthotic,
    OwnExercise,
    PrescribedItem,
    Prescription,
)
from homecare.domain.records.questionnaire import ItemAnswer
from homecare.domain.records.session import ExerciseDone, Session
from homecare.domain.records.settings import Settings

PLAN_FORMAT: Final = "homecare-plan"
"""What a file with a clinician's plan says it is: no backup, and the message says so."""

D = TypeVar("D", DiaryEntry, Session, Needling, PlanEvent)

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
    "own": OwnExercise,
    "orthotic": Orthotic,
    "answers": ItemAnswer,
}
"""What the parts of a record are, by the name of the field that holds them; parts have parts of their own."""


def check_names(kind: type, document: Mapping[str, Any]) -> None:
    """Raise ValueError for a field this version does not know: leaving it out would lose what it says."""
    if kind is PlanEvent:
        kind = PLAN_KINDS.get(str(document.get("kind")), PlanEvent)
        document = {name: value for name, value in document.items() if name != "kind"}
    _check_names_of(kind, document)


def read_record(kind: type[D], document: object) -> D:
    """The record that a document from outside holds, every part of it checked. Raises ValueError."""
    if not isinstance(document, dict):
        raise ValueError("The record is not an object.")
    check_names(kind, document)
    record = record_of(kind, document)
    require(_ID.fullmatch(record.id) is not None, "An id must be a UUID.")
    return record


def _check_names_of(kind: type, document: Mapping[str, Any]) -> None:
    if not isinstance(document, dict):
        raise ValueError("A part of the record is not an object.")
    names, parts = _NAMES[kind]
    if not names.issuperset(document):
        raise ValueError(f"There is no field called {min(document.keys() - names)[:40]!r}.")
    for name, part in parts:
        held = document.get(name)
        if held is not None:
            for inner in held if isinstance(held, list) else (held,):
                if inner is not None:
                    _check_names_of(part, inner)


_NAMES: Mapping[type, tuple[frozenset[str], tuple[tuple[str, type], ...]]] = {
    kind: (
        frozenset(field.name for field in fields(kind)),
        tuple((field.name, _INNER[field.name]) for field in fields(kind) if field.name in _INNER),
    )
    for kind in (DiaryEntry, Session, Needling, Settings, PlanEvent, *PLAN_KINDS.values(), *_INNER.values())
}
"""The fields of each kind, and of these the ones that hold parts."""
