"""A rule stands only where it says exactly the same times."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homecare.exchange.calendar_series import Rule, Series, as_series

BERLIN = ZoneInfo("Europe/Berlin")
FIRST = datetime(2026, 3, 2, 19, 30, tzinfo=BERLIN)
WHOLE = FIRST.date() + timedelta(days=364)


def on_days(days: list[int], clock: time = time(19, 30)) -> list[datetime]:
    return [
        datetime.combine(FIRST.date() + timedelta(days=day), clock, tzinfo=BERLIN)
        for day in sorted(set(days))
    ]


def said(series: Series | None, alone: list[datetime]) -> set[datetime]:
    times = {each.astimezone(UTC) for each in alone}
    if series is not None:
        times |= {each.astimezone(UTC) for each in series.rule.times(series.first, series.last)}
        times -= {each.astimezone(UTC) for each in series.left_out}
    return times


def test_every_second_day_is_a_rule_from_the_first_day_on_which_it_holds() -> None:
    series, alone = as_series(on_days([0, *range(3, 365, 2)]), WHOLE)

    assert series is not None
    assert series.rule == Rule(every=2)
    assert series.first == on_days([3])[0]
    assert alone == on_days([0])


def test_twice_a_week_is_a_weekly_rule_and_never_daily() -> None:
    series, alone = as_series(on_days([day for day in range(365) if day % 7 in (0, 2)]), WHOLE)

    assert series is not None
    assert series.rule == Rule(weekdays=(0, 2))
    assert alone == []


def test_what_ends_before_the_year_does_is_no_rule() -> None:
    times = on_days(list(range(30)))

    assert as_series(times, WHOLE) == (None, times)


@given(
    days=st.lists(st.integers(0, 364), max_size=40),
    step=st.integers(1, 9),
    since=st.integers(0, 364),
    clock=st.sampled_from([time(19, 30), time(2, 30), time(0, 5)]),
)
def test_rule_and_single_times_together_say_the_times_and_no_other(
    days: list[int], step: int, since: int, clock: time
) -> None:
    times = on_days([*[day for day in days if day < since], *range(since, 365, step)], clock)

    assert said(*as_series(times, WHOLE)) == {each.astimezone(UTC) for each in times}
