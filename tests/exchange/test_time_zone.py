"""A calendar that knows nothing of a zone learns from the file when its clocks change."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from homecare.exchange.time_zone import onsets, tzid, vtimezone
from homecare.host.system_zone import zone_of_rule

ZONES = (
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "America/Santiago",
    "America/St_Johns",
    "Africa/Casablanca",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Pacific/Auckland",
    "Pacific/Chatham",
)
FIRST, LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)


def offset_by_the_file(made: Any, at: datetime) -> timedelta:
    """The offset that RFC 5545 gives an instant: that of the latest onset, each in the offset before it."""
    found = [
        ((part["dtstart"].dt - part["tzoffsetfrom"].td).replace(tzinfo=UTC), part["tzoffsetto"].td)
        for part in made.subcomponents
    ]
    offset: timedelta = max(part for part in found if part[0] <= at)[1]
    return offset


@pytest.mark.parametrize("name", ZONES)
def test_the_file_says_of_every_hour_what_the_zone_says(name: str) -> None:
    zone = ZoneInfo(name)
    made = vtimezone(zone, name, FIRST, LAST)

    at = FIRST
    while at < LAST:
        assert offset_by_the_file(made, at) == at.astimezone(zone).utcoffset(), at
        at += timedelta(hours=7)
    for onset in onsets(zone, FIRST, LAST):
        for around in (-timedelta(minutes=1), timedelta(0)):
            assert (
                offset_by_the_file(made, onset.at + around)
                == (onset.at + around).astimezone(zone).utcoffset()
            )


def test_an_onset_stands_in_the_local_time_of_the_offset_before_it() -> None:
    (forward,) = [
        onset
        for onset in onsets(ZoneInfo("Europe/Berlin"), FIRST, LAST)
        if onset.at.date().isoformat() == "2026-03-29"
    ]

    assert (forward.local, forward.before) == (datetime(2026, 3, 29, 2), timedelta(hours=1))  # noqa: DTZ001


def test_a_zone_without_a_name_is_explained_under_a_name_of_its_own() -> None:
    zone = zone_of_rule("CET-1CEST,M3.5.0,M10.5.0/3")

    assert tzid(zone, FIRST) == "homecare/CEST-CET"
    assert tzid(ZoneInfo("Etc/UTC"), FIRST) is None
    made = vtimezone(zone, "homecare/CEST-CET", FIRST, LAST)
    assert offset_by_the_file(made, datetime(2026, 7, 1, tzinfo=UTC)) == timedelta(hours=2)
