"""Free practice: what holds it, how much of it, and what it counts for."""

from dataclasses import replace

import pytest

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.plan.adherence import week_adherence
from homecare.domain.records.plan import AskedFirst
from homecare.domain.records.prescription import LightLimits
from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.session.steps import Planned
from homecare.domain.today.practice import least_dose, practice, practice_under_way
from tests.domain.care import HEEL_RAISE, LIBRARY, LONDON, SHORT_FOOT, Care, day_of, when
from tests.domain.prescribing import BALANCE, accept, prescribed

STRETCH = "plantar-fascia-stretch"
SEATED = "seated-heel-raise"


def asked(care: Care, day: int = 1) -> Care:
    """The same patient, who answered every question on who should ask first with no."""
    no = tuple(question.id for question in LIBRARY.ask_first.questions)
    care.plan.append(AskedFirst(**care._stamp(when(day, 8), "plan"), no=no))
    return care


def known(care: Care, day: int, hour: float = 12) -> Evidence:
    return pressed_evidence_at(care.records, LIBRARY, when(day, hour), LONDON)


def held(care: Care, exercise: str, day: int, side: str = "left", hour: float = 12) -> str | None:
    hold = practice(exercise, side, known(care, day, hour)).held
    return None if hold is None else hold.code


def test_an_exercise_of_the_plan_is_tried_with_the_plans_own_dose() -> None:
    care = asked(Care())
    tried = practice(SHORT_FOOT, "left", known(care, 2))

    assert (tried.held, tried.condition) == (None, "plantar-fasciitis")
    assert tried.dose == care.item(SHORT_FOOT, 2).dose


def test_an_exercise_of_no_plan_is_tried_with_the_least_that_the_content_asks_of_it() -> None:
    tried = practice(SEATED, "left", known(asked(Care()), 2))

    assert (tried.held, tried.dose) == (None, least_dose(SEATED, LIBRARY))


def test_every_exercise_has_an_amount_to_try() -> None:
    assert [name for name in LIBRARY.exercise_ids if least_dose(name, LIBRARY) is None] == []


def test_without_a_plan_nothing_is_tried_for_nobody_has_asked_about_safety() -> None:
    care = asked(Care())
    care.plan.clear()

    assert held(care, SHORT_FOOT, 2) == "no-plan"


def test_questions_that_wait_come_first() -> None:
    assert held(Care(), SHORT_FOOT, 2) == "screening"
    assert held(asked(Care(screened=False)), SHORT_FOOT, 2) == "screening"


def test_a_red_flag_holds_free_practice_too_and_a_mild_one_all_but_gentle_movement() -> None:
    flags = LIBRARY.condition("plantar-fasciitis").red_flags
    soon = next(flag.id for flag in flags if flag.urgency == "soon")
    mild = asked(Care())
    mild.screen(2, soon)
    urgent = asked(Care())
    urgent.screen(2, next(flag.id for flag in flags if flag.urgency == "urgent"))

    assert (held(mild, SHORT_FOOT, 2), held(mild, STRETCH, 2)) == ("red-flag", None)
    assert held(urgent, STRETCH, 2) == "red-flag"


def test_a_needled_muscle_rests_in_free_practice_on_that_side_only() -> None:
    care = asked(Care())
    care.needle(2, 10, "soleus", side="left")

    assert (held(care, SEATED, 2), held(care, SEATED, 2, "right")) == ("needled", None)


def test_a_stress_fracture_holds_every_exercise_that_is_not_its_own() -> None:
    care = asked(Care("stress-fracture", "sf-1"))

    assert held(care, SEATED, 2, "right") == "stress-fracture"


def test_what_the_plan_brings_in_a_later_phase_waits_for_it() -> None:
    care = asked(Care())
    early = held(care, HEEL_RAISE, 2)
    care.enter(3, "pf-2")

    assert (early, held(care, HEEL_RAISE, 3)) == ("later-phase", None)


def test_after_too_much_the_exercise_rests_from_free_practice_too() -> None:
    care = asked(Care())
    care.session(2, 8, SHORT_FOOT)

    assert held(care, SHORT_FOOT, 2, hour=21) == "red-rest"


@pytest.mark.parametrize("pain", [0, 3, 5, None])
def test_free_practice_counts_for_no_adherence_no_light_and_no_part_of_the_day(pain: int | None) -> None:
    care = asked(Care())
    for day in (2, 3, 4):
        care.session(day, pain, SHORT_FOOT, practice=True)
        care.mornings(2, day=day + 1)
    shown = care.today(5, 21)
    week = shown.week

    assert shown.adherence is not None and shown.adherence.done == 0
    assert week_adherence(care.evidence(5, 21), "evening").done == 0
    assert care.item(SHORT_FOOT, 5, 21).light == "grey"
    assert week is not None and not any(done for _slot, done in week.parts)
    assert care.item(SHORT_FOOT, 4, 21).due_today


def test_free_practice_that_hurt_too_much_is_red_and_the_exercise_rests() -> None:
    care = asked(Care())
    care.session(2, 8, SHORT_FOOT, practice=True)
    item = care.item(SHORT_FOOT, 2, 21)

    assert (item.light, item.light_day, item.held) == ("red", day_of(2), "red-rest")
    assert care.today(2, 21).adherence == care.today(2, 18).adherence


@pytest.mark.parametrize(("pain", "held_by"), [(3, None), (4, "red-rest")])
def test_free_practice_is_too_much_above_the_limit_of_the_clinicians_plan(
    pain: int, held_by: str | None
) -> None:
    care = asked(Care(phase="pf-2"))
    accept(care, prescribed(limits=LightLimits(green_max=1, amber_max=3)), 1)
    care.session(2, pain, BALANCE.exercise, practice=True)

    assert care.item(BALANCE.exercise, 2, 21).held == held_by


@pytest.mark.parametrize(("minutes", "light"), [(10, "grey"), (11, "red")])
def test_tingling_that_lasts_too_long_after_free_practice_is_red(minutes: int, light: str) -> None:
    care = asked(Care("nerve-entrapment", "ne-1", variant="tibial"))
    care.session(2, 0, "tibial-nerve-slider", practice=True, tingling_min=minutes)

    assert care.item("tibial-nerve-slider", 2, 21).light == light


def test_numbness_that_spread_in_free_practice_raises_its_alert() -> None:
    care = asked(Care("nerve-entrapment", "ne-1", variant="tibial"))
    care.session(2, 1, "tibial-nerve-slider", practice=True, numb_spread=True)

    assert "al-numb" in care.alerts(2)


def test_free_practice_under_way_stops_when_something_comes_to_hold_it() -> None:
    care = asked(Care())
    tried = practice(SEATED, "left", known(care, 2))
    assert tried.dose is not None
    planned = Planned(
        condition=tried.condition, item=SEATED, exercise=SEATED, side="left", turns=("left",), dose=tried.dose
    )
    before = practice_under_way([planned], care.records, LIBRARY, when(2, 12), LONDON)
    care.needle(2, 12, "soleus")
    after = practice_under_way([planned], care.records, LIBRARY, when(2, 13), LONDON)

    assert (before, [hold.code for hold in after.values()]) == ({}, ["needled"])


def test_an_exercise_done_of_another_plan_is_not_judged_by_free_practice() -> None:
    care = asked(Care())
    care.session(2, 2, SHORT_FOOT)
    session = care.sessions[-1]
    care.sessions[-1] = replace(session, exercises=tuple(replace(done, pain=2) for done in session.exercises))
    care.session(2, 4, SEATED, practice=True, hour=20)

    assert care.item(SHORT_FOOT, 2, 21).light == "green"
