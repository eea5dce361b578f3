"""The question of day 7 after a sprain: asked on Today, answered with a tap, changed beside the goals."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft

from homecare.domain.records.plan import SelfChecked
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.day_check_card import day_checks_of, unanswered_day_checks
from homecare.ui.state.care import CareCtx, CareState, use_care
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan, host_of

QUESTION = "Is walking easier than on day 2?"


@ft.component
def asked() -> ft.Control:
    return ft.Column(unanswered_day_checks(use_care(), ft.use_context(LookCtx)))


@ft.component
def beside_the_goals() -> ft.Control:
    return ft.Column(day_checks_of(use_care(), ft.use_context(LookCtx), "ankle-sprain"))


def window_of(care: CareState, component: Any) -> Window:
    return Window(lambda: CareCtx(care, lambda: LookCtx(Look(), component)))


def answers(care: CareState) -> list[bool]:
    return [event.yes for event in care.store.plan_events() if isinstance(event, SelfChecked)]


def on_day(folder: Path, day: int) -> CareState:
    care = care_with_plan(folder, "ankle-sprain")
    host_of(care).advance(timedelta(days=day - 1))
    care.refresh()
    return care


def test_nothing_is_asked_before_day_7(tmp_path: Path) -> None:
    async def read() -> list[str]:
        window = window_of(on_day(tmp_path, 6), asked)
        await window.settle()
        return window.texts()

    assert asyncio.run(read()) == []


def test_a_no_is_stored_once_asks_no_more_and_stops_the_plan_until_a_yes(tmp_path: Path) -> None:
    care = on_day(tmp_path, 7)

    async def answer(component: Any, word: str) -> tuple[list[str], list[str]]:
        window = window_of(care, component)
        await window.settle()
        before = window.texts()
        await window.tap(word)
        return before, window.texts()

    before, after = asyncio.run(answer(asked, "No"))
    locked = care.today.locked
    host_of(care).advance(timedelta(minutes=1))
    beside_goals, _after = asyncio.run(answer(beside_the_goals, "Yes"))

    assert QUESTION in before
    assert after == []
    assert locked is not None and locked.flags == ("as-no-better",)
    assert {QUESTION, "You said: no"} <= set(beside_goals)
    assert answers(care) == [False, True]
    assert care.today.locked is None
