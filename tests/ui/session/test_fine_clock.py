from datetime import UTC, datetime, timedelta

from homecare.ui.session.fine_clock import FineClock

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
