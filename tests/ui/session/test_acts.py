import asyncio
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.session import controls
from homecare.ui.session.acts import (
    add_session,
    change_session,
    delete_session,
    ended_where_left,
    keep_place,
    left_run,
    put_back,
    save_session,
    session_of,
    turns_of,
    undo_change,
    without_app,
)
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState
from tests.ui.session.guided_care import LIBRARY, care_with_plan, guided_routine, wait


@pytest.fixture
def care(tmp_path: Path) -> CareState:
    return care_with_plan(tmp_path)


async def played(care: CareState, seconds: float) -> Guided:
    guided = guided_routine(care)
    wait(care, seconds)
    await guided.act(controls.pause)
    return guided


def test_a_left_session_is_picked_up_where_it_was(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))

    assert left_run(care) == guided.run


def test_remembering_the_place_asks_no_rule_and_no_second_look_at_the_folder(care: CareState) -> None:
    asked = care.today
    asyncio.run(played(care, 20))
    care.refresh_if_changed()

    assert care.today is asked
    assert care.session_left


def test_what_another_window_saved_meanwhile_is_still_found(care: CareState) -> None:
    guided = guided_routine(care)
    entry = DiaryEntry(id="e", at=care.now(), pain_now=3, created_at=care.now(), edited_at=care.now())
    care.store.add_entry(entry)
    asyncio.run(keep_place(care, guided.run))
    care.refresh_if_changed()

    assert [known.id for known in care.records.entries] == ["e"]


def test_a_finished_session_is_one_write_and_one_question_to_the_rules(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    answers: list[str | None] = []

    def heard(_care: object, field: str | None) -> None:
        answers.append(field)

    care.subscribe(heard)
    asyncio.run(save_session(care, guided.run, pain=2))

    assert answers.count("today") == 1
    assert not care.session_left


def test_a_saved_session_is_not_offered_again(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    asyncio.run(save_session(care, guided.run, pain=2))
    asyncio.run(keep_place(care, guided.run))

    assert left_run(care) is None


def test_a_left_session_that_cannot_be_read_is_no_reason_to_fail(care: CareState) -> None:
    care.store.save_progress({"version": 99})

    assert left_run(care) is None


def test_a_session_is_stored_with_what_was_really_done(care: CareState) -> None:
    guided = asyncio.run(played(care, 5 + 10 + 3 + 10))
    asyncio.run(save_session(care, guided.run, pain=4))
    (session,) = care.store.all_sessions()
    first, second = session.exercises

    assert (first.exercise, first.outcome, first.reps_done, first.reps_planned) == (
        "plantar-fascia-stretch",
        "cut-short",
        2,
        10,
    )
    assert (second.outcome, second.seconds) == ("skipped", 0)
    assert (session.pain_exercise, session.ended_early, session.slot) == (4, True, "morning")


def test_the_score_of_a_session_is_in_the_diary_too(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    asyncio.run(save_session(care, guided.run, pain=4))
    (entry,) = care.store.all_entries()

    assert (entry.pain_exercise, entry.session) == (4, guided.run.id)


def test_a_session_without_a_score_makes_no_diary_entry(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    asyncio.run(save_session(care, guided.run))

    assert care.store.all_entries() == []
    assert care.store.all_sessions()[0].pain_exercise is None


def test_a_session_rated_an_hour_later_still_ended_with_its_last_step(care: CareState) -> None:
    guided = guided_routine(care)
    wait(care, 1)
    only_last = replace(
        guided.run, progress=replace(guided.run.progress, offset_ms=guided.script.total_ms - 5000)
    )
    wait(care, 60)

    assert (session_of(only_last, care.now()).ended_at - only_last.started_at).total_seconds() == 5


def test_a_session_left_on_an_earlier_day_is_over_where_it_was_left(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    wait(care, 24 * 3600)
    over = ended_where_left(care, guided.run)
    asyncio.run(save_session(care, over, pain=3))
    (session,), (entry,) = care.store.all_sessions(), care.store.all_entries()

    assert over.progress.ended
    assert (session.ended_at - session.at).total_seconds() == 30
    assert (entry.day, entry.late) == (session.day, True)


def test_a_session_left_at_breakfast_can_go_on_at_night(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    wait(care, 12 * 3600)

    assert ended_where_left(care, guided.run) == guided.run


@pytest.mark.parametrize(
    ("exercise", "side", "turns"),
    [
        ("calf-stretch-straight", "left", ("left",)),
        ("calf-stretch-straight", "both", ("right", "left")),
        ("heel-raise-double", "both", ("both",)),
        ("seated-heel-raise", "right", ("both",)),
    ],
)
def test_both_feet_at_once_only_where_the_exercise_says_so(
    exercise: str, side: str, turns: tuple[str, ...]
) -> None:
    assert turns_of(side, both_at_once=LIBRARY.exercise(exercise).both_at_once) == turns


def test_a_corrected_session_changes_its_diary_entry_too_and_undo_takes_back_all_of_it(
    care: CareState,
) -> None:
    guided = asyncio.run(played(care, 30))
    asyncio.run(save_session(care, guided.run, pain=7))
    (before,), (entry,) = care.store.all_sessions(), care.store.all_entries()
    wait(care, 120)

    change = asyncio.run(change_session(care, before, before.exercises, 2))
    assert change is not None
    assert care.store.all_sessions()[0].pain_exercise == 2
    assert (care.store.all_entries()[0].pain_exercise, care.store.all_entries()[0].id) == (2, entry.id)

    asyncio.run(undo_change(care, change))
    assert (care.store.all_sessions(), care.store.all_entries()) == ([before], [entry])


def test_a_score_taken_from_a_session_leaves_no_empty_entry(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    asyncio.run(save_session(care, guided.run, pain=7))
    (before,), (entry,) = care.store.all_sessions(), care.store.all_entries()

    change = asyncio.run(change_session(care, before, before.exercises, None))
    assert change is not None
    assert care.store.all_entries() == []

    asyncio.run(undo_change(care, change))
    assert care.store.all_entries() == [entry]


def test_a_deleted_session_comes_back_whole(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    asyncio.run(save_session(care, guided.run, pain=7))
    (session,), (entry,) = care.store.all_sessions(), care.store.all_entries()

    entries = asyncio.run(delete_session(care, session))
    assert entries == [entry]
    assert care.store.is_empty() is False  # the plan stays
    assert (care.store.all_sessions(), care.store.all_entries()) == ([], [])

    asyncio.run(put_back(care, session, entries))
    assert (care.store.all_sessions(), care.store.all_entries()) == ([session], [entry])


def test_exercises_done_without_the_app_are_a_session_like_any_other(care: CareState) -> None:
    guided = asyncio.run(played(care, 30))
    exercises = session_of(guided.run, care.now()).exercises
    clock = care.now().time().replace(microsecond=0)
    made = without_app(care, day=care.today.day, clock=clock, slot="morning", exercises=exercises, pain=3)
    asyncio.run(add_session(care, *made))

    assert [session.pain_exercise for session in care.store.all_sessions()] == [3]
    assert [entry.session for entry in care.store.all_entries()] == [made[0].id]


def test_no_session_is_added_for_a_time_to_come_or_a_day_long_gone(care: CareState) -> None:
    day = care.today.day

    with pytest.raises(ValueError, match="still to come"):
        without_app(care, day=day, clock=time(23), slot="evening", exercises=(), pain=None)
    with pytest.raises(ValueError, match="today or yesterday"):
        without_app(
            care, day=day - timedelta(days=9), clock=time(23), slot="evening", exercises=(), pain=None
        )
