import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from homecare.ui.session.acts import left_run
from homecare.ui.session.running import FineClock, Guided
from homecare.ui.state.care import CareState
from tests.fixed_host import BERLIN
from tests.ui.session.guided_care import care_with_plan, guided_routine, wait

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Times:
    def __init__(self) -> None:
        self.wall, self.ticks = NOON, 100.0

    def pass_by(self, seconds: float, *, asleep: bool = False) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ticks += 0 if asleep else seconds

    def clock(self) -> FineClock:
        return FineClock(lambda: self.wall.replace(microsecond=0), lambda: self.ticks)


def test_it_tells_parts_of_a_second() -> None:
    times = Times()
    clock = times.clock()
    times.pass_by(2.25)

    assert clock.now() == NOON + timedelta(seconds=2.25)


def test_it_follows_the_wall_clock_when_the_device_slept() -> None:
    times = Times()
    clock = times.clock()
    times.pass_by(600, asleep=True)

    assert clock.now() == NOON + timedelta(seconds=600)


def test_it_follows_a_wall_clock_that_was_put_back() -> None:
    times = Times()
    clock = times.clock()
    times.wall -= timedelta(hours=1)

    assert clock.now() == NOON - timedelta(hours=1)


def test_no_hour_is_lost_or_won_while_the_clocks_go_back() -> None:
    """At 03:00 of 25 October 2026 Berlin's clocks show 02:00 again."""
    times = Times()
    times.wall = datetime(2026, 10, 25, 0, 59, 50, tzinfo=UTC).astimezone(BERLIN)
    clock = times.clock()
    before = clock.now()
    times.wall = (times.wall.astimezone(UTC) + timedelta(seconds=20)).astimezone(BERLIN)
    times.ticks += 20

    assert clock.now() - before == timedelta(seconds=20)


@pytest.fixture
def care(tmp_path: Path) -> CareState:
    return care_with_plan(tmp_path)


async def for_a_moment(guided: Guided) -> None:
    """Let the loop run once."""
    watching = asyncio.create_task(guided.watch())
    await asyncio.sleep(0.05)
    guided.close()
    await asyncio.gather(watching, return_exceptions=True)


def test_the_loop_shows_the_step_that_the_time_has_come_to(care: CareState) -> None:
    guided = guided_routine(care)
    wait(care, 5 + 10 + 1)
    asyncio.run(for_a_moment(guided))

    assert guided.step.kind == "change-over"


def test_a_window_nobody_looks_at_for_three_minutes_waits(care: CareState) -> None:
    guided = guided_routine(care)
    guided.look_away()
    wait(care, 200)
    asyncio.run(for_a_moment(guided))

    assert (guided.running, guided.waited, guided.step.kind) == (False, True, "ready")


def test_coming_back_within_three_minutes_goes_on(care: CareState) -> None:
    guided = guided_routine(care)
    guided.look_away()
    wait(care, 100)
    guided.look_back()
    asyncio.run(for_a_moment(guided))

    assert (guided.running, guided.waited, guided.step.rep) == (True, False, 8)


def test_closing_ends_the_loop(care: CareState) -> None:
    async def closed() -> bool:
        guided = guided_routine(care)
        watching = asyncio.create_task(guided.watch())
        await asyncio.sleep(0.01)
        guided.close()
        await asyncio.gather(watching, return_exceptions=True)
        return watching.cancelled()

    assert asyncio.run(closed())


def test_leaving_the_screen_pauses_and_keeps_the_place(care: CareState) -> None:
    guided = guided_routine(care)
    wait(care, 12)
    asyncio.run(guided.rest())
    kept = left_run(care)

    assert kept is not None
    assert (kept.progress.running_since, kept.progress.offset_ms) == (None, 12_000)


def test_a_session_left_running_overnight_opens_waiting_where_it_was_left(care: CareState) -> None:
    guided = guided_routine(care)
    wait(care, 12)
    asyncio.run(guided.keep())
    wait(care, 12 * 3600)
    kept = left_run(care)
    assert kept is not None
    again = Guided(care, kept)

    assert (again.running, again.waited) == (False, True)
