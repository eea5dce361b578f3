from homecare.domain.records.session import ExerciseDone
from homecare.domain.session import controls
from homecare.domain.session.controls import seen
from homecare.domain.session.done import what_was_done
from homecare.domain.session.position import Progress
from homecare.domain.session.script import Script, script_of
from tests.domain.session.guided import BALANCE, RAISE, ROLL, START, STRETCH, after, planned, script


def ran(whole: Script, seconds: float, progress: Progress | None = None, since: float = 0) -> Progress:
    """The session after `seconds` with somebody there all the time."""
    progress = progress or controls.start(START)
    for minute in range(int(since), int(seconds), 60):
        progress = seen(whole, progress, after(minute))
    return seen(whole, progress, after(seconds))


def told(done: ExerciseDone) -> tuple[str, int, int | None, int]:
    return done.outcome, done.sets_done, done.reps_done, done.seconds


def test_a_session_played_to_its_end_is_done_with_its_rests_but_without_its_lead_ins() -> None:
    whole = script(STRETCH, RAISE)
    played = ran(whole, whole.total_ms / 1000)

    assert [told(done) for done in what_was_done(whole, played, after(1000))] == [
        ("done", 1, 3, 80),
        ("done", 2, 6, 168),
    ]


def test_an_exercise_ended_half_way_counts_its_whole_repetitions_only() -> None:
    whole = script(RAISE)
    ended = controls.end_early(whole, ran(whole, 5 + 8 + 6), after(5 + 8 + 6))

    assert [told(done) for done in what_was_done(whole, ended, after(60))] == [("cut-short", 0, 1, 14)]


def test_exercises_after_an_early_end_are_skipped_without_a_reason() -> None:
    whole = script(ROLL, STRETCH)
    ended = controls.end_early(whole, ran(whole, 65), after(65))
    done = what_was_done(whole, ended, after(70))

    assert [(exercise.outcome, exercise.seconds, exercise.reason) for exercise in done] == [
        ("cut-short", 60, None),
        ("skipped", 0, None),
    ]


def test_an_exercise_skipped_for_pain_says_so() -> None:
    whole = script(STRETCH, ROLL)
    skipped = controls.skip_exercise(whole, ran(whole, 2), after(2), "pain")
    done = what_was_done(whole, skipped, after(2))

    assert [(exercise.outcome, exercise.reason) for exercise in done] == [
        ("skipped", "pain"),
        ("skipped", None),
    ]


def test_going_back_to_a_skipped_exercise_and_doing_it_takes_the_reason_away() -> None:
    whole = script(STRETCH, ROLL)
    back = controls.back(whole, controls.skip_exercise(whole, ran(whole, 2), after(2), "unsure"), after(3))
    played = ran(whole, 100, back, since=3)

    first = what_was_done(whole, played, after(100))[0]
    assert (first.outcome, first.reason) == (
        "done",
        None,
    )


def test_a_set_done_twice_counts_once_but_its_time_counts_twice() -> None:
    whole = script(ROLL)
    once = ran(whole, 5 + 100)
    again = ran(whole, 105 + 5 + 120, controls.back(whole, once, after(105)), since=105)

    assert [told(done) for done in what_was_done(whole, again, after(300))] == [("done", 1, None, 220)]


def test_an_exercise_for_both_legs_counts_the_leg_that_did_fewer() -> None:
    whole = script_of([planned(BALANCE, "right", "left")])
    ended = controls.end_early(whole, ran(whole, 140), after(140))
    (exercise,) = what_was_done(whole, ended, after(140))

    assert (exercise.side, exercise.sets_planned, exercise.reps_planned) == ("both", 2, 2)
    assert told(exercise) == ("cut-short", 1, 1, 135)


def test_a_slip_of_the_finger_is_no_begun_exercise() -> None:
    whole = script(STRETCH, ROLL)
    skipped = controls.skip_exercise(whole, ran(whole, 5.4), after(5.4), "time")

    assert told(what_was_done(whole, skipped, after(6))[0]) == ("skipped", 0, 0, 0)
