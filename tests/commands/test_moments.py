"""Times as people type them: a date is that day at noon, what cannot be is refused in one sentence."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from homecare.commands.moments import day, instant, past_instant

NEW_YORK = ZoneInfo("America/New_York")
NOW = datetime(2026, 6, 13, 8, tzinfo=NEW_YORK)


def test_a_date_alone_is_that_diary_day_at_noon() -> None:
    assert instant("2026-06-12", NEW_YORK, "--at", now=NOW) == datetime(2026, 6, 12, 12, tzinfo=NEW_YORK)


def test_todays_date_before_noon_means_now_for_a_record() -> None:
    assert past_instant("2026-06-13", NEW_YORK, "--at", now=NOW) == NOW


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-06-12T08:30", datetime(2026, 6, 12, 12, 30, tzinfo=UTC)),
        ("2026-06-12 08:30:15", datetime(2026, 6, 12, 12, 30, 15, tzinfo=UTC)),
        ("20260612T0830", datetime(2026, 6, 12, 12, 30, tzinfo=UTC)),
        ("2026-06-12T08:30Z", datetime(2026, 6, 12, 8, 30, tzinfo=UTC)),
        ("2026-06-12t08:30+05:30", datetime(2026, 6, 12, 3, tzinfo=UTC)),
    ],
)
def test_a_time_is_local_unless_it_says_its_own_offset(text: str, at: datetime) -> None:
    assert instant(text, NEW_YORK, "--at", now=NOW) == at


@pytest.mark.parametrize(
    "text",
    [
        "2026-W10",
        "2026-W10-1",
        "2026",
        "2026-06",
        "2026-163",
        "2026-02-30",
        "2026-06-12T24:00",
        "2026-06-12T08:61",
        "0001-01-01",
        "9999-12-31T23:59",
        "1447-12-26T08:30",
        "0001-01-01T00:00+14:00",
        "2026-03-08T02:30",
        "2026-06-12T08:30+25:00",
        "noon",
        "",
        "２０２６-06-12",
    ],
)
def test_what_is_no_time_of_this_world_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"^--at [^\n]+\.$"):
        instant(text, NEW_YORK, "--at", now=NOW)


@pytest.mark.parametrize("text", ["0001-01-05", "9999-12-31", "2026-W10", "2026-06-12T08:30", "2201-01-01"])
def test_a_day_has_a_year_between_1900_and_2200(text: str) -> None:
    with pytest.raises(ValueError, match=r"^--until must be a date"):
        day(text, "--until")
    assert day("2200-12-31", "--until") == date(2200, 12, 31)
