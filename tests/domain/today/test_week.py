from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.records.session import SLOTS
from homecare.domain.today.answer import DayMark, OwnWeek
from homecare.domain.today.week import DayParts, steadiness
from tests.domain.care import Care, when

STRETCH, CALF, ROLL, SHORT = (
    "plantar-fascia-stretch",
    "calf-stretch-straight",
    "arch-roll",
    "short-foot-seated",
)

parts = st.frozensets(st.sampled_from(SLOTS))
histories = st.lists(st.builds(DayParts, asked=parts, done=parts), max_size=60)
KEPT = DayParts(asked=frozenset(SLOTS), done=frozenset({"evening"}))
MISSED = DayParts(asked=frozenset(SLOTS))
REST = DayParts()


def week_of(care: Care, day: int, hour: float) -> OwnWeek:
    week = care.today(day, hour).week
    assert week is not None
    return week


@given(histories)
def test_steadiness_lies_between_nothing_and_all(days: list[DayParts]) -> None:
    assert 0 <= steadiness(days) <= 1


@given(histories)
def test_a_missed_day_costs_a_twentieth_of_what_was_built_up(days: list[DayParts]) -> None:
    before, after = steadiness(days), steadiness([*days, MISSED])

    assert 0.94 * before <= after <= before


@given(histories)
def test_a_kept_day_never_lowers_it_and_a_day_of_rest_changes_nothing(days: list[DayParts]) -> None:
    assert steadiness([*days, KEPT]) >= steadiness(days)
    assert steadiness([*days, REST]) == steadiness(days)


@given(histories, st.integers(0, 59))
def test_doing_something_on_one_more_day_never_lowers_it(days: list[DayParts], number: int) -> None:
    more = [DayParts(asked=day.asked, done=day.asked) if n == number else day for n, day in enumerate(days)]

    assert steadiness(more) >= steadiness(days) - 1e-12


def test_a_month_of_kept_days_is_four_fifths_and_two_weeks_off_halve_it() -> None:
    month = steadiness([KEPT] * 30)

    assert round(month, 2) == 0.8
    assert round(steadiness([*[KEPT] * 30, *[MISSED] * 13]) / month, 2) == 0.5


def test_the_first_week_is_there_from_the_first_day_and_nothing_in_it_is_missed_yet() -> None:
    week = week_of(Care(), 1, 9)

    assert [mark for _day, mark in week.days] == [DayMark.OPEN] * 7
    assert week.days[0][0] == Care().today(1, 9).day


def test_a_morning_done_is_one_of_three_today() -> None:
    care = Care()
    care.session(1, 1, STRETCH, CALF, hour=8.5, slot="morning")

    assert week_of(care, 1, 10).parts == (("morning", True), ("midday", False), ("evening", False))


def test_a_plan_that_starts_in_the_evening_asks_for_no_morning_of_that_day() -> None:
    care = Care()
    care.plan[0] = replace(care.plan[0], at=when(1, 18.5))

    assert week_of(care, 1, 19).parts == (("evening", False),)


def test_days_done_in_part_missed_and_still_open_are_told_apart() -> None:
    care = Care()
    for day in (2, 3):
        care.session(day, 1, STRETCH, CALF, ROLL, SHORT)
    care.session(3, 1, STRETCH, CALF, hour=8, slot="morning")
    care.session(3, 1, STRETCH, hour=13, slot="midday")
    marks = [mark for _day, mark in week_of(care, 5, 10).days]

    assert marks[1:] == [
        DayMark.PART,
        DayMark.DONE,
        DayMark.MISSED,
        DayMark.OPEN,
        DayMark.OPEN,
        DayMark.OPEN,
    ]


def test_after_the_first_week_the_last_seven_days_are_shown() -> None:
    care = Care()
    today = care.today(20, 10)

    assert [day for day, _mark in week_of(care, 20, 10).days][-1] == today.day


def test_today_only_ever_adds_to_the_steadiness() -> None:
    care = Care()
    for day in range(1, 10):
        care.session(day, 1, STRETCH)
    before = week_of(care, 10, 9).steadiness
    care.session(10, 1, STRETCH, hour=10, slot="morning")

    assert week_of(care, 10, 11).steadiness > before > 0
