"""Start on every exercise's page, the list of all exercises, and own activities."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from homecare.domain.safety.alerts import pressed_evidence_at
from homecare.domain.today.practice import practice
from homecare.exchange.patient.file import read_patient
from homecare.handover.formats import FORMATS, Asked
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.plan.activity import ActivityScreen
from homecare.ui.plan.exercise_search import ExerciseSearch
from homecare.ui.plan.practice_card import PracticeCard
from homecare.ui.session.acts import keep_place, left_run, practised, save_session
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareCtx, CareState
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, care_with_plan, wait


def window_of(care: CareState, component: Callable[[], Any]) -> Window:
    return Window(lambda: CareCtx(care, lambda: LookCtx(Look(), component)))


def tried(care: CareState, exercise: str = "seated-heel-raise", side: str = "right") -> Guided:
    evidence = pressed_evidence_at(care.records, care.library, care.now(), care.host.zone)
    run = practised(care, practice(exercise, side, evidence))
    assert run is not None
    return Guided(care, replace(run, progress=replace(run.progress, ready=(0,))))


def test_an_exercise_that_nothing_holds_has_a_start(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def told() -> bytes:
        window = window_of(care, lambda: PracticeCard("seated-heel-raise"))
        await window.settle()
        window.wire.sent.clear()
        await window.tap("Start")
        return b"".join(window.wire.sent)

    assert b"/session/try/right/seated-heel-raise" in asyncio.run(told())


def test_an_exercise_of_a_later_phase_says_why_it_waits(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def texts() -> list[str]:
        window = window_of(care, lambda: PracticeCard("heel-raise-towel"))
        await window.settle()
        return window.texts()

    shown = asyncio.run(texts())
    assert "Start" not in shown
    assert "Your plan brings this one later, when your foot is ready for it." in shown


def test_free_practice_is_recorded_as_such_and_travels_in_the_exports(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    guided = tried(care)
    asyncio.run(keep_place(care, guided.run))
    left = left_run(care)
    wait(care, 60)
    before = care.today.routine
    asyncio.run(save_session(care, guided.run, pain=2))
    (session,) = care.store.all_sessions()
    asked = Asked(store=care.store, library=LIBRARY, at=care.now(), zone=care.host.zone)

    assert left is not None and left.practice
    assert (session.practice, session.pain_exercise) == (True, 2)
    assert care.today.routine == before
    for form in ("json", "fhir"):
        assert [known.practice for known in read_patient(FORMATS[form](asked)).records.sessions] == [True]
    assert "Tried freely" in FORMATS["html"](asked).decode()


def test_the_list_of_all_exercises_narrows_to_what_is_chosen(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def counts() -> list[str]:
        window = window_of(care, ExerciseSearch)
        await window.settle()
        seen = [text for text in window.texts() if re.fullmatch(r"\d+ exercises", text)]
        await window.tap("Position: any")
        group = next(control for control in window.controls() if type(control).__name__ == "RadioGroup")
        window.session.apply_patch(group._i, {"value": "lying"})
        await window.session.dispatch_event(group._i, "change", "lying")
        await window.settle()
        return [*seen, *(text for text in window.texts() if re.fullmatch(r"\d+ exercises", text))]

    assert asyncio.run(counts()) == ["37 exercises", "3 exercises"]


def test_minutes_of_an_activity_add_up_over_the_day_and_can_be_taken_back(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def add(minutes: str) -> None:
        window = window_of(care, ActivityScreen)
        await window.settle()
        await window.tap(minutes)
        await window.tap("Save")

    asyncio.run(add("20 min"))
    asyncio.run(add("10 min"))

    assert {entry.walk_min for entry in care.store.all_entries()} == {20, 30}


def test_no_minutes_is_named_at_the_field_and_nothing_is_stored(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    async def errors() -> list[str]:
        window = window_of(care, ActivityScreen)
        await window.settle()
        await window.tap("Save")
        return [
            control.error for control in window.controls() if isinstance(getattr(control, "error", None), str)
        ]

    assert asyncio.run(errors()) == ["Type how many minutes, like 20."]
    assert care.store.all_entries() == []
