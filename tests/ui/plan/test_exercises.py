"""The screen of the patient's exercises."""

import asyncio
from pathlib import Path

from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.exercises import Exercises
from homecare.ui.state.care import CareCtx
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan


def test_the_answers_on_who_should_ask_first_are_one_tap_away(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def told() -> bytes:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), Exercises)))
        await window.settle()
        window.wire.sent.clear()
        await window.tap("Ask a clinician first? See your answers")
        return b"".join(window.wire.sent)

    assert b"/safety/ask-first" in asyncio.run(told())
