"""A clinician's plan as a short TOML file: what it leaves out, the content says.

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
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, TypeVar

from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.library.phase import Phase
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.prescription import LightLimits, PrescribedItem, Prescription
from homecare.exchange.reading.intake import IntakeError, text_of
from homecare.exchange.reading.toml_fields import check_names, fault, inside, made, optional, required
from homecare.wording import _

MOST_BYTES: Final = 64 * 1024
PLAN: Final = ("condition", "phase", "side", "variant", "clinic", "issued", "expires", "light", "exercises")
ITEM: Final = ("id", "dose", "schedule", "side")

Part = TypeVar("Part", Dose, Schedule, Tempo, LightLimits)


def read_plan_file(data: bytes, content: TodayContent, today: date) -> Prescription:
    """The plan in a TOML file, issued `today` unless it says another day.

    Raises IntakeError with one sentence that names the field, for anything that is no plan for this content.
    """
    table = _parsed(data)
    check_names(table, PLAN)
    condition = _condition(required(table, "condition", str), content)
    phase = _phase(required(table, "phase", str), condition)
    variant = optional(table, "variant", str)
    light = optional(table, "light", dict)
    wanted = made(
        "",
        lambda: Prescription(
            condition=condition.id,
            side=required(table, "side", str),  # type: ignore[arg-type]  # checked by the value
            phase=phase.id,
            items=_items(table, phase, condition, variant),
            issued=optional(table, "issued", date) or today,
            variant=variant,
            limits=None if light is None else _part(LightLimits, light, "light"),
            expires=optional(table, "expires", date),
            clinic=optional(table, "clinic", str) or "",
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
    return _("{name} is none of {known}").format(name=repr(name[:40]), known=", ".join(known))


def _items(
    table: Mapping[str, Any], phase: Phase, condition: Condition, variant: str | None
) -> tuple[PrescribedItem, ...]:
    listed = optional(table, "exercises", list)
    if listed is not None:
        return tuple(_item(fields, phase, number) for number, fields in enumerate(listed, 1))
    known = [variant.id for variant in condition.variants]
    if variant is not None and variant not in known:
        raise fault("variant", _one_of(variant, tuple(known)))
    return tuple(
        PrescribedItem(exercise=item.exercise, dose=item.dose, schedule=item.schedule, side=item.side)
        for item in phase.items_for(condition.resolved_variant(variant))
    )


def _item(table: object, phase: Phase, number: int) -> PrescribedItem:
    if not isinstance(table, dict):
        raise fault(f"exercises[{number}]", _("this must be a table, [[exercises]]"))
    called = table.get("id")
    place = f"exercises[{called if isinstance(called, str) else number}]"[:60]
    check_names(table, ITEM, place)
    exercise = required(table, "id", str, place)
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
        ),
    )


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
