"""A clinician's plan as a short TOML file: what it leaves out, the content says (docs/plan-file.md).

condition = "plantar-fasciitis"
phase = "pf-2"
side = "right"                    # left, right or both
clinic = "Foot clinic"            # optional, as are variant, issued and expires
expires = 2027-02-28

[light]                           # optional: lower limits of pain during exercise
green_max = 1
amber_max = 4

[[exercises]]                     # none at all: the exercises of the phase as they are
id = "heel-raise-towel"           # alone: the dose and schedule of the phase
dose = { sets = 3, reps = 10, tempo = { up_s = 3, hold_s = 2, down_s = 3 }, rest_s = 60 }
schedule = { pattern = "every_n_days", n = 2 }
side = "affected"                 # left, right, both or affected: the side of the plan
load_kg = 5                       # or band = "red"; optional, as is note

[[exercises]]                     # one of the clinician's own: a name instead of an id
name = "Marble pick-up"
steps = ["Sit with ten marbles in front of you."]
dose = { sets = 2, reps = 10 }
schedule = { pattern = "daily" }
"""

import tomllib
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.library.phase import Phase
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.prescription import (
    LightLimits,
    Orthotic,
    OwnExercise,
    PrescribedItem,
    Prescription,
)
from homecare.exchange.reading.intake import IntakeError, text_of
from homecare.exchange.reading.toml_fields import (
    check_names,
    did_you_mean,
    fault,
    inside,
    made,
    optional,
    required,
)
from homecare.wording import _

MOST_BYTES: Final = 64 * 1024
PLAN: Final = (
    "condition",
    "phase",
    "side",
    "variant",
    "clinic",
    "issued",
    "expires",
    "review",
    "goals",
    "activity",
    "footwear",
    "orthotic",
    "taping",
    "light",
    "exercises",
)
ITEM: Final = ("id", "dose", "schedule", "side", "load_kg", "band", "note")
OWN_ITEM: Final = (
    "name",
    "steps",
    "kind",
    "weight_bearing",
    "after_needling",
    "both_at_once",
    "picture",
    *ITEM[1:],
)
OWN_FIELDS: Final[Mapping[str, type]] = {
    "kind": str,
    "weight_bearing": bool,
    "after_needling": bool,
    "both_at_once": bool,
}

Part = TypeVar("Part", Dose, Schedule, Tempo, LightLimits, Orthotic)
Pictures = Callable[[str], bytes]
"""Gives the picture that a plan names, by the name of its file. Raises ValueError, with a sentence."""


def no_pictures(name: str) -> bytes:
    """Where no files can be looked up, a plan cannot name a picture."""
    raise ValueError(_("{name}: the picture cannot be looked up here").format(name=name[:60]))


def read_plan_file(
    data: bytes, content: TodayContent, today: date, pictures: Pictures = no_pictures
) -> Prescription:
    """The plan in a TOML file, issued `today` unless it says another day.

    Raises IntakeError with one sentence that names the field, for anything that is no plan for this content.
    """
    table = _parsed(data)
    check_names(table, PLAN)
    condition = _condition(required(table, "condition", str), content)
    phase = _phase(required(table, "phase", str), condition)
    variant = optional(table, "variant", str)
    light, orthotic = (optional(table, name, dict) for name in ("light", "orthotic"))
    wanted = made(
        "",
        lambda: Prescription(
            condition=condition.id,
            side=required(table, "side", str),  # type: ignore[arg-type]  # checked by the value
            phase=phase.id,
            items=_items(table, phase, condition, variant, _Sources(content, pictures)),
            issued=optional(table, "issued", date) or today,
            variant=variant,
            limits=None if light is None else _part(LightLimits, light, "light"),
            expires=optional(table, "expires", date),
            clinic=optional(table, "clinic", str) or "",
            review=optional(table, "review", date),
            goals=_texts(table, "goals"),
            activity=optional(table, "activity", str) or "",
            footwear=optional(table, "footwear", str) or "",
            orthotic=None if orthotic is None else _part(Orthotic, orthotic, "orthotic"),
            taping=optional(table, "taping", str) or "",
        ),
    )
    made("", lambda: check_prescription(wanted, content))
    return wanted


def _parsed(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise fault("", _("it is too large for a plan, which is a short TOML file"))
    try:
        return tomllib.loads(text_of(data))
    except IntakeError:
        raise fault("", _("it is not text in UTF-8 or UTF-16")) from None
    except (ValueError, RecursionError) as wrong:
        raise fault("", _("it is not TOML ({why})").format(why=str(wrong)[:120])) from None


def _condition(name: str, content: TodayContent) -> Condition:
    if name not in content.condition_ids:
        raise fault("condition", _one_of(name, content.condition_ids))
    return content.condition(name)


def _phase(name: str, condition: Condition) -> Phase:
    phases = {phase.id: phase for phase in condition.phases}
    if name not in phases:
        raise fault("phase", _one_of(name, tuple(phases)))
    return phases[name]


def _one_of(name: str, known: tuple[str, ...]) -> str:
    """The sentence about an unknown name: which ones are known, and which may be meant."""
    said = _("{name} is not one of {known}").format(name=repr(name[:40]), known=", ".join(known))
    return said + did_you_mean(name, known)


@dataclass(frozen=True, slots=True)
class _Sources:
    """Where exercises and pictures of a plan come from."""

    content: TodayContent
    pictures: Pictures


def _items(
    table: Mapping[str, Any], phase: Phase, condition: Condition, variant: str | None, sources: _Sources
) -> tuple[PrescribedItem, ...]:
    listed = optional(table, "exercises", list)
    if listed is not None:
        return tuple(_item(fields, phase, number, sources) for number, fields in enumerate(listed, 1))
    known = [variant.id for variant in condition.variants]
    if variant is not None and variant not in known:
        raise fault("variant", _one_of(variant, tuple(known)))
    return tuple(
        PrescribedItem(exercise=item.exercise, dose=item.dose, schedule=item.schedule, side=item.side)
        for item in phase.items_for(condition.resolved_variant(variant))
    )


def _item(table: object, phase: Phase, number: int, sources: _Sources) -> PrescribedItem:
    if not isinstance(table, dict):
        raise fault(f"exercises[{number}]", _("this must be a table, [[exercises]]"))
    called = table.get("id", table.get("name"))
    place = f"exercises[{called if isinstance(called, str) else number}]"[:60]
    is_own = "name" in table and "id" not in table
    check_names(table, OWN_ITEM if is_own else ITEM, place)
    wrote = _own(table, place, sources.pictures) if is_own else None
    exercise = wrote.id if wrote is not None else required(table, "id", str, place)
    known = sources.content.exercise_ids
    if wrote is None and exercise not in known:
        said = _("There is no exercise called {name}").format(name=exercise[:40])
        raise fault(inside(place, "id"), said + did_you_mean(exercise, known))
    own = next((item for item in phase.items if item.exercise == exercise), None)
    read = optional if own is not None else required
    dose, schedule = (read(table, name, dict, place) for name in ("dose", "schedule"))
    side = optional(table, "side", str, place) or (own.side if own else "affected")
    return made(
        place,
        lambda: PrescribedItem(
            exercise=exercise,
            dose=_dose(dose, inside(place, "dose")) if dose is not None or own is None else own.dose,
            schedule=_part(Schedule, schedule, inside(place, "schedule"))
            if schedule is not None or own is None
            else own.schedule,
            side=side,  # type: ignore[arg-type]  # checked by the value
            own=wrote,
            load_kg=_load(table, place),
            band=optional(table, "band", str, place),  # type: ignore[arg-type]  # checked by the value
            note=optional(table, "note", str, place) or "",
        ),
    )


def _own(table: Mapping[str, Any], place: str, pictures: Pictures) -> OwnExercise:
    """An exercise in the clinician's own words."""
    told: dict[str, Any] = {"name": required(table, "name", str, place)}
    told["steps"] = _texts(table, "steps", place)
    for name, kind in OWN_FIELDS.items():
        value = optional(table, name, kind, place)
        if value is not None:
            told[name] = value
    file = optional(table, "picture", str, place)
    if file is not None:
        try:
            told["picture"] = b64encode(pictures(file)).decode()
        except ValueError as wrong:
            raise fault(inside(place, "picture"), str(wrong)) from None
    return made(place, lambda: OwnExercise(**told))


def _texts(table: Mapping[str, Any], name: str, place: str = "") -> tuple[str, ...]:
    """A list of texts; () when it is left out."""
    texts = optional(table, name, list, place) or []
    if not all(isinstance(text, str) for text in texts):
        raise fault(inside(place, name), _("this must be a list of texts"))
    return tuple(texts)


def _load(table: Mapping[str, Any], place: str) -> float | None:
    load = table.get("load_kg")
    if load is None or type(load) in (int, float):
        return load
    raise fault(inside(place, "load_kg"), _("this must be a number of kilograms, like 2.5"))


def _dose(table: Mapping[str, Any] | None, place: str) -> Dose:
    table = dict(table or {})
    pace = optional(table, "tempo", dict, place)
    if pace is not None:
        table["tempo"] = _part(Tempo, pace, inside(place, "tempo"))
    return _part(Dose, table, place)


def _part(kind: type[Part], table: Mapping[str, Any] | None, place: str) -> Part:
    """A value whose fields have the names of the file."""
    told = dict(table or {})
    check_names(told, tuple(kind.__dataclass_fields__), place)
    try:
        return made(place, lambda: kind(**told))
    except TypeError:
        missing = [name for name in kind.__dataclass_fields__ if name not in told]
        raise fault(inside(place, missing[0] if missing else ""), _("this is missing")) from None
