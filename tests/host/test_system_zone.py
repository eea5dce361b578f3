"""Whatever a computer calls its zone, homecare keeps the time that the computer shows."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from homecare.domain.records.local_time import zone_name
from homecare.host.host import HostError
from homecare.host.local import LocalHost
from homecare.host.system_zone import system_zone, zone_of_rule


@pytest.fixture(autouse=True)
def _zone_as_before(monkeypatch: pytest.MonkeyPatch):
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "named",
    [
        "Europe/Berlin",
        ":America/New_York",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        "UTC+3",
        "<+03>-3",
        "EST5EDT,M3.2.0,M11.1.0",
        "EST5EDT",
        "XXX5YYY",
        "not a zone",
    ],
)
def test_the_offset_is_the_systems_own_all_through_the_year(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", named)
    host = LocalHost(tmp_path)
    now = host.now()

    for weeks in range(0, 53, 3):
        at = datetime.fromtimestamp(now.timestamp() + weeks * 7 * 86400, UTC)
        system = timedelta(seconds=time.localtime(at.timestamp()).tm_gmtoff)
        assert at.astimezone(host.zone).utcoffset() == system


def test_a_zone_with_a_known_name_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Africa/Casablanca")

    assert zone_name(system_zone(), datetime.now(UTC)) == "Africa/Casablanca"


def test_a_zone_without_a_name_is_called_by_its_offset() -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=UTC)

    assert zone_name(zone_of_rule("CET-1CEST,M3.5.0,M10.5.0/3"), summer) == "UTC+02:00"
    assert zone_name(zone_of_rule("<-0330>3:30"), summer) == "UTC-03:30"


def test_a_rule_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not a zone"):
        zone_of_rule("not a zone")


@pytest.mark.parametrize("named", ["UTC-25", "XXX30"])
def test_a_clock_a_day_from_utc_is_refused_in_a_sentence(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", named)

    with pytest.raises(HostError, match=r"a day or more from UTC"):
        system_zone()
