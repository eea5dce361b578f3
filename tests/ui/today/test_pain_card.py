"""Today asks one question at a time; a second tap corrects it and never answers the next one."""

import asyncio
from pathlib import Path

from homecare.domain.records.diary import DiaryEntry
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareCtx, CareState
from homecare.ui.today.pain_card import PainCard
from tests.fixed_host import MONDAY_MORNING
from tests.ui.harness import Window, names
from tests.ui.session.guided_care import SlowDisk, care_with_plan


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


def test_a_correcting_tap_that_comes_while_the_first_is_saved_is_kept(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path, host=SlowDisk(tmp_path, at=MONDAY_MORNING))

    async def story() -> None:
        window = window_of(care)
        await window.settle()
        keys = {
            name: control
            for control in window.controls()
            for name in ("First steps: 6 of 10", "First steps: 4 of 10")
            if getattr(control, "on_click", None) and name in names(control)
        }
        await asyncio.gather(
            *(window.session.dispatch_event(control._i, "click", None) for control in keys.values())
        )
        await window.settle()

    asyncio.run(story())

    assert len(scores(list(care.store.all_entries()))) == 1
    (entry,) = care.store.all_entries()
    assert entry.replaced
