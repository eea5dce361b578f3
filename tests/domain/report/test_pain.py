"""The one series of pain: gaps stay gaps, a week is a mean of enough days, nothing is invented."""

from datetime import timedelta

from homecare.domain.diary.by_day import highest_pain_by_day
from homecare.domain.report.pain import DAILY_UP_TO, HIGHEST, PainChart
from homecare.domain.report.report import Period
from tests.domain.care import Care, day_of
from tests.domain.report.reports import of, scored


def chart(care: Care, first: int, last: int) -> PainChart:
    found = of(care, Period(first=day_of(first), last=day_of(last)), last).pain
    assert found is not None
    return found


def test_a_day_without_an_entry_is_a_gap_and_not_zero() -> None:
    assert [point.primary for point in chart(scored(1, 5, None, 0), 1, 3).points] == [5.0, None, 0.0]


def test_an_entry_without_this_answer_is_told_apart_from_no_entry() -> None:
    care = scored(1, 5)
    care.entry(2, pain_now=3)

    points = chart(care, 1, 3).points

    assert [(point.scored, point.entered) for point in points] == [(1, 1), (0, 1), (0, 0)]


def test_the_highest_score_of_a_day_counts_whatever_it_is_called_and_soreness_does_not() -> None:
    care = Care()
    care.entry(1, 9, pain_now=2)
    care.entry(1, 20, pain_worst=6, needling_soreness=9)
    care.entry(2, needling_soreness=7)
    care.session(3, 8)

    records = care.records

    assert highest_pain_by_day(records.entries, records.sessions) == {day_of(1): 6, day_of(3): 8}


def test_without_a_score_of_the_plans_own_field_the_highest_pain_of_the_day_is_drawn() -> None:
    care = Care()
    for day in range(1, 9):
        care.entry(day, pain_now=day)

    found = chart(care, 1, 8)

    assert (found.field, found.baseline) == (HIGHEST, None)
    assert [point.primary for point in found.points] == [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]


def test_half_a_year_is_shown_by_day_and_more_by_week() -> None:
    care = scored(1, 5)

    daily, weekly = chart(care, 1, DAILY_UP_TO), chart(care, 1, DAILY_UP_TO + 1)

    assert (daily.weekly, len(daily.points)) == (False, DAILY_UP_TO)
    assert (weekly.weekly, len(weekly.points)) == (True, 26)
    assert (weekly.points[0].first, weekly.points[-1].last) == (day_of(1), day_of(DAILY_UP_TO + 1))
    assert {weekly.column_of(day_of(1) + timedelta(days=n)) for n in range(DAILY_UP_TO + 1)} == set(range(26))


def test_a_week_is_the_mean_of_four_or_more_days_with_its_highest_and_nothing_of_three() -> None:
    care = scored(176, *[1, 1, 9, 9, None, None, None], *[3, 3, 3], *[None] * 4)

    last, before = chart(care, 1, 189).points[-1], chart(care, 1, 189).points[-2]

    assert (before.primary, before.highest, before.scored) == (5.0, 9, 4)
    assert (last.primary, last.highest, last.scored, last.entered) == (None, 3, 3, 3)


def test_a_flare_that_goes_on_reaches_to_the_last_day_and_one_from_before_begins_at_the_edge() -> None:
    care = scored(1, *[3] * 20)
    care.worst(3, 3, 3, 3, 3, 3, 3, 8, 8, 8)

    assert chart(care, 1, 20).flares == (Period(first=day_of(8), last=day_of(20)),)
    assert chart(care, 10, 20).flares == (Period(first=day_of(10), last=day_of(20)),)
