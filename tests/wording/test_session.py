import pytest

from homecare.content.library import Library
from homecare.domain.library.dose import Dose, Tempo
from homecare.domain.records.session import ExerciseDone, Outcome, Session, SkipReason
from homecare.domain.session.steps import Kind, Step
from homecare.wording.session import (
    REASONS,
    announcement,
    countdown,
    done_line,
    ending,
    equipment_needed,
    exact_length,
    instruction,
    length,
    place,
    skip_reason,
)
from tests.domain.session.guided import RAISE, START, STRETCH, planned, script

LIBRARY = Library()
CALF = LIBRARY.exercise("calf-stretch-straight")


def step(kind: Kind, **changes: object) -> Step:
    values = {"seconds": 20, "item": 0, "turn": "right", "set_no": 2, "sets": 3, "rep": 1, "reps": 1}
    return Step(kind=kind, **{**values, **changes})  # type: ignore[arg-type]


def test_a_hold_is_one_word_and_the_exercise_s_own_cue() -> None:
    assert instruction(step("hold"), CALF) == f"Hold. {CALF.cues[0]}"


def test_getting_ready_says_how_the_exercise_starts() -> None:
    assert instruction(step("ready"), CALF) == f"Get ready. {CALF.steps[0]}"


def test_a_lowering_exercise_says_down_first_and_both_feet_up() -> None:
    lower = script(Dose(sets=1, reps=1, tempo=Tempo(up_s=0, hold_s=0, down_s=3))).steps[1:3]

    assert [instruction(step, CALF).split(" " + CALF.cues[0])[0] for step in lower] == [
        "Slowly down.",
        "Back up, both feet.",
    ]


def test_the_leg_and_the_set_stand_below_the_ring() -> None:
    assert place(step("hold")) == "Right leg · set 2 of 3"
    assert place(step("hold", turn="left", sets=1, set_no=1)) == "Left leg"


def test_before_an_exercise_starts_it_says_how_much_there_is() -> None:
    assert place(script(RAISE).steps[0]) == "Right leg · 2 sets of 3"
    assert place(script(STRETCH).steps[0]) == "Right leg · 3 repeats"


def test_a_screen_reader_hears_one_announcement_per_repetition() -> None:
    heard = [announcement(step, CALF) for step in script(RAISE).steps[1:7]]

    assert heard == ["Repeat 1 of 3"] * 3 + ["Repeat 2 of 3"] * 3


def test_every_reason_has_words_of_its_own() -> None:
    assert len({skip_reason(reason) for reason in REASONS}) == 6


@pytest.mark.parametrize(
    ("seconds", "said"), [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (150, "2 minutes")]
)
def test_lengths_are_said_in_minutes_from_one_minute_on(seconds: int, said: str) -> None:
    assert length(seconds) == said


def done(outcome: Outcome, reason: SkipReason | None = None, **counts: int | None) -> ExerciseDone:
    exercise = planned(STRETCH)
    return ExerciseDone(
        condition=exercise.condition,
        item=exercise.item,
        exercise=exercise.exercise,
        side="right",
        outcome=outcome,
        reason=reason,
        sets_planned=3,
        **counts,  # type: ignore[arg-type]
    )


def test_what_was_done_is_told_in_one_line() -> None:
    assert (
        done_line(done("done", sets_done=3, reps_done=36, reps_planned=36, seconds=300))
        == "3 sets · 12 repeats · right leg · 5 minutes"
    )
    assert (
        done_line(done("cut-short", "tired", sets_done=1, reps_done=12, reps_planned=36, seconds=90))
        == "1 of 3 sets · right leg · 2 minutes · too tired"
    )
    assert done_line(done("skipped", "pain")) == "Left out: It hurts"
    assert done_line(done("skipped")) == "Left out"


@pytest.mark.parametrize(
    ("seconds", "shown", "said"),
    [
        (9, "9", "9 seconds"),
        (60, "1:00", "1 minute"),
        (114, "1:54", "1 minute 54 seconds"),
        (605, "10:05", "10 minutes 5 seconds"),
    ],
)
def test_what_is_left_is_shown_as_on_a_clock_and_said_in_full(seconds: int, shown: str, said: str) -> None:
    assert (countdown(seconds), exact_length(seconds)) == (shown, said)


def test_what_a_routine_needs_names_each_thing_once() -> None:
    routine = [LIBRARY.exercise(name) for name in ("calf-stretch-bent", "ankle-circles", "calf-stretch-bent")]

    assert equipment_needed(routine) == "You need: wall, chair."


@pytest.mark.parametrize(
    ("exercises", "said"),
    [
        ([done("done"), done("done")], "You did the whole routine, as planned."),
        ([done("done"), done("skipped", "time")], "You did 1 of 2 exercises in full. All of it counts."),
        ([done("cut-short", "tired")], "You did a part of it. That counts."),
        ([done("skipped", "equipment")], "You left these out today. Saying why helps."),
        ([done("done"), done("cut-short", "pain")], "You stopped where it hurt. That was right."),
    ],
)
def test_a_session_ends_with_one_true_sentence_that_cheers_no_pain(
    exercises: list[ExerciseDone], said: str
) -> None:
    session = Session(
        id="s1",
        at=START,
        ended_at=START,
        created_at=START,
        edited_at=START,
        slot="evening",
        exercises=tuple(exercises),
    )

    assert ending(session) == said
