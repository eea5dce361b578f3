"""What a clinician's plan says reaches the patient: on Today, with the exercise, and in the session."""

import asyncio
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from homecare.domain.library.dose import Schedule
from homecare.domain.records.prescription import OwnExercise
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.exercises import Exercises
from homecare.ui.plan.plan_offer import Offer, accept
from homecare.ui.session.player import GuidedSession
from homecare.ui.state.care import CareCtx, CareState
from homecare.ui.today.today import Today
from tests.domain.own_exercise import MARBLES, own_item, with_advice
from tests.exchange.whole import PICTURE
from tests.fixed_host import MONDAY_MORNING
from tests.ui.harness import Window
from tests.ui.session.guided_care import care_with_plan, guided_routine, host_of

TWICE = Schedule(pattern="daily", times_per_day=2)
PICTURED = replace(MARBLES, picture=b64encode(PICTURE).decode())


def taken_over(folder: Path, own: OwnExercise = MARBLES, **more: Any) -> CareState:
    """A patient who has taken over a plan with the clinician's own exercise, due this morning."""
    care = care_with_plan(folder, side="left")
    items = (own_item(own, schedule=TWICE, load_kg=2.5, note="Hold on to a chair."),)
    wanted = with_advice(items=items, issued=care.today.day, **more)
    assert asyncio.run(accept(care, wanted))
    return care


def controls(care: CareState, component: Callable[[], Any]) -> list[Any]:
    async def read() -> list[Any]:
        window = Window(lambda: CareCtx(care, lambda: LookCtx(Look(), component)))
        await window.settle()
        return list(window.controls())

    return asyncio.run(read())


def texts(found: list[Any]) -> list[str]:
    return [control.value for control in found if isinstance(control, ft.Text)]


def test_today_says_what_the_plan_asks_for_and_how_long_the_insole_is_worn_today(tmp_path: Path) -> None:
    care = taken_over(tmp_path, expires=care_day(10), review=care_day(8))
    host_of(care).advance(timedelta(days=2))
    care.refresh()

    said = texts(controls(care, Today))
    for text in (
        "Walk the dog for half an hour",
        "No running.",
        "Firm trainers, also indoors.",
        "Heel lift, both shoes. Today for up to 5 hours.",
        "Low-Dye, for 3 days.",
        "10 Mar 2026",
    ):
        assert text in said
    assert any(text.endswith("holds up to and including 12 Mar 2026.") for text in said)


def test_after_its_last_day_today_says_in_a_sentence_that_the_plan_is_over(tmp_path: Path) -> None:
    care = taken_over(tmp_path, expires=care_day(3))
    host_of(care).advance(timedelta(days=4))
    care.refresh()

    said = texts(controls(care, Today))
    assert any("the plan of Foot clinic ended on 5 Mar 2026" in text for text in said)
    assert "No running." not in said
    assert MARBLES.id not in [item.item for item in care.today.items]


@pytest.mark.parametrize("own", [MARBLES, PICTURED], ids=["no picture", "the clinician's picture"])
def test_the_session_shows_the_steps_load_and_note_of_an_own_exercise(
    own: OwnExercise, tmp_path: Path
) -> None:
    care = taken_over(tmp_path, own)
    guided = guided_routine(care, in_position=False)
    found = controls(care, lambda: GuidedSession(guided, lambda _session: None))
    guided.close()

    said = texts(found)
    for text in (MARBLES.name, *MARBLES.steps, "Load: 2.5 kg. Your clinic says: Hold on to a chair."):
        assert text in said
    sources = [control.src for control in found if isinstance(control, ft.Image)]
    assert (PICTURE in sources) == bool(own.picture)


def test_the_list_shows_the_load(tmp_path: Path) -> None:
    care = taken_over(tmp_path)

    assert "2 sets of 10 · 2.5 kg · left leg" in texts(controls(care, Exercises))


def test_an_unusual_dose_is_shown_before_the_plan_is_taken(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path, side="left")
    much = own_item(schedule=Schedule(pattern="daily", times_per_day=12))
    wanted = with_advice(items=(much,), issued=care.today.day)

    said = texts(controls(care, lambda: Offer(wanted)))
    assert "Is this what your clinic means?" in said
    assert any("240 repeats a day" in text or "12 times a day" in text for text in said)
    assert MARBLES.steps[0] in said
    assert "Take this plan over" in said


def care_day(number: int) -> Any:
    return (MONDAY_MORNING + timedelta(days=number)).date()
