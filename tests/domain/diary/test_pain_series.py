from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.diary.pain_series import DAILY_UP_TO, highest_pain_by_day, pain_series, unbroken
from homecare.domain.records.diary import DiaryEntry

FIRST = date(2026, 11, 2)


def rated(day: date, hour: int = 9, **scores: Any) -> DiaryEntry:
    at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    return DiaryEntry(id=f"{at}", at=at, created_at=at, edited_at=at, **scores)


def on(n: int) -> date:
    return FIRST + timedelta(days=n)


def test_a_day_without_an_entry_is_a_gap_and_not_zero() -> None:
    series = pain_series({on(0): 5, on(2): 0}, on(0), on(2))

    assert [point.value for point in series.points] == [5.0, None, 0.0]
    assert [point.is_gap for point in series.points] == [False, True, False]


def test_the_line_is_never_joined_over_a_gap() -> None:
    series = pain_series({on(0): 5, on(1): 6, on(3): 4}, on(0), on(4))

    assert unbroken(series.points) == [[(0, 5.0), (1, 6.0)], [(3, 4.0)]]


def test_an_entry_without_this_answer_is_told_apart_from_no_entry() -> None:
    series = pain_series({on(0): 5}, on(0), on(2), entered={on(0), on(1)})

    assert [(point.scored, point.entered) for point in series.points] == [(1, 1), (0, 1), (0, 0)]


def test_the_worst_score_of_a_day_counts_and_soreness_after_needling_does_not() -> None:
    entries = [
        rated(on(0), pain_now=2),
        rated(on(0), 20, pain_worst=6, needling_soreness=9),
        rated(on(1), needling_soreness=7),
        rated(on(2), pain_first_step=0),
    ]

    assert highest_pain_by_day(entries) == {on(0): 6, on(2): 0}


def test_half_a_year_is_shown_by_day_and_more_by_week() -> None:
    daily = pain_series({}, on(0), on(DAILY_UP_TO - 1))
    weekly = pain_series({}, on(0), on(DAILY_UP_TO))

    assert (daily.weekly, len(daily.points)) == (False, DAILY_UP_TO)
    assert (weekly.weekly, len(weekly.points)) == (True, 26)


def test_a_week_shows_its_median_and_its_highest_day() -> None:
    last = on(DAILY_UP_TO + 10)
    scores = {last: 2, last - timedelta(days=1): 9, last - timedelta(days=6): 3}
    week = pain_series(scores, on(0), last).points[-1]

    assert (week.first, week.last) == (last - timedelta(days=6), last)
    assert (week.value, week.highest, week.scored) == (3.0, 9, 3)


def test_days_before_the_first_are_refused() -> None:
    with pytest.raises(ValueError, match="last day"):
        pain_series({}, on(1), on(0))


days = st.integers(0, 700)


@given(st.dictionaries(days.map(on), st.integers(0, 10)), days, days)
def test_points_cover_every_day_once_and_invent_nothing(scores: dict[date, int], a: int, b: int) -> None:
    first, last = on(min(a, b)), on(max(a, b))
    series = pain_series(scores, first, last)

    covered = [
        series_point.first + timedelta(days=n)
        for series_point in series.points
        for n in range((series_point.last - series_point.first).days + 1)
    ]
    assert covered == [first + timedelta(days=n) for n in range((last - first).days + 1)]
    inside = {day: score for day, score in scores.items() if first <= day <= last}
    assert sum(series_point.scored for series_point in series.points) == len(inside)
    for point in series.points:
        known = [score for day, score in inside.items() if point.first <= day <= point.last]
        assert point.is_gap == (not known)
        if point.value is not None:
            assert min(known) <= point.value <= max(known) == point.highest


@given(st.dictionaries(days.map(on), st.integers(0, 10)), days, days)
def test_every_value_is_drawn_once_and_neighbours_are_joined(scores: dict[date, int], a: int, b: int) -> None:
    series = pain_series(scores, on(min(a, b)), on(max(a, b)))
    stretches = unbroken(series.points)

    drawn = [place for stretch in stretches for place, _ in stretch]
    assert drawn == [n for n, point in enumerate(series.points) if not point.is_gap]
    assert all(right[0][0] - left[-1][0] > 1 for left, right in pairwise(stretches))


def test_a_place_on_the_axis_belongs_to_the_week_of_the_day() -> None:
    daily = pain_series({}, on(0), on(29))
    weekly = pain_series({}, on(0), on(363))

    assert daily.place(on(12)) == 12
    assert weekly.place(on(363)) == len(weekly.points) - 1
    assert (
        weekly.points[int(weekly.place(on(100)))].first
        <= on(100)
        <= weekly.points[int(weekly.place(on(100)))].last
    )


def test_ten_years_are_one_point_a_week() -> None:
    entries = [rated(on(n), hour, pain_now=n % 11) for n in range(3650) for hour in (8, 20)]
    highest = highest_pain_by_day(entries)
    series = pain_series(highest, on(0), on(3649), entered=set(highest))

    assert series.weekly
    assert len(series.points) == 522
