from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.library.dose import Dose, Tempo
from homecare.domain.session import controls
from homecare.domain.session.done import what_was_done
from homecare.domain.session.pace import (
    pace_of,
    pace_range,
    paced,
    rest_again,
    retimed,
    set_again,
    with_more_rest,
)
from homecare.domain.session.position import Position, position
from homecare.domain.session.resuming import Run, run_from_dict, run_to_dict
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
from tests.domain.session.test_controls import ACTS, Act, after_acts

WHOLE = script(STRETCH, BALANCE, RAISE, ROLL)
FREE = Dose(sets=2, reps=4, rest_s=30)


def run_of(*doses: Dose) -> Run:
    return Run(
        id="r1",
        started_at=START,
        slot="evening",
        planned=tuple(planned(dose) for dose in doses),
        progress=controls.start(START),
    )


def here(run: Run, at: datetime) -> Position:
    return position(run.script, run.progress, at)


@given(
    ACTS,
    st.dictionaries(st.integers(0, len(WHOLE.steps) - 2), st.integers(-2, 120), max_size=12),
)
def test_no_change_of_pace_makes_more_or_less_of_what_was_done(
    acts: list[Act], extra: dict[int, int]
) -> None:
    progress, at = after_acts(WHOLE, acts)
    run = Run(id="r1", started_at=START, slot="evening", planned=WHOLE.planned, progress=progress)
    changed = retimed(run, at, extra)
    before = what_was_done(run.script, run.progress, at)
    now = what_was_done(changed.script, changed.progress, at)

    assert [(exercise.sets_done, exercise.reps_done) for exercise in now] == [
        (exercise.sets_done, exercise.reps_done) for exercise in before
    ]
    assert here(changed, at).index == here(run, at).index


@pytest.mark.parametrize(
    ("dose", "allowed"),
    [
        (FREE, (-1, 2)),
        (RAISE, (0, 2)),
        (Dose(sets=1, reps=5, tempo=Tempo(up_s=0, hold_s=0, down_s=4)), (0, 2)),
        (STRETCH, (0, 0)),
        (ROLL, (0, 0)),
    ],
)
def test_a_prescribed_tempo_is_never_hurried_and_a_hold_keeps_its_length(
    dose: Dose, allowed: tuple[int, int]
) -> None:
    assert pace_range(dose) == allowed


def test_slower_holds_from_the_next_repetition_to_the_last_of_the_exercise_and_not_beyond() -> None:
    run = paced(run_of(RAISE, FREE), after(6), 1)
    ways = [step.seconds for step in run.script.steps if step.kind in ("up", "down")]

    assert ways == [3, 3] + [4, 4] * 5 + [2, 2] * 8
    assert pace_of(run, 0) == 1


def test_a_tap_too_many_changes_nothing() -> None:
    run = run_of(RAISE)
    for _tap in range(5):
        run = paced(run, after(1), 1)
    slowest = pace_of(run, 0)
    for _tap in range(9):
        run = paced(run, after(1), -1)

    assert (slowest, pace_of(run, 0), run.extra) == (2, 0, ())


def test_thirty_seconds_more_lengthen_the_rest_that_is_running() -> None:
    run = run_of(BALANCE)
    resting = with_more_rest(run, after(45))

    assert (here(run, after(45)).step.kind, seconds_left(here(run, after(45)))) == ("rest", 20)
    assert seconds_left(here(resting, after(45))) == 50


def test_a_rest_grows_by_two_minutes_at_most() -> None:
    run = run_of(BALANCE)
    for _tap in range(9):
        run = with_more_rest(run, after(45))

    assert seconds_left(here(run, after(45))) == 20 + 120


def test_while_working_there_is_no_rest_to_lengthen() -> None:
    run = run_of(BALANCE)

    assert with_more_rest(run, after(10)) == run


def test_one_more_rest_comes_before_the_repetition_that_had_begun() -> None:
    run = rest_again(run_of(STRETCH), after(5 + 20 + 10 + 7))
    rest = here(run, after(42))

    assert (rest.step.kind, rest.step.rep, seconds_left(rest)) == ("rest", 2, 30)
    assert (here(run, after(73)).step.kind, here(run, after(73)).step.rep) == ("hold", 2)


def test_a_set_can_be_done_again_and_counts_once() -> None:
    run = run_of(BALANCE)
    again = set_again(run, after(40))
    whole = run.script.total_ms / 1000

    assert (here(run, after(40)).step.kind, here(again, after(46)).step.set_no) == ("rest", 1)
    progress = again.progress
    for second in range(40, 140, 5):
        progress = controls.seen(again.script, progress, after(second))
    (done,) = what_was_done(again.script, progress, after(140))
    assert (done.sets_done, done.outcome, done.seconds > whole - 5) == (2, "done", True)


def test_the_patient_s_pace_comes_back_with_a_session_that_was_left() -> None:
    run = with_more_rest(paced(run_of(RAISE), after(1), 1), after(2))

    assert run_from_dict(run_to_dict(run)) == run
