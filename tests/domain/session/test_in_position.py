from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from homecare.domain.records.session import ExerciseDone, Outcome, Session
from homecare.domain.session import controls
from homecare.domain.session.done import what_was_done
from homecare.domain.session.in_position import times_done, with_count_in
from homecare.domain.session.position import Position, Progress, position
from homecare.domain.session.script import script_of
from tests.domain.session.guided import BALANCE, ROLL, START, STRETCH, after, planned

ROUTINE = (
    planned(STRETCH, "left", exercise="arch-stretch"),
    planned(BALANCE, "left", "right", exercise="single-leg-balance"),
    planned(ROLL, "left", exercise="arch-roll"),
)


def session(number: int, *exercises: str, outcome: Outcome = "done") -> Session:
    at = START - timedelta(days=number + 1)
    return Session(
        id=f"s{number}",
        at=at,
        ended_at=at,
        created_at=at,
        edited_at=at,
        slot="evening",
        exercises=tuple(
            ExerciseDone(
                condition="plantar-heel-pain",
                item=name,
                exercise=name,
                side="left",
                sets_planned=1,
                sets_done=outcome == "done",
                outcome=outcome,
            )
            for name in exercises
        ),
    )


ALL_THREE_TIMES = [session(n, *(exercise.exercise for exercise in ROUTINE)) for n in range(3)]


def at(seconds: float, progress: Progress, known: bool) -> Position:
    script = script_of(with_count_in(ROUTINE, ALL_THREE_TIMES if known else [], "10"))
    return position(script, progress, after(seconds))


def test_every_exercise_of_a_first_session_waits_for_the_patient() -> None:
    routine = with_count_in(ROUTINE, [], "10")

    assert [(exercise.waits, exercise.known, exercise.count_in_s) for exercise in routine] == [
        (True, False, 10)
    ] * 3


def test_known_exercises_count_in_by_themselves_after_the_first() -> None:
    routine = with_count_in(ROUTINE, ALL_THREE_TIMES, "20")

    assert [(exercise.waits, exercise.known) for exercise in routine] == [
        (True, True),
        (False, True),
        (False, True),
    ]


def test_an_exercise_that_was_left_out_is_not_known_by_that() -> None:
    assert times_done([session(n, "arch-roll", outcome="skipped") for n in range(5)])["arch-roll"] == 0


def test_wait_for_me_waits_before_known_exercises_too_and_starts_soon_after_the_tap() -> None:
    routine = with_count_in(ROUTINE, ALL_THREE_TIMES, "wait")

    assert [(exercise.waits, exercise.count_in_s) for exercise in routine] == [(True, 3)] * 3


def test_nothing_counts_before_the_patient_is_in_position() -> None:
    waiting = at(600, controls.start(START), known=False)

    assert (waiting.unready, waiting.running, waiting.offset_ms, waiting.away) == (True, False, 0, False)


def test_ready_counts_ten_seconds_in_and_the_next_new_exercise_waits_again() -> None:
    script = script_of(with_count_in(ROUTINE, [], "10"))
    begun = controls.ready(script, controls.start(START), after(60))
    counting, working = position(script, begun, after(69)), position(script, begun, after(71))
    late = position(script, controls.seen(script, begun, after(150)), after(300))

    assert (counting.step.kind, counting.remaining_ms) == ("ready", 1000)
    assert working.step.kind == "hold"
    assert (late.step.item, late.unready, late.offset_ms) == (1, True, script.blocks[1].lead_ms)


def test_resume_does_not_start_what_waits_for_the_patient() -> None:
    script = script_of(with_count_in(ROUTINE, [], "10"))
    paused = controls.pause(script, controls.start(START), after(1))

    assert controls.resume(script, paused, after(2)) == paused


def test_a_step_back_does_not_ask_again() -> None:
    script = script_of(with_count_in(ROUTINE, [], "5"))
    begun = controls.ready(script, controls.start(START), START)
    again = controls.back(script, begun, after(7))

    assert not position(script, again, after(7)).unready


def test_an_exercise_can_be_left_out_before_it_starts() -> None:
    script = script_of(with_count_in(ROUTINE, [], "10"))
    past = controls.skip_exercise(script, controls.start(START), after(5), "equipment")
    here = position(script, past, after(5))
    first = what_was_done(script, past, after(5))[0]

    assert (here.step.item, here.unready) == (1, True)
    assert (first.outcome, first.reason, first.seconds) == ("skipped", "equipment", 0)


@given(st.integers(0, 900), st.sampled_from(["5", "10", "20", "wait"]))
def test_waiting_adds_nothing_to_what_was_done(waited_s: int, count_in: str) -> None:
    """However long each wait lasts, a session played to its end is recorded as one without waits."""
    waiting = script_of(with_count_in(ROUTINE, [], count_in))  # type: ignore[arg-type]
    plain = script_of([replace(exercise, waits=False) for exercise in waiting.planned])
    progress, now = controls.start(START), START
    while not position(waiting, progress, now).finished:
        now += timedelta(seconds=waited_s)
        progress = controls.ready(waiting, progress, now)
        for _look in range(300):
            now += timedelta(seconds=5)
            progress = controls.seen(waiting, progress, now)
            if not position(waiting, progress, now).running:
                break
        progress = controls.pause(waiting, progress, now)
    whole = Progress(offset_ms=plain.total_ms, played=((0, plain.total_ms),))

    assert what_was_done(waiting, progress, now) == what_was_done(plain, whole, START)
