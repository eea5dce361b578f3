"""A clinician's plan for the heel, and how a patient takes it over."""

from typing import Any

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.plan.take_over import acceptance
from homecare.domain.records.plan import plans_at
from homecare.domain.records.prescription import PrescribedItem, Prescription
from tests.domain.care import Care, day_of, when

DAILY = Schedule(pattern="daily")
BALANCE = PrescribedItem(
    exercise="single-leg-balance", dose=Dose(sets=3, duration_s=20), schedule=DAILY, side="both"
)
RAISE = PrescribedItem(
    exercise="heel-raise-towel", dose=Dose(sets=2, reps=25, rest_s=60), schedule=DAILY, side="affected"
)


def prescribed(**more: Any) -> Prescription:
    told: dict[str, Any] = {
        "condition": "plantar-fasciitis",
        "side": "left",
        "phase": "pf-2",
        "items": (RAISE, BALANCE),
        "issued": day_of(1),
        "clinic": "Foot clinic",
        **more,
    }
    return Prescription(**told)


def accept(care: Care, wanted: Prescription, day: int, hour: float = 9) -> None:
    at = when(day, hour)
    current = plans_at(care.plan, at).get(wanted.condition)
    care.plan += acceptance(current, wanted, at, (f"rx{day}", f"ph{day}"))
