"""How much a plan asks for in a day: exercises, parts of the day, minutes of the longest part."""

from homecare.domain.today.answer import DayPlan
from tests.domain.care import HEEL_RAISE, Care


def test_a_day_counts_every_exercise_and_the_longest_part_of_the_day() -> None:
    assert Care().today(1, 8).day_plan == DayPlan(exercises=4, times=3, minutes=16)


def test_the_time_of_day_does_not_change_what_a_day_asks_for() -> None:
    care = Care()

    assert len({care.today(2, hour).day_plan for hour in (5, 9, 13, 17, 21)}) == 1


def test_a_stopped_plan_asks_for_nothing() -> None:
    care = Care(phase="pf-2")
    care.session(1, 2, HEEL_RAISE)
    care.screen(2, "common-walk")

    assert care.today(2).day_plan is None
