"""The clinician's page as a value: its numbers, its charts, and what is never said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from homecare.domain.report.period import report_days, usual_period
from homecare.domain.report.report import Period, report
from tests.domain.care import LIBRARY, LONDON, SHORT_FOOT, Care, day_of, when
from tests.domain.prescribing import accept, prescribed
from tests.domain.report.reports import of, scored


def test_four_points_less_than_the_first_week_is_clearly_better() -> None:
    made = of(scored(1, *[6] * 7, *[4] * 14, *[2] * 7))

    assert made.tiles is not None
    tile = made.tiles.primary
    assert (tile.field, tile.label, tile.days, tile.baseline_days) == (
        "pain_first_step",
        "Clearly better",
        7,
        7,
    )
    assert (tile.change.points, round(tile.change.percent or 0)) == (-4.0, -67)


def test_three_scores_in_the_latest_week_give_no_mean_and_no_label() -> None:
    made = of(scored(1, *[6] * 21, 2, None, 2, None, None, 2, None))

    assert made.tiles is not None
    assert made.tiles.primary.change.latest is None
    assert (made.tiles.primary.days, made.tiles.primary.label) == (3, "")


def test_a_baseline_under_two_shows_numbers_and_no_label() -> None:
    made = of(scored(1, *[1] * 28))

    assert made.tiles is not None
    assert made.tiles.primary.change.low_baseline
    assert made.tiles.primary.label == ""


def test_a_missing_day_is_a_gap_in_the_chart_not_zero_pain() -> None:
    made = of(scored(1, 5, None, 0, *[3] * 20))

    assert made.pain is not None
    assert [point.primary for point in made.pain.points[:4]] == [5.0, None, 0.0, 3.0]
    assert made.tiles is not None
    assert (made.tiles.diary.recorded, made.tiles.diary.days) == (22, 28)


def test_the_first_and_the_last_day_belong_to_the_period() -> None:
    care = scored(1, *[5] * 28)
    made = of(care, Period(first=day_of(10), last=day_of(20)))

    assert made.pain is not None
    assert (made.pain.points[0].first, made.pain.points[-1].last) == (day_of(10), day_of(20))
    assert made.tiles is not None
    assert made.tiles.diary.recorded == 11


def test_nothing_written_after_the_period_is_known_in_it() -> None:
    care = scored(1, *[5] * 20)
    before = of(care, Period(first=day_of(1), last=day_of(20)))
    care.entry(21, 9, pain_first_step=9, pain_worst=10)

    assert of(care, Period(first=day_of(1), last=day_of(20))) == before


def test_worst_pain_is_its_own_line_only_where_it_is_not_the_primary_field() -> None:
    heel, shin = Care(), Care("shin-splints", "ss-1")
    heel.mornings(2)
    for care in (heel, shin):
        care.worst(*[4] * 10)

    first = of(heel).pain
    assert first is not None
    assert [point.worst for point in first.points][:2] == [4.0, 4.0]
    made = of(shin).pain
    assert made is not None
    assert made.field == "pain_worst"
    assert {point.worst for point in made.points} == {None}


def test_sessions_are_counted_against_the_plan_and_named_without_blame() -> None:
    care = scored(1, *[3] * 28)
    for day in range(1, 29):
        if day % 2:
            care.session(day, 1, SHORT_FOOT)

    made = of(care).tiles
    assert made is not None
    assert made.sessions is not None
    assert (made.sessions.done, made.sessions.planned) == (13, 78), "day 1 began before its plan did"
    assert (made.sessions.percent, made.sessions.word) == (17, "low")


def test_each_session_day_has_its_letter_and_an_open_one_is_not_final() -> None:
    care = scored(1, *[3] * 10)
    care.session(8, 1, SHORT_FOOT)
    care.session(9, 4, SHORT_FOOT)
    care.session(10, 2, SHORT_FOOT)
    made = of(care, Period(first=day_of(1), last=day_of(10)), day=10).strip

    assert made is not None
    shown = {day.day: (day.light, day.settled, day.pain) for day in made.days}
    assert shown[day_of(8)] == ("green", True, 1)
    assert shown[day_of(9)] == ("amber", True, 4)
    assert shown[day_of(10)] == ("green", False, 2)
    assert shown[day_of(7)] == (None, False, None)


def test_a_few_entries_give_no_numbers() -> None:
    made = of(scored(1, *[4] * 6))

    assert (made.extent, made.tiles, made.strip, made.plan) == ("thin", None, None, ())
    assert made.pain is not None
    assert made.sites is not None


def test_years_have_a_point_a_week_and_no_mean_of_fewer_than_four_days() -> None:
    care = scored(1, *[4] * 3, *[None] * 11, *[6] * 7)
    made = of(care, Period(first=day_of(-179), last=day_of(21)), day=21).pain

    assert made is not None
    assert made.weekly
    assert [point.primary for point in made.points[-3:]] == [None, None, 6.0]


def test_the_usual_period_is_four_weeks() -> None:
    assert usual_period(date(2026, 3, 28)) == Period(first=date(2026, 3, 1), last=date(2026, 3, 28))


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="period-backwards"):
        Period(first=day_of(2), last=day_of(1))


def test_the_named_days_are_all_a_report_rests_on() -> None:
    care = scored(1, *[5] * 7)
    for day in range(40, 200):
        care.entry(day, 8, pain_first_step=2, pain_worst=3)
        care.session(day, 1, SHORT_FOOT)
    whole, at = care.records, when(199, 22)
    period = usual_period(day_of(199))
    spans = report_days(whole.plan, period, at)

    def kept(day: date) -> bool:
        return any(first <= day <= last for first, last in spans)

    some = replace(
        whole,
        entries=tuple(entry for entry in whole.entries if kept(entry.day)),
        sessions=tuple(session for session in whole.sessions if kept(session.day)),
    )
    assert len(some.entries) < len(whole.entries)
    assert report(some, LIBRARY, period, at, LONDON) == report(whole, LIBRARY, period, at, LONDON)


def test_the_baseline_week_stays_known_long_after() -> None:
    care = scored(1, *[6] * 7)
    for day in range(300, 330):
        care.entry(day, 8, pain_first_step=3)
    made = of(care, usual_period(day_of(329)), day=329)

    assert made.tiles is not None
    assert made.tiles.primary.change.baseline is not None
    assert made.tiles.primary.change.baseline.value == 6.0
    assert made.pain is not None
    assert made.pain.baseline_from == day_of(1)
    assert made.header.period.first == day_of(329) - timedelta(days=27)


def test_a_clinicians_own_plan_is_the_first_of_the_plan_table_and_so_the_last_to_be_left_out() -> None:
    care = scored(1, *[4] * 10)
    accept(care, prescribed(condition="ankle-sprain", phase="as-2"), 6)
    made = of(care)

    assert len({row.condition for row in made.plan}) == 2
    assert made.plan[0].condition == "ankle-sprain"
