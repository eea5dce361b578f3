"""Own activities: minutes of the day and of the week."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from homecare.domain.diary.activity import activity, with_more
from homecare.domain.library.faults import FaultError
from homecare.domain.records.diary import DiaryEntry

DAY = date(2026, 11, 23)


def entry(days_ago: int, hour: int = 12, **answers: Any) -> DiaryEntry:
    at = datetime(2026, 11, 23, hour, tzinfo=UTC) - timedelta(days=days_ago)
    return DiaryEntry(id=f"{days_ago}-{hour}", at=at, created_at=at, edited_at=at, **answers)


def test_the_later_total_of_a_day_takes_the_place_of_the_earlier_one() -> None:
    walked = activity("walk_min", [entry(0, 9, walk_min=20), entry(0, 18, walk_min=35)], DAY)

    assert (walked.today_min, walked.week_min, walked.week_before_min) == (35, 35, 0)


def test_the_last_seven_days_and_the_seven_before_are_counted_apart() -> None:
    run = activity("run_min", [entry(6, run_min=10), entry(7, run_min=30), entry(14, run_min=99)], DAY)

    assert (run.today_min, run.week_min, run.week_before_min) == (0, 10, 30)


def test_standing_is_kept_in_half_hours() -> None:
    stood = activity("standing_h", [entry(0, standing_h=1.5)], DAY)

    assert stood.today_min == 90
    assert (with_more("standing_h", 90, 30), with_more("standing_h", 0, 5)) == (2.0, 0.5)


def test_more_than_a_day_can_hold_is_refused() -> None:
    assert with_more("swim_min", 280, 20) == 300
    with pytest.raises(FaultError):
        with_more("swim_min", 290, 20)
