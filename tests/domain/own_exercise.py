"""A plan with an exercise in the clinician's own words, and everything else a plan can say."""

from typing import Any

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.records.prescription import Orthotic, OwnExercise, PrescribedItem, Prescription
from tests.domain.prescribing import RAISE, prescribed

MARBLES = OwnExercise(
    name="Marble pick-up",
    steps=("Sit with ten marbles in front of you.", "Put them into a cup with your toes."),
)


def own_item(own: OwnExercise = MARBLES, **more: Any) -> PrescribedItem:
    """Two sets of ten, every day."""
    told: dict[str, Any] = {"dose": Dose(sets=2, reps=10), "schedule": Schedule(pattern="daily"), **more}
    return PrescribedItem(exercise=own.id, own=own, **told)


def with_advice(**more: Any) -> Prescription:
    """Heel raises with a load and a note, marbles, and advice of every kind."""
    told: dict[str, Any] = {
        "items": (
            PrescribedItem(
                exercise=RAISE.exercise,
                dose=RAISE.dose,
                schedule=RAISE.schedule,
                load_kg=7.5,
                note="Hold on to the worktop.",
            ),
            own_item(band="red"),
        ),
        "goals": ("Walk the dog for half an hour",),
        "activity": "No running.",
        "footwear": "Firm trainers, also indoors.",
        "orthotic": Orthotic(what="Heel lift, both shoes", first_h=1, more_h=2, up_to_h=8),
        "taping": "Low-Dye, for 3 days.",
        **more,
    }
    return prescribed(**told)
