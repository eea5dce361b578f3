from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.session import controls
from homecare.domain.session.controls import caught_up, seen
from homecare.domain.session.position import position
from homecare.domain.session.steps import Step
from tests.domain.session.guided import BALANCE, RAISE, ROLL, START, STRETCH, after, script, seconds_left

WHOLE = script(STRETCH, BALANCE, RAISE, ROLL)


def kind_and_left(at_s: float) -> tuple[str, int]:
    here = position(WHOLE, seen(WHOLE, controls.start(START), after(max(0, at_s - 1))), after(at_s))
    return here.step.kind, seconds_left(here)


def test_the_countdown_shows_whole_seconds_from_full_to_one() -> None:
    assert [kind_and_left(s) for s in (0, 0.1, 4.2, 5, 5.5, 24.999)] == [
        ("ready", 5),
        ("ready", 5),
        ("ready", 1),
        ("hold", 20),
        ("hold", 20),
        ("hold", 1),
    ]


def test_a_tab_hidden_for_a_minute_comes_back_in_the_right_step() -> None:
    running = seen(WHOLE, controls.start(START), after(10))

    here = position(WHOLE, running, after(10 + 60))

    assert (here.step.kind, here.step.rep, seconds_left(here)) == ("hold", 3, 15)


def test_an_absence_of_more_than_three_minutes_waits_where_it_began() -> None:
    running = seen(WHOLE, controls.start(START), after(10))

    here = position(WHOLE, running, after(10 + 181))

    assert (here.away, here.running, here.step.kind, seconds_left(here)) == (True, False, "hold", 15)


def test_an_absence_of_exactly_three_minutes_is_still_a_long_rest() -> None:
    running = seen(WHOLE, controls.start(START), after(10))

    assert not position(WHOLE, running, after(10 + 180)).away


def test_going_on_after_an_absence_starts_where_it_was_left() -> None:
    running = seen(WHOLE, controls.start(START), after(10))
    next_morning = after(12 * 3600)

    going_on = controls.resume(WHOLE, caught_up(WHOLE, running, next_morning), next_morning)

    assert seconds_left(position(WHOLE, going_on, next_morning + timedelta(seconds=2))) == 13


def test_a_clock_put_back_does_not_stop_the_session() -> None:
    running = seen(WHOLE, controls.start(START), after(10))

    back_an_hour = seen(WHOLE, running, after(10 - 3600))

    assert seconds_left(position(WHOLE, back_an_hour, after(15 - 3600))) == 10


def test_the_end_of_the_script_is_the_end_of_the_session() -> None:
    running = replace(controls.start(START), seen_at=after(WHOLE.total_ms / 1000))

    here = position(WHOLE, running, after(WHOLE.total_ms / 1000))

    assert (here.finished, here.running, here.step.kind, here.remaining_ms) == (True, False, "done", 0)


@given(st.integers(0, 1_200_000))
def test_what_is_left_of_a_step_is_never_negative_nor_longer_than_the_step(gone_ms: int) -> None:
    at = START + timedelta(milliseconds=gone_ms)
    here = position(WHOLE, replace(controls.start(START), seen_at=at), at)

    assert 0 <= here.remaining_ms <= here.step.seconds * 1000


@given(st.lists(st.integers(0, 170_000), min_size=2, max_size=12))
def test_time_only_ever_moves_the_session_forward(gaps_ms: list[int]) -> None:
    running, at, places = controls.start(START), START, [0]
    for gap in gaps_ms:
        at += timedelta(milliseconds=gap)
        places.append(position(WHOLE, running, at).offset_ms)
        running = seen(WHOLE, running, at)

    assert places == sorted(places)
    assert places[-1] == min(sum(gaps_ms), WHOLE.total_ms)


def test_an_alternating_picture_belongs_to_introductions_and_timed_exercises() -> None:
    def shown(step: Step) -> bool:
        return step.frame == "alternate"

    assert {step.kind for step in WHOLE.steps if shown(step)} == {"ready", "next", "timed"}
