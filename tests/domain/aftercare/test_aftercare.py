"""Aftercare as a patient meets it: what is said, what is held back, which stretch, and until when."""

from datetime import datetime, timedelta

import pytest

from homecare.domain.aftercare.aftercare import AftercareNow, aftercare_now, latest_needling, strength_holds
from homecare.domain.aftercare.stretch import stretches_after
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import AlertConfirmed
from homecare.domain.records.records import Records
from tests.domain.aftercare.makers import (
    EVENING,
    GUIDE,
    LIBRARY,
    LONDON,
    after,
    exercise,
    needled,
    planned,
    sore,
)

PLANS = planned("plantar-fasciitis")


def now(
    hours: float,
    *entries: DiaryEntry,
    needlings: tuple[Needling, ...] = (),
    plan: tuple[AlertConfirmed, ...] = (),
) -> AftercareNow | None:
    records = Records(entries=entries, needlings=needlings or (needled(),), plan=plan)
    return aftercare_now(records, GUIDE, PLANS, after(EVENING, hours), LONDON, exercise_of=LIBRARY.exercise)


@pytest.mark.parametrize(
    ("hours", "window"), [(0, "w0-2"), (2, "w2-24"), (23.9, "w2-24"), (24, "w24-48"), (71.9, "w48-plus")]
)
def test_the_window_follows_the_hours_since_the_session(hours, window):
    found = now(hours, sore(1, 48))

    assert found is not None
    assert (found.window, found.hours_since) == (window, int(hours))


def test_aftercare_ends_after_72_hours_when_nothing_is_open():
    assert now(71.9, sore(2, 24), sore(1, 48)) is not None
    assert now(72, sore(2, 24), sore(1, 48)) is None


def test_aftercare_stays_while_the_third_question_is_open():
    assert now(75, sore(4, 24), sore(3, 48)) is not None
    assert now(75, sore(4, 24), sore(3, 48), sore(1, 74)) is None
    assert now(85, sore(4, 24), sore(3, 48)) is None


def test_aftercare_stays_until_the_patient_says_they_call_the_clinic():
    said = after(EVENING, 90)
    called = AlertConfirmed(
        id="c", at=said, created_at=said, edited_at=said, alert="al-needling", answer="have-called"
    )

    asked = now(95, sore(6, 48), sore(3, 73))
    assert asked is not None
    assert asked.soreness_action == "call_clinic"
    assert now(95, sore(6, 48), sore(3, 73), plan=(called,)) is None


def test_before_the_session_and_without_one_there_is_no_aftercare():
    assert now(-1) is None
    assert aftercare_now(Records(), GUIDE, PLANS, EVENING, LONDON) is None


def test_a_cancelled_session_gives_way_to_the_one_before_it():
    wrong = needled(name="n2", at=after(EVENING, 20), cancelled=True)
    found = now(30, needlings=(needled(), wrong))

    assert found is not None
    assert found.needling == "n1"
    assert latest_needling(Records(needlings=(wrong,)), after(EVENING, 30)) is None


@pytest.mark.parametrize(
    ("hours", "score", "action"),
    [
        (24, 0, "allow_restart"),
        (24, 4, "allow_restart"),
        (24, 5, "hold_strength_24h"),
        (24, 7, "hold_strength_24h"),
        (24, 8, "show_warning_signs"),
        (48, 2, "close_aftercare"),
        (48, 3, "ask_at_72h"),
        (48, 5, "call_clinic"),
        (72, 2, "close_aftercare"),
        (72, 3, "call_clinic"),
    ],
)
def test_a_soreness_score_leads_to_its_action(hours, score, action):
    found = now(hours + 0.5, sore(score, hours), *([sore(4, 47)] if hours == 72 else []))

    assert (found.soreness_action if found else "close_aftercare") == action


def test_the_words_are_those_of_the_content():
    found = now(25, sore(5, 24.5))

    assert found is not None
    assert found.soreness_says == (
        "That is a bit more than most people get. Rest from your strength items for one more day. "
        "Gentle walking is fine."
    )


def test_a_score_of_an_earlier_session_says_nothing_about_this_one():
    earlier = needled(name="n0", at=after(EVENING, -40))
    found = now(8, sore(9, 6, needling="n0"), needlings=(earlier, needled()))

    assert found is not None
    assert found.soreness_says is None


def test_a_score_on_the_first_evening_is_no_answer_to_the_question_of_the_next_day():
    found = now(25, sore(8, 10))

    assert found is not None
    assert found.soreness_action is None


def held(hours: float, *entries: DiaryEntry, needling: Needling | None = None) -> set[str]:
    records = Records(entries=entries, needlings=(needling or needled("gastrocnemius", "soleus"),))
    return {hold.muscle for hold in strength_holds(records, GUIDE, after(EVENING, hours), hours=24)}


def test_strength_for_the_needled_muscles_waits_a_day_and_a_day_more_when_sore():
    assert held(23.9) == {"gastrocnemius", "soleus"}
    assert held(24) == set()
    assert held(25, sore(4, 24)) == set()
    assert held(47.9, sore(5, 24)) == {"gastrocnemius", "soleus"}
    assert held(48, sore(5, 24)) == set()
    assert held(30, sore(9, 24)) == {"gastrocnemius", "soleus"}
    assert held(1, needling=needled(cancelled=True)) == set()


def test_a_hold_is_for_strength_of_that_muscle_on_that_side_only():
    (hold,) = strength_holds(
        Records(needlings=(needled("gastrocnemius"),)), GUIDE, after(EVENING, 1), hours=24
    )

    raises = exercise("heel-raise", targets=("gastrocnemius", "soleus"))
    assert hold.holds(raises, "left")
    assert hold.holds(raises, "both")
    assert not hold.holds(raises, "right")
    assert not hold.holds(exercise("calf-stretch", kind="stretch"), "left")
    assert not hold.holds(exercise("curls", targets=("lumbricals",)), "left")


def test_every_muscle_that_can_be_needled_has_its_name_among_the_targets_of_some_exercise():
    targets = {target for exercise in LIBRARY.exercises() for target in exercise.targets}

    assert {muscle.id.replace("-", " ") for muscle in GUIDE.muscles} <= targets


def test_two_muscles_that_share_a_stretch_stretch_it_once():
    (stretch,) = stretches_after(needled("quadratus-plantae", "flexor-digitorum-brevis"), GUIDE, PLANS)

    assert stretch.exercise == "plantar-fascia-stretch"
    assert stretch.muscles == ("quadratus-plantae", "flexor-digitorum-brevis")
    assert (stretch.dose.sets, stretch.dose.reps, stretch.dose.hold_s) == (1, 3, 20)


def test_a_muscle_needled_on_both_legs_is_stretched_on_both():
    both = tuple(NeedledMuscle(muscle="soleus", side=side) for side in ("left", "right"))
    session = Needling(id="n", at=EVENING, created_at=EVENING, edited_at=EVENING, muscles=both)

    assert [stretch.side for stretch in stretches_after(session, GUIDE, PLANS)] == ["both"]


@pytest.mark.parametrize(
    ("variant", "stretch"),
    [("mid-portion", "calf-stretch-straight"), ("insertional", "ankle-pumps"), ("unsure", "ankle-pumps")],
)
def test_an_insertional_or_unsure_achilles_is_pumped_and_not_stretched(variant, stretch):
    plans = planned("achilles-tendinopathy", variant=variant)
    (found,) = stretches_after(needled("gastrocnemius"), GUIDE, plans)

    assert found.exercise == stretch
    assert found.held == (stretch != "ankle-pumps")
    if not found.held:
        assert (found.dose.sets, found.dose.reps, found.dose.hold_s) == (1, 10, None)


def test_with_a_stress_fracture_nothing_is_stretched():
    assert stretches_after(needled("gastrocnemius"), GUIDE, planned("stress-fracture")) == ()


def test_elapsed_hours_do_not_jump_with_the_clocks():
    session = datetime(2026, 3, 28, 20, tzinfo=LONDON)
    records = Records(needlings=(needled(at=session),))
    found = aftercare_now(records, GUIDE, PLANS, session + timedelta(days=1), LONDON)

    assert found is not None
    assert found.hours_since == 23
