"""Today asks one question at a time; a second tap corrects it and never answers the next one."""

import asyncio
from pathlib import Path

from homecare.domain.records.diary import DiaryEntry
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareCtx, CareState
from homecare.ui.today.pain_card import PainCard
from tests.fixed_host import FixedHost
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan


def scores(entries: list[DiaryEntry]) -> set[tuple[int | None, int | None]]:
    return {(entry.pain_first_step, entry.pain_now) for entry in entries}


def window_of(care: CareState) -> Window:
    return Window(lambda: CareCtx(care, lambda: LookCtx(Look(), PainCard)))


def test_first_steps_then_pain_now_with_one_tap_each(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def story() -> None:
        window = window_of(care)
        await window.settle()
        texts = window.texts()
        assert "First steps this morning?" in texts
        assert "Plantar fasciitis (plantar heel pain), right foot" in texts
        assert "Your usual morning: 4 of 10." in texts
        await window.tap("First steps: 6 of 10")
        assert any(text.startswith("Last: 6 of 10") for text in window.texts())
        await window.tap("Next question")
        assert "How is your pain now?" in window.texts()
        await window.tap("Pain 3 of 10")

    asyncio.run(story())

    assert scores(list(care.store.all_entries())) == {(6, None), (None, 3)}


def test_a_quick_second_tap_corrects_the_first_steps(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def story() -> None:
        window = window_of(care)
        await window.settle()
        await window.tap("First steps: 6 of 10")
        await window.tap("First steps: 5 of 10")

    asyncio.run(story())

    assert scores(list(care.store.all_entries())) == {(5, None)}


class SlowHost(FixedHost):
    """A device that takes its time to keep what was saved, until it is `done`."""

    done: asyncio.Event

    async def settle(self) -> None:
        await self.done.wait()


def test_taps_while_the_first_is_being_saved_correct_it(tmp_path: Path) -> None:
    host = SlowHost(tmp_path)
    care = care_with_plan(tmp_path, host=host)

    async def story() -> None:
        host.done = asyncio.Event()
        window = window_of(care)
        await window.settle()
        taps = [asyncio.create_task(window.tap(f"First steps: {score} of 10")) for score in (6, 6, 4, 5)]
        await window.settle()
        host.done.set()
        await asyncio.gather(*taps)

    asyncio.run(story())

    assert scores(list(care.store.all_entries())) == {(5, None)}
