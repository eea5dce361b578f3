from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.records.session import SkipReason
from homecare.domain.session import controls
from homecare.domain.session.controls import seen
from homecare.domain.session.done import what_was_done
from homecare.domain.session.position import Progress, position
from homecare.domain.session.script import Script, script_of
from homecare.domain.session.steps import Planned
from tests.domain.session.guided import (
    BALANCE,
    RAISE,
    ROLL,
    START,
    STRETCH,
    after,
    planned,
    script,
    seconds_left,
)

WHOLE = script(STRETCH, RAISE, ROLL)


def running(seconds: float) -> Progress:
    return seen(WHOLE, controls.start(START), after(seconds))


def place(progress: Progress, at: datetime, whole: Script = WHOLE) -> tuple[str, int, int]:
    here = position(whole, progress, at)
    return here.step.kind, here.step.rep, seconds_left(here)


def test_a_pause_stops_the_countdown() -> None:
    paused = controls.pause(WHOLE, running(10), after(10))

    assert place(paused, after(10)) == place(paused, after(10_000)) == ("hold", 1, 15)


def test_going_on_starts_at_the_second_it_was_paused() -> None:
    paused = controls.pause(WHOLE, running(10), after(10))
    going_on = controls.resume(WHOLE, paused, after(500))

    assert place(going_on, after(503)) == ("hold", 1, 12)


def test_back_in_the_middle_of_a_set_starts_the_set_again_with_five_seconds_to_get_ready() -> None:
    raising = running(85 + 8 + 20)

    assert place(controls.back(WHOLE, raising, after(113)), after(113)) == ("next", 1, 5)


def test_back_right_after_a_set_began_goes_to_the_set_before() -> None:
    raising = running(85 + 8 + 1)

    assert place(controls.back(WHOLE, raising, after(94)), after(94)) == ("ready", 1, 5)


def test_skip_during_a_rest_goes_straight_on() -> None:
    resting = running(5 + 20 + 3)

    assert place(controls.skip(WHOLE, resting, after(28)), after(28)) == ("hold", 2, 20)


def test_skip_while_working_leaves_out_the_rest_of_this_set_only() -> None:
    raising = running(85 + 8 + 4)
    here = position(WHOLE, controls.skip(WHOLE, raising, after(97)), after(97))

    assert (here.step.kind, here.step.set_no, seconds_left(here)) == ("rest", 2, 120)


def test_skipping_an_exercise_introduces_the_next_and_keeps_why() -> None:
    skipped = controls.skip_exercise(WHOLE, running(10), after(10), "pain")

    assert place(skipped, after(10)) == ("next", 1, 8)
    assert skipped.skips == ((0, "pain"),)


def test_a_paused_session_stays_paused_when_it_is_moved() -> None:
    paused = controls.pause(WHOLE, running(10), after(10))

    assert not position(WHOLE, controls.skip(WHOLE, paused, after(40)), after(40)).running


def test_skipping_the_last_exercise_finishes_the_session() -> None:
    only = script(ROLL)
    skipped = controls.skip_exercise(only, controls.start(START), after(1), "time")

    assert position(only, skipped, after(1)).finished


def test_a_session_that_ran_to_its_end_ended_with_its_last_step() -> None:
    only = script(ROLL)
    over = seen(only, seen(only, controls.start(START), after(100)), after(160))

    assert controls.finished_at(only, over, after(160)) == after(125)
    assert controls.finished_at(only, controls.pause(only, over, after(160)), after(900)) == after(125)


def test_an_ended_session_takes_no_more_steps() -> None:
    ended = controls.end_early(WHOLE, running(10), after(10))

    assert controls.resume(WHOLE, ended, after(20)) == controls.back(WHOLE, ended, after(20)) == ended
    assert position(WHOLE, ended, after(20)).finished


Act = tuple[str, int, SkipReason]
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("pause", "resume", "back", "skip", "skip_exercise", "seen", "end_early")),
        st.integers(-120_000, 400_000),
        st.sampled_from(("pain", "time", "tired", "equipment", "unsure", "other")),
    ),
    max_size=40,
)
ROUTINES = st.lists(
    st.builds(
        planned,
        st.sampled_from((STRETCH, BALANCE, RAISE, ROLL)),
        st.sampled_from(("left", "right", "both")),
    ),
    min_size=1,
    max_size=4,
)


def after_acts(whole: Script, acts: list[Act]) -> tuple[Progress, datetime]:
    progress, at = controls.start(START), START
    for name, gap_ms, reason in acts:
        at += timedelta(milliseconds=gap_ms)
        if name == "skip_exercise":
            progress = controls.skip_exercise(whole, progress, at, reason)
        elif name == "seen":
            progress = seen(whole, progress, at)
        else:
            progress = getattr(controls, name)(whole, progress, at)
    return progress, at


@given(ROUTINES, ACTS)
def test_whatever_is_pressed_and_however_the_clock_jumps_the_record_is_possible(
    routine: list[Planned], acts: list[Act]
) -> None:
    whole = script_of(routine)
    progress, at = after_acts(whole, acts)
    here = position(whole, progress, at)
    done = what_was_done(whole, progress, at)

    assert 0 <= here.offset_ms <= whole.total_ms
    assert len(done) == len(routine)
    for exercise in done:
        assert 0 <= exercise.sets_done <= exercise.sets_planned
        assert exercise.reps_done is None or 0 <= exercise.reps_done <= (exercise.reps_planned or 0)
        assert (exercise.outcome == "done") == (exercise.sets_done == exercise.sets_planned)
        assert exercise.outcome != "skipped" or exercise.seconds == 0


@given(st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 10_000_000)), max_size=20))
def test_pauses_add_nothing_to_the_time_played(runs_and_pauses: list[tuple[int, int]]) -> None:
    progress, at = controls.pause(WHOLE, controls.start(START), START), START
    for run_ms, pause_ms in runs_and_pauses:
        progress = controls.resume(WHOLE, progress, at)
        at += timedelta(milliseconds=run_ms)
        progress = controls.pause(WHOLE, progress, at)
        at += timedelta(milliseconds=pause_ms)
    ran = min(WHOLE.total_ms, sum(run for run, _pause in runs_and_pauses))

    assert position(WHOLE, progress, at).offset_ms == ran
    assert sum(end - start for start, end in progress.played) == ran
