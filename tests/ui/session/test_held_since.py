"""A session taken up again after something forbade one of its exercises: that one is not played on."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import ConditionStarted, Screened, Side
from homecare.domain.session import controls
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.session.acts import held_since, left_run
from homecare.ui.session.player import GuidedSession, Player
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareCtx, CareState, new_id, stamped
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan, guided_routine, wait

NEEDLED = "A muscle it may use was needled, so it rests for now."


@pytest.fixture
def care(tmp_path: Path) -> CareState:
    return care_with_plan(tmp_path)


def left_after(care: CareState, seconds: float) -> Guided:
    async def played() -> Guided:
        guided = guided_routine(care)
        wait(care, seconds)
        await guided.act(controls.pause)
        return guided

    return asyncio.run(played())


def needle(care: CareState, muscle: str, side: Side = "right") -> None:
    wait(care, 600)
    at = care.now()
    muscles = (NeedledMuscle(muscle=muscle, side=side),)
    care.store.save_needling(Needling(id=new_id(), at=at, muscles=muscles, **stamped(at)))
    care.refresh()


def raise_flag(care: CareState, flag: str) -> None:
    wait(care, 600)
    at = care.now()
    assert asyncio.run(care.decide(Screened(id=new_id(), at=at, yes=(flag,), **stamped(at))))


def resumed(care: CareState) -> Guided:
    run = left_run(care)
    assert run is not None
    return Guided(care, run, held_since(care, run))


def test_a_session_goes_on_as_it_was_when_nothing_forbids_it(care: CareState) -> None:
    left = left_after(care, 30)
    needle(care, "tibialis-anterior", side="left")
    again = resumed(care)

    assert (again.held, again.run) == ({}, left.run)


def test_a_stretch_of_a_muscle_needled_meanwhile_is_passed_over_wherever_it_comes(care: CareState) -> None:
    left = left_after(care, 30)
    numbers = {
        number
        for number, planned in enumerate(left.run.planned)
        if planned.exercise == "calf-stretch-straight"
    }
    needle(care, "gastrocnemius")
    again = resumed(care)
    items = set()
    while not again.here().finished:
        items.add(again.here().step.item)
        asyncio.run(again.act(controls.skip))

    assert numbers
    assert numbers <= set(again.held)
    assert set(again.held.values()) == {NEEDLED}
    assert not again.running
    assert not items & set(again.held)
    assert dict(again.run.progress.skips) == dict.fromkeys(again.held, "other")


def test_the_exercise_that_was_being_played_is_left_where_it_was(care: CareState) -> None:
    left = left_after(care, 30)
    number = left.here().step.item
    raise_flag(care, "common-dvt")
    again = resumed(care)

    assert number in again.held
    assert again.here().finished
    assert again.run.progress.played == left.run.progress.played


def test_the_loop_passes_over_it_when_the_time_comes_to_it(care: CareState) -> None:
    left_after(care, 30)
    needle(care, "gastrocnemius")
    again = resumed(care)
    (held,) = again.held
    block = next(block for block in again.script.blocks if block.item == held)

    async def told() -> None:
        await again.act(controls.resume)
        while again.here().offset_ms < block.lead_ms:
            wait(care, 60)
            again.look_back()
            watching = asyncio.create_task(again.watch())
            await asyncio.sleep(0.05)
            again.close()
            await asyncio.gather(watching, return_exceptions=True)

    asyncio.run(told())

    assert (held, "other") in again.run.progress.skips
    assert not any(start < block.end_ms and block.start_ms < end for start, end in again.run.progress.played)


def on_the_screen(care: CareState, story: Callable[[Window], Awaitable[None]]) -> None:
    async def told() -> None:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), Player)))
        await window.settle()
        await story(window)
        window.close()

    asyncio.run(told())


def test_what_was_left_out_is_said_with_the_reason_before_it_goes_on(care: CareState) -> None:
    left_after(care, 30)
    needle(care, "gastrocnemius")
    names = dict.fromkeys(
        care.library.exercise(planned.exercise).name
        for number, planned in enumerate(resumed(care).run.planned)
        if number in resumed(care).held
    )

    async def read(window: Window) -> None:
        said = " ".join(window.texts())
        assert f"Left out: {', '.join(names)}. {NEEDLED}" in said

    on_the_screen(care, read)


def test_when_nothing_is_left_to_do_the_end_says_why(care: CareState) -> None:
    left_after(care, 30)
    raise_flag(care, "common-dvt")

    async def read(window: Window) -> None:
        said = " ".join(window.texts())
        assert "Session ended" in said or "That was all" in said
        assert "Paused until the warning sign you reported has been checked." in said

    on_the_screen(care, read)


def test_questions_that_wait_are_asked_first_and_the_session_is_kept(care: CareState) -> None:
    left_after(care, 30)
    wait(care, 60)
    at = care.now()
    started = ConditionStarted(
        id=new_id(), at=at, condition="peroneal-tendonitis", side="right", phase="pt-1", **stamped(at)
    )
    assert asyncio.run(care.decide(started, Screened(id=new_id(), at=at, **stamped(at))))

    async def read(window: Window) -> None:
        assert "A few questions first" in window.texts()

    on_the_screen(care, read)
    assert left_run(care) is not None


def test_what_another_window_records_stops_the_exercise_that_is_being_played(care: CareState) -> None:
    async def played() -> tuple[dict[int, str], bool, set[str]]:
        guided = guided_routine(care)
        window = Window(
            lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: GuidedSession(guided, lambda _saved: None)))
        )
        await window.settle()
        assert guided.running
        assert not guided.held
        needle(care, "gastrocnemius")
        await window.settle()
        left = {
            planned.exercise for number, planned in enumerate(guided.run.planned) if number in guided.held
        }
        window.close()
        return guided.held, guided.running, left

    held, running, left = asyncio.run(played())

    assert set(held.values()) == {NEEDLED}
    assert "calf-stretch-straight" in left
    assert not running
