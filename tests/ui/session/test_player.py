import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import flet as ft

from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.session.player import GuidedSession
from homecare.ui.session.running import Guided
from homecare.ui.session.stage import LEAST_NUMBER, CountdownRing
from homecare.ui.state.care import CareCtx, CareState
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, care_with_plan, guided_routine, wait


def shown(
    folder: Path, story: Callable[[CareState, Guided, Window], Awaitable[None]], *, in_position: bool = True
) -> CareState:
    """Run `story` with a session on the screen of a phone."""
    care = care_with_plan(folder)

    async def told() -> None:
        guided = guided_routine(care, in_position=in_position)
        saved: list[object] = []
        window = Window(
            lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: GuidedSession(guided, saved.append)))
        )
        await window.settle()
        await story(care, guided, window)
        guided.close()
        await window.settle()

    asyncio.run(told())
    return care


def test_a_session_is_played_left_out_rated_and_saved(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        assert "Arch stretch (toes pulled back)" in window.texts()
        await window.tap("Skip")
        wait(care, 12)
        await window.tap("Skip")
        assert "Leave this exercise out?" in window.texts()
        await window.tap("It hurts")
        assert "This exercise is off for today" in window.texts()
        await window.tap("End the session", last=True)
        await window.tap("Pain 6 of 10")
        await window.tap("Save")

    (session,) = shown(tmp_path, story).store.all_sessions()

    assert session.pain_exercise == 6
    assert [(exercise.outcome, exercise.reason) for exercise in session.exercises] == [
        ("cut-short", "pain"),
        ("skipped", None),
    ]


def test_nothing_counts_until_the_patient_is_in_position(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        wait(care, 600)
        await window.settle()
        said = window.texts()

        assert "You need: chair or edge of bed." in said
        assert set(LIBRARY.exercise("plantar-fascia-stretch").steps) <= set(said)
        assert not guided.running
        await window.tap("I'm ready")
        assert (guided.running, guided.step.kind, guided.left_ms() > 4000) == (True, "ready", True)

    shown(tmp_path, story, in_position=False)


def test_the_rest_of_a_set_left_out_can_be_taken_back(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        await window.tap("Skip")
        wait(care, 3)
        await window.tap("Skip")
        await window.tap("Only the rest of this set")
        gone = guided.step
        (bar,) = [control for control in window.controls() if isinstance(control, ft.SnackBar)]
        assert isinstance(bar.action, ft.SnackBarAction)
        assert bar.action.on_click is not None
        bar.action.on_click()  # type: ignore[call-arg]
        await window.settle()

        assert (gone.kind, gone.item) == ("next", 1)
        assert (guided.step.kind, guided.step.item) == ("hold", 0)

    shown(tmp_path, story)


def test_a_patient_rests_once_more_and_repeats_by_large_buttons(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        await window.tap("Skip")
        wait(care, 4)
        await window.tap("Your pace")
        assert not guided.running
        await window.tap("One more rest first")
        rested = (guided.running, guided.step.kind, guided.left_ms() > 29_000)
        await window.tap("Skip")
        wait(care, 4)
        await window.tap("Your pace")
        await window.tap("Repeat this set", last=True)

        assert rested == (True, "ready", True)
        assert (guided.step.kind, guided.running) == ("ready", True)

    shown(tmp_path, story)


def test_ending_before_anything_was_done_leaves_no_record(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        await window.tap("End the session")
        await window.tap("End the session", last=True)

    care = shown(tmp_path, story)

    assert care.store.all_sessions() == []
    assert care.store.progress() is None


def test_a_tick_sends_no_more_than_a_number_and_a_ring(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        await window.tap("Skip")
        await asyncio.sleep(0.3)
        before = len(window.wire.sent)
        await asyncio.sleep(1.1)
        ticks = window.wire.sent[before:]

        assert 3 <= len(ticks) <= 6
        assert max(map(len, ticks)) < 200

    shown(tmp_path, story)


def test_the_number_can_be_read_from_two_metres(tmp_path: Path) -> None:
    async def story(care: CareState, guided: Guided, window: Window) -> None:
        ring = Window(lambda: CountdownRing(guided, Look(), 156))
        sizes = [control.size or 0 for control in ring.controls() if isinstance(control, ft.Text)]

        assert max(sizes) >= LEAST_NUMBER >= 96

    shown(tmp_path, story)
