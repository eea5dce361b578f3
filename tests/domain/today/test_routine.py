from zoneinfo import ZoneInfo

import pytest

from homecare.domain.today.answer import DayPlan
from homecare.domain.today.routine import minutes_of, slot_at
from tests.domain.care import HEEL_RAISE, Care, routine_items, when

STRETCH, CALF, ROLL, SHORT = (
    "plantar-fascia-stretch",
    "calf-stretch-straight",
    "arch-roll",
    "short-foot-seated",
)


@pytest.mark.parametrize(
    ("hour", "slot"),
    [
        (4, "morning"),
        (11.99, "morning"),
        (12, "midday"),
        (15.99, "midday"),
        (16, "afternoon"),
        (17.99, "afternoon"),
        (18, "evening"),
        (27.9, "evening"),
    ],
)
def test_the_clock_names_the_part_of_the_day(hour: float, slot: str) -> None:
    assert slot_at(when(1, hour)) == slot


@pytest.mark.parametrize(
    ("hour", "items"),
    [
        (9, [STRETCH, CALF]),
        (13, [STRETCH]),
        (17, []),
        (19, [STRETCH, CALF, ROLL, SHORT]),
        (26, [STRETCH, CALF, ROLL, SHORT]),
    ],
)
def test_each_part_of_the_day_has_its_own_exercises(hour: float, items: list[str]) -> None:
    assert routine_items(Care().today(1, hour)) == items


def test_what_was_done_or_skipped_in_this_part_drops_out() -> None:
    care = Care()
    care.session(1, 1, STRETCH)
    care.session(1, None, ROLL, outcome="skipped")

    assert routine_items(care.today(1, 20)) == [CALF, SHORT]


def test_the_morning_does_not_use_up_the_evening() -> None:
    care = Care()
    care.session(1, 1, STRETCH, CALF, hour=8, slot="morning")

    assert routine_items(care.today(1, 20)) == [STRETCH, CALF, ROLL, SHORT]


def test_an_evening_exercise_done_in_the_morning_is_not_asked_for_again() -> None:
    care = Care()
    care.session(1, 1, ROLL, SHORT, hour=8, slot="morning")

    assert routine_items(care.today(1, 20)) == [STRETCH, CALF]


def test_a_strength_exercise_has_its_rest_day() -> None:
    care = Care(phase="pf-2")
    care.session(1, 1, "heel-raise-towel")

    item = care.item("heel-raise-towel", 2)

    assert (item.held, item.due_today) == ("rest-day", False)
    assert "heel-raise-towel" in routine_items(care.today(3, 20))


def test_the_next_routine_is_the_next_part_with_something_to_do() -> None:
    care = Care()

    assert care.today(1, 9).next_routine_at == when(1, 12.5)
    assert care.today(1, 13).next_routine_at == when(1, 19.5)
    assert care.today(1, 20).next_routine_at == when(2, 7.5)


def test_every_second_day_waits_two_days_for_its_next_time() -> None:
    care = Care("achilles-tendinopathy", "at-ins-3", variant="insertional")

    assert care.today(1, 20).next_routine_at == when(3, 19.5)


def test_the_length_counts_both_sides_and_rests() -> None:
    care = Care("mortons-neuroma", "mn-1", side="left")
    both = Care("mortons-neuroma", "mn-1", side="both")

    one_side, two_sides = care.today(1, 20).routine, both.today(1, 20).routine

    assert one_side is not None
    assert two_sides is not None
    assert one_side.minutes * 2 - 1 <= two_sides.minutes <= one_side.minutes * 2


def test_the_routine_keeps_its_clock_time_across_the_change_to_summer_time() -> None:
    care = Care()

    care.worst(3, day=14)
    care.worst(3, day=26)
    before, after = care.today(26, 20).next_routine_at, care.today(27, 20).next_routine_at

    assert before is not None
    assert after is not None
    assert (before.hour, after.hour) == (7, 7)
    assert before.utcoffset() != after.utcoffset()


def test_the_part_of_the_day_is_by_the_clock_of_where_the_patient_is() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")

    shown = Care().today(2, 9, tokyo)

    assert routine_items(shown) == [STRETCH, CALF]


def test_an_exercise_of_both_feet_at_once_takes_its_time_once() -> None:
    care = Care("achilles-tendinopathy", "at-ins-1", variant="insertional")

    assert care.item("heel-raise-double", 1).side == "both"
    assert care.item("heel-raise-double", 1).both_at_once is True
    assert minutes_of([care.item("heel-raise-double", 1)]) == 4


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
