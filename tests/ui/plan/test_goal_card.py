"""The patient's goal: typed once, on the plan, on the report, in the backup."""

import asyncio
from datetime import timedelta
from pathlib import Path

import flet as ft

from homecare.exchange.patient.file import read_patient
from homecare.handover.formats import FORMATS, Asked, report_of
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.acts import goal_of, save_goal
from homecare.ui.plan.goal_card import GoalCard
from homecare.ui.state.care import CareCtx, CareState
from homecare.wording.report import plan_lines
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, care_with_plan

GOAL = "Walk the dog on the beach for an hour"


def shown(care: CareState) -> list[str]:
    async def read() -> list[str]:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), GoalCard)))
        await window.settle()
        return window.texts()

    return asyncio.run(read())


def asked(care: CareState) -> Asked:
    return Asked(store=care.store, library=LIBRARY, at=care.now() + timedelta(days=1), zone=care.host.zone)


def test_the_goal_in_the_patients_words_stands_on_the_plan_and_the_report(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    assert "What do you want to be able to do again?" in shown(care)

    asyncio.run(save_goal(care, f"  {GOAL}\n"))

    assert goal_of(care) == GOAL
    assert f"“{GOAL}”" in shown(care)
    assert plan_lines(report_of(asked(care)))[-1] == f"Goal in the patient's words: “{GOAL}”"
    assert GOAL in FORMATS["html"](asked(care)).decode()
    assert read_patient(FORMATS["json"](asked(care))).patient.goal == GOAL


def test_a_goal_that_is_typed_and_saved_stands_there_at_once(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def write() -> list[str]:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), GoalCard)))
        await window.settle()
        field = next(control for control in window.controls() if isinstance(control, ft.TextField))
        window.session.apply_patch(field._i, {"value": GOAL})
        await window.session.dispatch_event(field._i, "change", GOAL)
        await window.tap("Save my goal")
        return window.texts()

    assert f"“{GOAL}”" in asyncio.run(write())


def test_a_goal_taken_back_leaves_the_rest_of_what_the_patient_said(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    care.store.save_patient({"name": "Ada", "goal": GOAL})

    asyncio.run(save_goal(care, ""))

    assert care.store.patient() == {"name": "Ada"}
    assert len(plan_lines(report_of(asked(care)))) == 1
