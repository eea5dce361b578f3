import pytest

from homecare.domain.library.dose import Schedule
from homecare.domain.session.bouts import bouts_by_day, due_on, slots_of
from tests.domain.care import Care, day_of

DAILY = Schedule(pattern="daily")
SECOND_DAY = Schedule(pattern="every_n_days", n=2)
THRICE = Schedule(pattern="per_week", n=3, min_rest_days_between=1)
NAME = "plantar-fasciitis"


def due(schedule: Schedule, *done: int, until: int = 9) -> list[int]:
    days = {day_of(number) for number in done}
    return [day for day in range(1, until) if due_on(schedule, day_of(day), days)]


def doing_all_that_is_due(schedule: Schedule, days: int) -> list[int]:
    done: list[int] = []
    for day in range(1, days + 1):
        if due_on(schedule, day_of(day), {day_of(number) for number in done}):
            done.append(day)
    return done


@pytest.mark.parametrize(
    ("times", "slots"),
    [
        (1, ("evening",)),
        (2, ("morning", "evening")),
        (3, ("morning", "midday", "evening")),
        (4, ("morning", "midday", "afternoon", "evening")),
        (6, ("morning", "midday", "afternoon", "evening")),
    ],
)
def test_the_times_of_a_day_name_its_parts(times: int, slots: tuple[str, ...]) -> None:
    assert slots_of(Schedule(pattern="daily", times_per_day=times)) == slots


def test_a_daily_exercise_is_due_every_day() -> None:
    assert doing_all_that_is_due(DAILY, 4) == [1, 2, 3, 4]


def test_every_second_day_rolls_from_the_last_day_done() -> None:
    assert doing_all_that_is_due(SECOND_DAY, 7) == [1, 3, 5, 7]
    assert due(SECOND_DAY, 1, 4) == [1, 3, 4, 6, 7, 8]


def test_three_a_week_keep_a_rest_day_and_stop_at_three() -> None:
    assert doing_all_that_is_due(THRICE, 14) == [1, 3, 5, 8, 10, 12]


def test_a_part_of_the_day_counts_once_and_a_skipped_exercise_not_at_all() -> None:
    care = Care()
    care.session(1, 2, "arch-roll")
    care.session(1, 2, "arch-roll", hour=21)
    care.session(2, 2, "arch-roll", outcome="skipped")

    assert bouts_by_day(NAME, "arch-roll", DAILY, care.records) == {day_of(1): 1}


def test_all_done_in_the_diary_counts_for_what_was_due() -> None:
    care = Care()
    for day in (1, 2, 3):
        care.entry(day, exercises_done="all")

    assert list(bouts_by_day(NAME, "heel-raise-towel", SECOND_DAY, care.records)) == [day_of(1), day_of(3)]


def test_some_done_in_the_diary_says_nothing_about_one_exercise() -> None:
    care = Care()
    care.entry(1, exercises_done="some")

    assert bouts_by_day(NAME, "arch-roll", DAILY, care.records) == {}
