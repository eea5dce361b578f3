import asyncio
from pathlib import Path

import pytest

from homecare.ui.session import control_acts
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState
from tests.ui.session.guided_care import care_with_plan, guided_routine, wait


@pytest.fixture
def care(tmp_path: Path) -> CareState:
    return care_with_plan(tmp_path)


@pytest.fixture
def working(care: CareState) -> Guided:
    """A session 7 seconds in: 2 seconds into the first hold of 10."""
    run = guided_routine(care).run
    wait(care, 7)
    return Guided(care, run)


def seconds_left(guided: Guided) -> int:
    return -(-guided.left_ms() // 1000)


def test_asking_stops_the_clock_and_staying_goes_on_where_it_was(care: CareState, working: Guided) -> None:
    asyncio.run(control_acts.ask(working, "end"))
    wait(care, 500)
    asyncio.run(control_acts.stay(working, "end"))

    assert (working.running, working.step.kind, seconds_left(working)) == (True, "hold", 8)


def test_staying_leaves_a_paused_session_paused(care: CareState, working: Guided) -> None:
    asyncio.run(control_acts.toggle(working))
    asyncio.run(control_acts.ask(working, "end"))
    asyncio.run(control_acts.stay(working, "end"))

    assert not working.running


def test_skip_while_working_asks_why(working: Guided) -> None:
    asyncio.run(control_acts.skip(working))

    assert working.asking == "skip"


def test_skip_before_a_set_asks_nothing(care: CareState) -> None:
    guided = guided_routine(care)
    asyncio.run(control_acts.skip(guided))

    assert (guided.asking, guided.step.kind) == ("", "hold")


def test_leaving_out_for_pain_waits_for_the_advice_to_be_read(care: CareState, working: Guided) -> None:
    asyncio.run(control_acts.skip(working))
    asyncio.run(control_acts.leave_out(working, "pain"))

    assert (working.asking, working.running, working.step.kind) == ("pain", False, "next")


def test_a_late_dismissal_of_an_answered_question_does_nothing(care: CareState, working: Guided) -> None:
    asyncio.run(control_acts.skip(working))
    asyncio.run(control_acts.leave_out(working, "pain"))
    asyncio.run(control_acts.stay(working, "skip"))

    assert (working.asking, working.running) == ("pain", False)


def test_leaving_out_for_time_goes_straight_to_the_next_exercise(working: Guided) -> None:
    asyncio.run(control_acts.skip(working))
    asyncio.run(control_acts.leave_out(working, "time"))

    assert (working.asking, working.running, working.step.kind) == ("", True, "next")


def test_an_exercise_left_out_by_mistake_goes_on_where_it_was(care: CareState, working: Guided) -> None:
    asyncio.run(control_acts.skip(working))
    before = working.run.progress
    asyncio.run(control_acts.leave_out(working, "time"))
    wait(care, 2)
    asyncio.run(control_acts.take_back(working, before))

    assert (working.running, working.step.kind, seconds_left(working)) == (True, "hold", 8)
    assert working.run.progress.skips == ()


def test_an_undo_after_the_session_was_saved_opens_it_no_more(care: CareState, working: Guided) -> None:
    before = working.run.progress
    asyncio.run(control_acts.skip(working))
    asyncio.run(control_acts.leave_out(working, "time"))
    working.saved = True
    kept = working.run.progress
    asyncio.run(control_acts.take_back(working, before))

    assert working.run.progress == kept


def test_no_key_acts_while_a_question_is_open(working: Guided) -> None:
    asyncio.run(control_acts.ask(working, "end"))
    asyncio.run(control_acts.press(working, " "))

    assert not working.running


@pytest.mark.parametrize(
    ("key", "kind", "running"), [(" ", "hold", False), ("Arrow Left", "ready", True), ("a", "hold", True)]
)
def test_keys_do_what_the_buttons_do(working: Guided, key: str, kind: str, running: bool) -> None:
    asyncio.run(control_acts.press(working, key))

    assert (working.step.kind, working.running) == (kind, running)


def test_space_on_a_button_that_has_the_focus_counts_once(working: Guided) -> None:
    async def pressed() -> None:
        await asyncio.gather(control_acts.press(working, " "), control_acts.toggle(working))

    asyncio.run(pressed())

    assert not working.running


def test_one_button_turns_sound_and_vibration_off_and_on_again(care: CareState, working: Guided) -> None:
    asyncio.run(control_acts.mute(working, care.settings))
    off = working.run.progress
    asyncio.run(control_acts.mute(working, care.settings))
    on = working.run.progress

    assert (off.sound, off.vibration, on.sound, on.vibration) == (False, False, True, True)


def test_two_quick_taps_on_a_reason_leave_out_one_exercise(working: Guided) -> None:
    asyncio.run(control_acts.skip(working))
    first = asyncio.run(control_acts.leave_out(working, "time"))
    second = asyncio.run(control_acts.leave_out(working, "time"))

    assert (first, second) == (True, False)
    assert working.run.progress.skips == ((0, "time"),)


def test_two_quick_taps_on_ready_do_not_pause_what_has_begun(care: CareState) -> None:
    guided = guided_routine(care, in_position=False)
    assert guided.unready
    for _tap in range(2):
        asyncio.run(control_acts.ready(guided))

    assert guided.running
