"""The pages on who should ask a clinician first, while two windows are open."""

import asyncio
from pathlib import Path

from homecare.domain.records.plan import AskedFirst
from homecare.storage.store import Store
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.acts import started
from homecare.ui.safety.acts import answer_ask_first
from homecare.ui.safety.ask_first import AskFirstScreen
from homecare.ui.state.care import CareCtx, CareState
from tests.fixed_host import FixedHost
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY

HEEL = LIBRARY.condition("plantar-fasciitis")


def test_a_page_that_another_window_answers_meanwhile_gives_way_to_what_is_left(tmp_path: Path) -> None:
    care = CareState(host=FixedHost(tmp_path), store=Store.open(tmp_path), library=LIBRARY)
    questions = LIBRARY.ask_first.questions_for([HEEL])
    first_theme = questions[0].theme
    elsewhere = {question.id: False for question in questions if question.theme != first_theme}

    async def told() -> None:
        await care.decide(started(care, HEEL, "left", None, None))
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), AskFirstScreen)))
        await window.settle()
        assert "Page 1 of 3" in window.texts()
        await window.tap("None of these apply to me")
        assert "Page 2 of 3" in window.texts()

        await answer_ask_first(care, elsewhere)
        await window.settle()

        assert "Page 1 of 1" in window.texts()
        await window.tap("Next")

    asyncio.run(told())

    answered = [event for event in care.store.plan_events() if isinstance(event, AskedFirst)]
    assert {question for event in answered for question in event.no} == {q.id for q in questions}
