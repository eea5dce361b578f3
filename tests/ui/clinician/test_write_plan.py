"""A plan from a patient's page begins with what is now, says what is new, and asks about odd doses."""

import asyncio
from base64 import b64encode
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import flet as ft

from homecare.domain.records.prescription import Prescription
from homecare.ui.clinician.plan_draft import PlanDraft, draft_of
from homecare.ui.clinician.plan_hand_over import HandOver
from homecare.ui.clinician.prescribe import WritePlan
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareCtx, CareState
from tests.domain.own_exercise import MARBLES, own_item, with_advice
from tests.domain.prescribing import RAISE
from tests.exchange.whole import PICTURE
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, care_with_plan

Story = Callable[[Window], Awaitable[None]]
TOWEL = LIBRARY.exercise(RAISE.exercise).name
MAKE = "Make the link and the code"


def shown(care: CareState, component: Callable[[], object], story: Story) -> None:
    async def told() -> None:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), component)))
        await window.settle()
        await story(window)

    asyncio.run(told())


def codes(window: Window) -> int:
    return sum(isinstance(control, ft.Image) for control in window.controls())


def handed_over(folder: Path, wanted: Prescription, story: Story) -> None:
    care = care_with_plan(folder)
    draft = draft_of(replace(wanted, issued=care.today.day), care.today.day)
    shown(care, lambda: HandOver(draft, lambda: draft), story)


def test_a_plan_drafted_from_what_is_now_is_that_plan(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    now = with_advice(issued=care.today.day)

    assert draft_of(now, care.today.day).prescription(LIBRARY, care.today.day) == now


def test_what_is_new_changed_and_left_out_is_marked(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    now = with_advice(issued=care.today.day)

    def change(draft: PlanDraft) -> PlanDraft:
        typed = draft.edited(RAISE.exercise, lambda item: replace(item, typed={"reps": "9"}))
        return typed.edited(MARBLES.id, lambda item: replace(item, wanted=False)).with_own()

    async def story(window: Window) -> None:
        assert not {"New", "Changed", "Left out"} & set(window.texts())
        assert "2 sets of 25, rest 1 min; 7.5 kg; every day; Hold on to the worktop." in window.texts()
        care.unsaved.form("plan-ada", draft_of(now, care.today.day)).change(change)
        await window.settle()
        said = window.texts()
        assert [word for word in said if word in ("New", "Changed", "Left out")] == [
            "Changed",
            "Left out",
            "New",
        ]
        assert any(text.startswith("Until now: 2 sets of 25") for text in said)
        await window.tap("Start again from the patient's plan")
        assert not {"New", "Changed", "Left out"} & set(window.texts())

    plans = {"plantar-fasciitis": now}
    shown(care, lambda: WritePlan(plans, "plan-ada", "Plan for Ada", "/clinicians"), story)


def test_a_dose_that_no_one_would_mean_is_asked_about_and_may_be_meant(tmp_path: Path) -> None:
    async def story(window: Window) -> None:
        await window.tap(MAKE)
        assert "Is this what you mean?" in window.texts()
        assert any(
            "1,000 repeats a day; no plan in the app asks for more than 90" in text for text in window.texts()
        )
        assert codes(window) == 0
        await window.tap("Yes, make the link")
        assert codes(window) == 1

    much = replace(RAISE, dose=RAISE.dose.changed(sets=10, reps=100))
    handed_over(tmp_path, with_advice(items=(much,)), story)


def test_a_link_says_what_it_holds(tmp_path: Path) -> None:
    async def story(window: Window) -> None:
        await window.tap(MAKE)
        assert codes(window) == 1
        assert (
            "It holds: 2 exercises, 1 of them your own; goal, activity, shoes, insole or brace, taping, "
            "notes, your clinic's name. It holds no name of the patient and nothing of the diary."
        ) in window.texts()

    handed_over(tmp_path, with_advice(), story)


def test_a_plan_with_a_picture_is_offered_as_a_file_alone(tmp_path: Path) -> None:
    async def story(window: Window) -> None:
        await window.tap(MAKE)
        said = window.texts()
        assert codes(window) == 0
        assert "A link cannot carry pictures. Hand this plan over as a file." in said
        assert "Save as a file" in said
        assert "Copy the link" not in said

    pictured = replace(MARBLES, picture=b64encode(PICTURE).decode())
    handed_over(tmp_path, with_advice(items=(own_item(pictured),)), story)


def test_what_is_wrong_is_said_in_the_words_of_the_screen(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    draft = replace(draft_of(with_advice(issued=care.today.day), care.today.day), more_h="")

    async def story(window: Window) -> None:
        await window.tap(MAKE)
        assert any("needs all three" in text for text in window.texts())

    shown(care, lambda: HandOver(draft, lambda: draft), story)
