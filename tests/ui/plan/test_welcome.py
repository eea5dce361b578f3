"""First run: a question that was skipped on the way is asked before anything is saved."""

import asyncio
from dataclasses import replace
from pathlib import Path

import flet as ft

from homecare.domain.records.plan import AskedFirst, ConditionStarted
from homecare.storage.store import Store
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.condition_choice import DetailAnswers
from homecare.ui.plan.welcome import FORM, SetUp, Welcome
from homecare.ui.state.care import CareCtx, CareState
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, SlowDisk

HEEL = LIBRARY.condition("plantar-fasciitis")
QUESTIONS = LIBRARY.ask_first.questions_for([HEEL])
ANSWERED = SetUp(
    chosen=(HEEL.id,),
    details=DetailAnswers(sides={HEEL.id: "left"}, variants={v.id: v.id for v in HEEL.variants}),
    asked={question.id: False for question in QUESTIONS},
)


def begun(folder: Path, answers: SetUp) -> CareState:
    care = CareState(host=SlowDisk(folder), store=Store.open(folder), library=LIBRARY)
    care.unsaved.form(FORM, SetUp()).note(lambda _now: answers)
    return care


async def at_the_last_step(care: CareState) -> Window:
    def steps() -> ft.Control:
        return ft.Router([ft.Route(path=":step", component=Welcome)])

    window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), steps)))
    await window.settle()
    await window.session.dispatch_event(window.page._i, "route_change", {"route": "/99"})
    await window.settle()
    return window


def test_an_address_leads_no_further_than_the_first_question_without_an_answer(tmp_path: Path) -> None:
    last_theme = QUESTIONS[-1].theme
    asked = {question.id: False for question in QUESTIONS if question.theme != last_theme}

    async def shown(answers: SetUp) -> list[str]:
        return (await at_the_last_step(begun(tmp_path, answers))).texts()

    assert "Is it safe to start?" in asyncio.run(shown(ANSWERED))
    assert "Ask a clinician first?" in asyncio.run(shown(replace(ANSWERED, asked=asked)))
    assert "Where exactly?" in asyncio.run(shown(replace(ANSWERED, details=DetailAnswers())))
    assert "What hurts?" in asyncio.run(shown(SetUp()))


def test_two_quick_taps_at_the_end_begin_one_plan(tmp_path: Path) -> None:
    care = begun(tmp_path, ANSWERED)

    async def told() -> None:
        window = await at_the_last_step(care)
        last = [control for control in window.controls() if isinstance(control, ft.FilledButton)][-1]
        await asyncio.gather(*(window.session.dispatch_event(last._i, "click", None) for _tap in range(2)))
        await window.settle()

    asyncio.run(told())

    events = care.store.plan_events()
    assert len([event for event in events if isinstance(event, ConditionStarted)]) == 1
    assert len([event for event in events if isinstance(event, AskedFirst)]) == 1
