"""Until its last day, a clinician's plan replaces the library's: its exercises, doses and limits."""

from dataclasses import replace

import pytest

from homecare.domain.library.dose import Dose
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.plan.take_over import acceptance, plan_changes
from homecare.domain.records.plan import plans_at
from homecare.domain.records.prescription import LightLimits, PrescribedItem
from homecare.domain.report.report import report, usual_period
from homecare.wording.report import plan_lines
from tests.domain.care import LIBRARY, LONDON, Care, day_of, when
from tests.domain.prescribing import BALANCE, DAILY, RAISE, accept, prescribed


def test_the_accepted_plan_has_the_clinicians_exercises_and_doses() -> None:
    care = Care(phase="pf-1")
    accept(care, prescribed(), 3)

    items = care.today(3, 10).items
    assert [(item.item, item.dose, item.side, item.prescribed) for item in items] == [
        ("heel-raise-towel", RAISE.dose, "left", True),
        ("single-leg-balance", BALANCE.dose, "both", True),
    ]
    assert care.today(3, 8).items[0].prescribed is False
    assert care.today(3, 10).phases[0].phase == "pf-2"


def test_after_its_last_day_the_librarys_plan_holds_again_and_today_says_so() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(expires=day_of(10)), 3)

    last, after, later = care.today(10, 20), care.today(11, 9), care.today(25, 9)
    assert [item.item for item in last.items] == ["heel-raise-towel", "single-leg-balance"]
    assert [item.item for item in after.items] == [
        item.exercise for item in LIBRARY.condition("plantar-fasciitis").phase("pf-2").items
    ]
    assert [(prescription.clinic, prescription.lapsed) for prescription in last.prescriptions] == [
        ("Foot clinic", False)
    ]
    assert [(prescription.expires, prescription.lapsed) for prescription in after.prescriptions] == [
        (day_of(10), True)
    ]
    assert later.prescriptions == ()


def test_the_night_after_the_last_day_still_belongs_to_it() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(expires=day_of(10)), 3)

    assert care.today(11, 3.9).items[0].prescribed
    assert not care.today(11, 4.1).items[0].prescribed


def test_lowered_limits_colour_the_days_they_hold_on_and_no_others() -> None:
    care = Care(phase="pf-2")
    care.mornings(*[1] * 20)
    for day in (2, 5, 13):
        care.session(day, 4, "heel-raise-towel")
    accept(care, prescribed(expires=day_of(10), limits=LightLimits(green_max=1, amber_max=3)), 4)

    def light(day: int) -> str:
        return next(item.light for item in care.today(day, 22).items if item.item == "heel-raise-towel")

    assert (light(2), light(5), light(13)) == ("amber", "red", "amber")


def test_the_next_step_and_the_next_phase_are_the_clinicians_to_say() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(), 1, 8)
    care.mornings(*[1] * 20)
    for day in range(1, 19):
        care.session(day, 0, "heel-raise-towel", "single-leg-balance")

    shown = care.today(19, 12)
    assert {item.reason for item in shown.items} == {"green-prescribed"}
    assert all(item.offer is None for item in shown.items)
    assert shown.phases[0].offered is None


def test_after_a_red_light_the_easier_version_is_still_offered() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(), 1, 8)
    care.mornings(*[1] * 6)
    care.session(3, 8, "heel-raise-towel")

    offer = next(item for item in care.today(5, 12).items if item.item == "heel-raise-towel").offer
    assert offer is not None
    assert offer.level == "easier"


def test_the_plan_ends_when_the_patient_enters_another_phase() -> None:
    care = Care(phase="pf-1")
    accept(care, prescribed(), 3)
    care.enter(5, "pf-1")

    assert not any(item.prescribed for item in care.today(5, 12).items)


def test_a_newer_plan_takes_the_place_of_an_older_one() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(), 3)
    accept(care, prescribed(items=(BALANCE,)), 6)

    assert [item.item for item in care.today(6, 12).items] == ["single-leg-balance"]


def test_a_plan_for_a_new_condition_starts_it_and_keeps_the_first_day() -> None:
    care = Care(condition="heel-spur", phase="hs-1")
    accept(care, prescribed(), 4)

    plans = plans_at(care.plan, when(4, 12))
    assert set(plans) == {"heel-spur", "plantar-fasciitis"}
    assert plans["plantar-fasciitis"].start_day == day_of(4)
    accept(care, prescribed(phase="pf-3", items=()), 9)
    assert plans_at(care.plan, when(9, 12))["plantar-fasciitis"].start_day == day_of(4)


def test_no_plan_puts_weight_on_a_broken_bone_whatever_it_says() -> None:
    care = Care(condition="stress-fracture", phase="sf-1")
    accept(care, prescribed(), 3)
    care.plan += acceptance(
        plans_at(care.plan, when(3, 12))["stress-fracture"],
        prescribed(condition="stress-fracture", phase="sf-1"),
        when(4),
        ("rx", "ph"),
    )

    shown = {(item.condition, item.item): item.held for item in care.today(5, 12).items}
    weights = [item for _condition, item in shown if LIBRARY.exercise(item).weight_bearing]
    assert weights == []
    assert all(held is not None for held in shown.values())


def test_a_stress_fracture_still_waits_for_the_clearance_itself() -> None:
    leg_raise = PrescribedItem(exercise="straight-leg-raise", dose=Dose(sets=1, reps=5), schedule=DAILY)
    wanted = prescribed(condition="stress-fracture", phase="sf-1", items=(leg_raise,))
    care = Care(condition="stress-fracture", phase="sf-1")
    check_prescription(wanted, LIBRARY)
    accept(care, wanted, 3)

    assert [item.held for item in care.today(3, 12).items] == ["gate"]


def test_the_clinics_own_plan_opens_its_gate_elsewhere() -> None:
    glide = PrescribedItem(exercise="tibial-nerve-slider", dose=Dose(sets=1, reps=5), schedule=DAILY)
    wanted = prescribed(condition="nerve-entrapment", phase="ne-1", variant="tibial", items=(glide,))
    care = Care(condition="nerve-entrapment", phase="ne-1", variant="tibial")
    before = care.today(2, 12).items[0].held
    accept(care, wanted, 3)

    assert (before, care.today(3, 12).items[0].held) == ("gate", None)
    with pytest.raises(ValueError, match="clinic-needed"):
        check_prescription(replace(wanted, clinic=""), LIBRARY)


def test_days_are_counted_against_the_plan_that_held_on_them() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(items=()), 2, 9)

    assert care.today(9, 12).adherence is not None
    assert care.today(9, 12).adherence.planned == 0  # type: ignore[union-attr]


def test_before_accepting_the_patient_sees_what_changes() -> None:
    care = Care(phase="pf-2")
    current = plans_at(care.plan, when(2))["plantar-fasciitis"]
    found = plan_changes(current, prescribed(limits=LightLimits(green_max=1, amber_max=4)), LIBRARY)

    assert (found.starts, found.phase, found.side) == (False, None, None)
    assert [(item.exercise, item.kind) for item in found.items] == [
        ("heel-raise-towel", "changed"),
        ("single-leg-balance", "added"),
        ("plantar-fascia-stretch", "removed"),
        ("short-foot-standing", "removed"),
    ]
    assert found.limits is not None
    assert (found.limits[0].amber_max, found.limits[1].amber_max) == (5, 4)


def test_the_same_plan_again_changes_nothing() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(), 2)
    current = plans_at(care.plan, when(3))["plantar-fasciitis"]

    found = plan_changes(current, prescribed(), LIBRARY)

    assert {item.kind for item in found.items} == {"kept"}
    assert (found.starts, found.phase, found.side, found.variant, found.limits) == (False, *(None,) * 4)
    assert plan_changes(None, prescribed(), LIBRARY).starts


def test_what_is_recorded_holds_in_whatever_order_one_instant_is_read() -> None:
    care = Care(condition="heel-spur", phase="hs-1")
    accept(care, prescribed(), 4)

    assert plans_at(care.plan[::-1], when(4, 12))["plantar-fasciitis"].prescription == prescribed()


def test_the_report_names_the_plan_its_doses_come_from() -> None:
    care = Care(phase="pf-2")
    accept(care, prescribed(), 3)

    page = report(care.records, LIBRARY, usual_period(day_of(9)), when(9), LONDON)
    assert plan_lines(page)[0].endswith("prescribed by Foot clinic on 2 Mar 2026")
    before = report(care.records, LIBRARY, usual_period(day_of(2)), when(2), LONDON)
    assert "Foot clinic" not in plan_lines(before)[0]
