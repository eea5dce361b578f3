from datetime import date, timedelta

import pytest

from homecare.domain.diary.by_day import DayValue, highest_by_day
from homecare.domain.diary.change import baseline, baseline_day, change, label_of, weekly_changes
from tests.domain.care import LIBRARY, Care, day_of

BASELINE = LIBRARY.diary.baseline
CHANGE = LIBRARY.diary.change


def values(*scores: int | None, day: int = 1) -> dict[date, DayValue]:
    care = Care()
    for offset, score in enumerate(scores):
        if score is not None:
            care.entry(day + offset, pain_worst=score)
    return highest_by_day(care.entries, "pain_worst")


def test_the_baseline_is_the_mean_of_the_first_seven_days_with_four_values() -> None:
    found = baseline(values(4, None, 6, None, 5, None, 5, 10), day_of(1), BASELINE)

    assert found is not None
    assert (found.value, found.n) == (5, 4)


def test_three_values_are_no_baseline() -> None:
    assert baseline(values(4, None, 6, None, 5, None, None, 5), day_of(1), BASELINE) is None


@pytest.mark.parametrize(
    ("before", "now", "label"),
    [
        (6, 4, "clearly-better"),
        (8, 6, "little-better"),
        (6, 5, "little-better"),
        (7, 6, "same"),
        (6, 5.1, "same"),
        (4, 4.9, "same"),
        (4, 5, "little-worse"),
        (4, 5.9, "little-worse"),
        (4, 6, "clearly-worse"),
        (54 / 7, 68 / 7, "clearly-worse"),
        (29 / 7, 22 / 7, "little-better"),
        (20 / 3, 14 / 3, "clearly-better"),
    ],
)
def test_points_and_percent_together_name_the_change(before: float, now: float, label: str) -> None:
    assert label_of(before, now, CHANGE) == label


@pytest.mark.parametrize(("now", "label"), [(0, None), (1, None), (2, "little-worse"), (4, "clearly-worse")])
def test_b8_a_baseline_under_two_hides_getting_better_and_never_getting_worse(
    now: int, label: str | None
) -> None:
    found = change(values(*[1] * 7, *[now] * 7), day_of(1), day_of(14), BASELINE, CHANGE)

    assert (found.label, found.low_baseline, found.points) == (label, True, now - 1)


def test_b8_pain_that_starts_at_zero_can_be_worse() -> None:
    found = change(values(*[0] * 7, *[2] * 7), day_of(1), day_of(14), BASELINE, CHANGE)

    assert (found.label, found.percent) == ("clearly-worse", None)


def test_a_week_with_three_entries_has_no_label() -> None:
    found = change(values(*[5] * 7, 1, 1, 1), day_of(1), day_of(14), BASELINE, CHANGE)

    assert found.label is None
    assert found.latest is None


def test_a_missing_day_is_no_zero() -> None:
    found = change(values(*[5] * 7, 5, None, 5, None, 5, None, 5), day_of(1), day_of(14), BASELINE, CHANGE)

    assert found.label == "same"


def test_weeks_are_checked_once_they_are_over() -> None:
    scores = values(*[4] * 7, *[6] * 7, *[2] * 7)

    checks = weekly_changes(scores, day_of(1), day_of(21), BASELINE, CHANGE)
    later = weekly_changes(scores, day_of(1), day_of(22), BASELINE, CHANGE)

    assert [check.label for check in checks] == ["clearly-worse"]
    assert [change.label for change in later] == ["clearly-worse", "clearly-better"]


@pytest.mark.parametrize("day", range(10, 50))
@pytest.mark.parametrize("at_most", [1, 2, 9])
def test_the_latest_checks_are_the_end_of_all_of_them(day: int, at_most: int) -> None:
    scores = values(*[4, 6, 2, 5, 7] * 10)
    every = weekly_changes(scores, day_of(1), day_of(day), BASELINE, CHANGE)

    latest = weekly_changes(scores, day_of(1), day_of(day), BASELINE, CHANGE, at_most=at_most)
    assert latest == every[-at_most:]


def test_a_restart_after_28_silent_days_sets_a_new_baseline_and_an_earlier_one_does_not() -> None:
    care = Care()
    care.start("plantar-fasciitis", "pf-1", day=40)

    silent = baseline_day(care.plan, "plantar-fasciitis", [day_of(12)], BASELINE)
    writing = baseline_day(care.plan, "plantar-fasciitis", [day_of(12), day_of(13)], BASELINE)

    assert silent == day_of(40)
    assert writing == day_of(40) - timedelta(days=39)
