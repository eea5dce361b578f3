"""A new plan begins from what the patient does now."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from homecare.domain.plan.take_over import as_prescribed, plan_changes
from homecare.domain.records.plan import plans_at
from homecare.domain.records.prescription import Prescription
from tests.domain.care import HEEL_RAISE, LIBRARY, Care, day_of, when
from tests.domain.own_exercise import MARBLES, own_item, with_advice
from tests.domain.prescribing import accept, prescribed
from tests.exchange.link.prescriptions import prescriptions


def test_the_librarys_plan_is_as_its_phase_has_it() -> None:
    care = Care(phase="pf-2")
    evidence = care.evidence(3)
    now = as_prescribed(evidence.plans["plantar-fasciitis"], evidence)

    phase = LIBRARY.condition("plantar-fasciitis").phase("pf-2")
    assert [(item.exercise, item.dose) for item in now.items] == [
        (item.exercise, item.dose) for item in phase.items
    ]
    assert (now.phase, now.side, now.clinic, now.issued) == ("pf-2", "left", "", day_of(3))


def test_a_clinicians_plan_keeps_every_field_and_shows_the_dose_that_is_done_now() -> None:
    care = Care(phase="pf-2")
    wanted = with_advice(review=day_of(30))
    accept(care, wanted, 1, 8)
    care.mornings(*[1] * 6)
    care.session(3, 8, HEEL_RAISE)
    care.decide(5, care.item(HEEL_RAISE, 5, 12), accepted=True)
    evidence = care.evidence(5, 20)
    now = as_prescribed(evidence.plans["plantar-fasciitis"], evidence)

    first, *rest = now.items
    done = next(item for item in care.today(5, 20).items if item.item == HEEL_RAISE)
    assert (first.exercise, first.dose) == (done.exercise, done.dose)
    assert (first.exercise, first.dose) != (wanted.items[0].exercise, wanted.items[0].dose)
    assert tuple(rest) == wanted.items[1:]
    assert replace(now, items=wanted.items) == wanted


def test_an_own_exercise_that_only_changes_its_steps_counts_as_changed_not_new() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(items=(own_item(),)), 2)
    current = plans_at(care.plan, when(3))["plantar-fasciitis"]
    reworded = own_item(replace(MARBLES, steps=("Stand.",)))

    found = plan_changes(current, prescribed(items=(reworded,)), LIBRARY)

    assert [(item.exercise, item.kind) for item in found.items] == [(MARBLES.id, "changed")]


@given(prescriptions(), st.integers(0, 10))
@settings(max_examples=40, deadline=None)
def test_every_plan_that_may_be_handed_over_can_be_followed(wanted: Prescription, pain: int) -> None:
    care = Care(phase="pf-2")
    accept(care, replace(wanted, issued=day_of(1), review=None, expires=None), 2)
    if wanted.condition == "plantar-fasciitis" and wanted.items:
        care.session(3, pain, *wanted.exercises())
    evidence = care.evidence(4)

    shown = [item for item in care.today(4, 9).items if item.condition == wanted.condition]
    assert {item.item for item in shown} <= set(wanted.exercises())
    assert all(evidence.content.exercise(item.exercise).name for item in shown)
    current = as_prescribed(evidence.plans[wanted.condition], evidence)
    assert set(current.own()) <= set(wanted.own())
