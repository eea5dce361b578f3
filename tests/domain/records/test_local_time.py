"""Quiet hours by the clock on the patient's wall, whatever the clock does."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.records.local_time import QuietHours, after_quiet_hours, in_quiet_hours, local_instant

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
NIGHT = QuietHours(start=time(21, 30), end=time(8))


def london(month: int, day: int, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON, fold=fold)


def new_york(month: int, day: int, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=NEW_YORK, fold=fold)


def test_quiet_hours_begin_on_the_minute_and_end_on_the_minute():
    asked = [london(3, 10, 21, 29), london(3, 10, 21, 30), london(3, 11, 7, 59), london(3, 11, 8)]

    assert [in_quiet_hours(at, NIGHT, LONDON) for at in asked] == [False, True, True, False]


def test_quiet_hours_may_lie_within_one_day():
    nap = QuietHours(start=time(13), end=time(14, 30))

    assert after_quiet_hours(london(3, 10, 13, 10), nap, LONDON) == london(3, 10, 14, 30)
    assert not in_quiet_hours(london(3, 10, 2), nap, LONDON)


def test_equal_times_mean_no_quiet_hours():
    never = QuietHours(start=time(22), end=time(22))

    assert after_quiet_hours(london(3, 10, 22), never, LONDON) == london(3, 10, 22)


def test_before_and_after_midnight_move_to_the_same_morning():
    assert after_quiet_hours(london(3, 10, 22), NIGHT, LONDON) == london(3, 11, 8)
    assert after_quiet_hours(london(3, 11, 2), NIGHT, LONDON) == london(3, 11, 8)


def test_the_night_before_a_leap_day_ends_on_the_leap_day():
    at = datetime(2028, 2, 28, 23, tzinfo=LONDON)

    assert after_quiet_hours(at, NIGHT, LONDON) == datetime(2028, 2, 29, 8, tzinfo=LONDON)


def test_the_night_the_clocks_go_forward_is_an_hour_shorter():
    evening = london(3, 28, 22)
    morning = after_quiet_hours(evening, NIGHT, LONDON)

    assert morning.isoformat() == "2026-03-29T08:00:00+01:00"
    assert morning.astimezone(UTC) - evening.astimezone(UTC) == timedelta(hours=9)


def test_the_night_the_clocks_go_back_is_an_hour_longer():
    evening = new_york(10, 31, 22)
    morning = after_quiet_hours(evening, NIGHT, NEW_YORK)

    assert morning.isoformat() == "2026-11-01T08:00:00-05:00"
    assert morning.astimezone(UTC) - evening.astimezone(UTC) == timedelta(hours=11)


def test_an_end_that_the_clocks_skip_counts_as_if_they_had_not():
    until_half_two = QuietHours(start=time(22), end=time(2, 30))

    end = after_quiet_hours(new_york(3, 8, 0), until_half_two, NEW_YORK)

    assert end.isoformat() == "2026-03-08T03:30:00-04:00"


def test_an_end_that_comes_twice_is_the_second_one():
    until_half_one = QuietHours(start=time(22), end=time(1, 30))

    end = after_quiet_hours(london(10, 25, 0), until_half_one, LONDON)

    assert end.isoformat() == "2026-10-25T01:30:00+00:00"
    assert in_quiet_hours(london(10, 25, 1, 45), until_half_one, LONDON)
    assert not in_quiet_hours(london(10, 25, 1, 45, fold=1), until_half_one, LONDON)


def test_a_start_that_the_clocks_skip_is_quiet_from_the_jump_on():
    from_half_one = QuietHours(start=time(1, 30), end=time(8))

    assert in_quiet_hours(london(3, 29, 2, 0), from_half_one, LONDON)
    assert not in_quiet_hours(london(3, 29, 0, 59), from_half_one, LONDON)


def test_after_travel_the_clock_of_the_place_counts():
    noon_in_london = london(6, 10, 12)

    assert not in_quiet_hours(noon_in_london, NIGHT, LONDON)
    assert after_quiet_hours(noon_in_london, NIGHT, NEW_YORK) == new_york(6, 10, 8)


def test_a_day_that_a_whole_country_skipped_still_ends_its_quiet_hours():
    samoa = ZoneInfo("Pacific/Apia")
    evening = datetime(2011, 12, 29, 22, tzinfo=samoa)

    assert after_quiet_hours(evening, NIGHT, samoa).isoformat() == "2011-12-31T08:00:00+14:00"


def test_a_local_time_that_comes_twice_is_the_first_unless_the_last_is_wanted():
    day = london(10, 25, 12).date()

    assert local_instant(day, time(1, 30), LONDON).utcoffset() == timedelta(hours=1)
    assert local_instant(day, time(1, 30), LONDON, last=True).utcoffset() == timedelta(0)


ZONES = st.sampled_from(
    ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]
).map(ZoneInfo)
CLOCKS = st.integers(0, 1439).map(lambda minute: time(minute // 60, minute % 60))
INSTANTS = st.one_of(
    st.integers(1_262_304_000, 2_208_988_800).map(lambda second: datetime.fromtimestamp(second, tz=UTC)),
    st.builds(
        lambda jump, minutes: jump + timedelta(minutes=minutes),
        st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC)]),
        st.integers(-1500, 1500),
    ),
)


@given(at=INSTANTS, start=CLOCKS, end=CLOCKS, zone=ZONES)
def test_what_comes_after_quiet_hours_is_never_quiet_and_never_earlier(at, start, end, zone):
    quiet = QuietHours(start=start, end=end)

    moved = after_quiet_hours(at, quiet, zone)

    assert not in_quiet_hours(moved, quiet, zone)
    assert not quiet.covers(moved.time()) or quiet.none
    assert moved >= at
    assert (moved.astimezone(UTC) == at) == (not in_quiet_hours(at, quiet, zone))
