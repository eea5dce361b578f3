"""A patient who does not know which muscle was needled: the whole leg counts as needled."""

import pytest

from homecare.domain.aftercare.stretch import stretches_after
from homecare.domain.library.exercise import UNKNOWN_MUSCLE
from homecare.domain.plan.contraindications import needled
from tests.domain.care import HEEL_RAISE, LIBRARY, Care


@pytest.fixture
def care() -> Care:
    care = Care()
    care.enter(1, "pf-2")
    care.needle(2, 9, UNKNOWN_MUSCLE, side="left")
    return care


def test_every_strength_exercise_of_that_leg_waits_as_for_its_own_muscle(care: Care) -> None:
    item = care.item(HEEL_RAISE, 2, 12)

    assert (item.held, care.item(HEEL_RAISE, 3, 12).held) == ("needled", None)
    for exercise in LIBRARY.exercises():
        ban = needled(exercise, "left", care.evidence(2, 12))
        assert (ban is not None) == (exercise.kind in ("strength", "stretch") or bool(exercise.not_needled))
        assert needled(exercise, "right", care.evidence(2, 12)) is None


def test_its_stretches_wait_four_hours(care: Care) -> None:
    stretch = LIBRARY.exercise("calf-stretch-straight")

    assert needled(stretch, "left", care.evidence(2, 12.9)) is not None
    assert needled(stretch, "left", care.evidence(2, 13.1)) is None


def test_no_stretch_is_named_and_the_reminder_says_to_walk(care: Care) -> None:
    now = care.today(2, 14).aftercare

    assert stretches_after(care.needlings[0], LIBRARY.aftercare, {}) == ()
    assert now is not None
    said = {reminder.id: reminder.text for reminder in now.reminders}
    assert said["rm-stretch"] == said["rm-walk"]


def test_it_is_called_so_in_words(care: Care) -> None:
    assert LIBRARY.aftercare.plain_name(UNKNOWN_MUSCLE) == "leg, muscle not known"


def test_every_muscle_is_found_at_a_place_of_the_picture_or_the_shin() -> None:
    regions = {region.id for region in LIBRARY.diary.foot_map.regions} | {"outer-shin"}

    for muscle in LIBRARY.aftercare.muscles:
        assert muscle.places
        assert set(muscle.places) <= regions
        assert muscle in LIBRARY.aftercare.muscles_at(muscle.places[0])
