"""A clinician's plan, as the patient reads it before taking it over."""

from dataclasses import replace

import pytest

from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.plan.take_over import Part
from homecare.domain.records.prescription import LightLimits
from homecare.wording import prescription
from tests.exchange.link.prescriptions import library, of_phase

PLAN = of_phase("plantar-fasciitis", library().condition("plantar-fasciitis").phases[0])


def test_it_says_whose_plan_it_is_and_when_it_was_made() -> None:
    assert prescription.from_whom(PLAN) == "Foot clinic, Dr Ruiz, 22 Nov 2026"
    assert prescription.from_whom(replace(PLAN, clinic="")) == "Made 22 Nov 2026"


def test_it_says_how_long_it_holds_the_last_day_included() -> None:
    assert prescription.until_when(PLAN) == "It holds up to and including 14 Feb 2027."
    assert prescription.until_when(replace(PLAN, expires=None)) == "It holds until something else is decided."


def test_the_limits_of_pain_are_told_as_numbers() -> None:
    said = prescription.limits_text(LightLimits(green_max=2, amber_max=4))

    assert said.startswith("Pain during exercise: up to 2 is green, up to 4 amber, more is red.")


@pytest.mark.parametrize(
    ("kind", "word"),
    [("added", "New"), ("changed", "Changed"), ("kept", "As before"), ("removed", "Left out")],
)
def test_each_exercise_says_what_happens_to_it(kind: str, word: str) -> None:
    assert prescription.change_word(kind) == word


def test_an_exercise_is_its_dose_its_days_and_its_side() -> None:
    part = Part(dose=Dose(sets=3, reps=12), schedule=Schedule(pattern="every_n_days", n=2), side="both")

    assert prescription.part_text(part) == "3 sets of 12; every second day; both legs"
