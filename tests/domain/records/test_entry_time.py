"""May this record be dated so? The same answer for every form and for the command line."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.records.entry_time import (
    TimeFault,
    TimeFaultError,
    check_entry_time,
    diary_entry_time,
    entry_time,
    is_late,
)
from homecare.wording.dates import time_fault

BERLIN = ZoneInfo("Europe/Berlin")
BACK, FORWARD = date(2026, 10, 25), date(2026, 3, 29)


def refused(day: date, clock: time, now: datetime) -> TimeFault:
    with pytest.raises(TimeFaultError) as caught:
        entry_time(day, clock, BERLIN, now=now)
    return caught.value.fault


def test_the_first_of_two_equal_times_is_meant_while_the_second_is_still_to_come() -> None:
    """At 02:10 for the second time, 02:50 was 20 minutes ago."""
    now = datetime(2026, 10, 25, 1, 10, tzinfo=UTC).astimezone(BERLIN)

    felt = entry_time(BACK, time(2, 50), BERLIN, now=now)

    assert felt.astimezone(UTC) == datetime(2026, 10, 25, 0, 50, tzinfo=UTC)


def test_the_later_of_two_equal_times_is_meant_once_it_has_passed() -> None:
    now = datetime(2026, 10, 25, 9, tzinfo=BERLIN)

    felt = entry_time(BACK, time(2, 50), BERLIN, now=now)

    assert felt.astimezone(UTC) == datetime(2026, 10, 25, 1, 50, tzinfo=UTC)


def test_a_time_that_the_clocks_skipped_is_refused() -> None:
    now = datetime(2026, 3, 29, 12, tzinfo=BERLIN)

    assert refused(FORWARD, time(2, 59), now) == TimeFault.NEVER_SHOWN
    assert entry_time(FORWARD, time(3), BERLIN, now=now).utcoffset() == timedelta(hours=2)


def test_a_time_to_come_and_a_year_nobody_lives_in_are_refused() -> None:
    now = datetime(2026, 6, 12, 12, tzinfo=BERLIN)

    assert refused(date(2026, 6, 12), time(12, 1), now) == TimeFault.STILL_TO_COME
    assert refused(date(1447, 12, 26), time(8), now) == TimeFault.OUT_OF_RANGE
    assert refused(date(9999, 12, 31), time(23, 59), now) == TimeFault.OUT_OF_RANGE


def test_a_diary_day_lasts_until_four_in_the_morning() -> None:
    now = datetime(2026, 6, 12, 12, tzinfo=BERLIN)

    felt = diary_entry_time(date(2026, 6, 11), time(3, 59), BERLIN, now=now)

    assert felt == datetime(2026, 6, 12, 3, 59, tzinfo=BERLIN)
    assert is_late(felt, now=now)
    assert not is_late(felt, now=felt)


def test_days_too_long_ago_are_refused_where_a_form_has_a_limit() -> None:
    now = datetime(2026, 6, 12, 12, tzinfo=BERLIN)
    old = now - timedelta(days=2)

    assert check_entry_time(old, now=now) == old
    with pytest.raises(TimeFaultError, match="too-long-ago"):
        check_entry_time(old, now=now, oldest=date(2026, 6, 11))


def test_every_reason_has_a_sentence_of_its_own() -> None:
    assert len({time_fault(fault) for fault in TimeFault}) == len(TimeFault)


@given(
    minutes=st.integers(0, 2 * 366 * 24 * 60),
    back=st.integers(0, 3 * 24 * 60),
    zone=st.sampled_from(
        ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "America/Santiago"]
    ).map(ZoneInfo),
)
def test_a_clock_time_that_was_shown_is_taken_as_the_last_instant_that_showed_it(
    minutes: int, back: int, zone: ZoneInfo
) -> None:
    now = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)).astimezone(zone)
    then = (now.astimezone(UTC) - timedelta(minutes=back)).astimezone(zone)

    taken = entry_time(then.date(), then.time(), zone, now=now)

    assert taken.replace(tzinfo=None, fold=0) == then.replace(tzinfo=None, fold=0)
    assert then.astimezone(UTC) <= taken.astimezone(UTC) <= now.astimezone(UTC)
