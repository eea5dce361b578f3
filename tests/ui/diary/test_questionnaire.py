"""The patient's own activities and overall change: asked in the Diary, saved, and told beside the pain."""

import asyncio
from datetime import timedelta
from pathlib import Path

import flet as ft

from homecare.domain.records.plan import QuestionnaireAnswered
from homecare.domain.records.questionnaire import ItemAnswer
from homecare.exchange.patient.file import read_patient
from homecare.handover.formats import FORMATS, Asked, report_of
from homecare.ui.diary.acts import save_answers
from homecare.ui.diary.function_card import due_cards, evidence_now, function_cards
from homecare.ui.diary.questionnaire import QuestionnaireForm, begun
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.state.care import CareCtx, CareState
from homecare.wording.function import function_lines
from tests.ui.harness import Window
from tests.ui.session.guided_care import LIBRARY, SlowDisk, care_with_plan, host_of

ACTIVITIES = next(asked for asked in LIBRARY.questionnaires if asked.id == "my-activities")


def window_on(care: CareState) -> Window:
    return Window(lambda: CareCtx(care, lambda: LookCtx(Look(), lambda: QuestionnaireForm(ACTIVITIES))))


def test_an_activity_is_written_rated_saved_and_then_asked_again_without_its_old_score(
    tmp_path: Path,
) -> None:
    care = care_with_plan(tmp_path, host=SlowDisk(tmp_path))

    async def answer() -> list[str]:
        window = window_on(care)
        await window.settle()
        field = next(control for control in window.controls() if isinstance(control, ft.TextField))
        window.session.apply_patch(field._i, {"value": "stairs"})
        await window.session.dispatch_event(field._i, "change", "stairs")
        await window.settle()
        group = next(control for control in window.controls() if isinstance(control, ft.RadioGroup))
        window.session.apply_patch(group._i, {"value": "3"})
        await window.session.dispatch_event(group._i, "change", "3")
        await window.settle()
        save = next(control for control in window.controls() if isinstance(control, ft.FilledButton))
        await asyncio.gather(*(window.session.dispatch_event(save._i, "click", None) for _tap in range(2)))
        await window.settle()
        return window.texts()

    asyncio.run(answer())

    saved = [event for event in care.store.plan_events() if isinstance(event, QuestionnaireAnswered)]
    assert [(answer.text, answer.value) for event in saved for answer in event.answers] == [("stairs", 3)]
    again = begun(care, ACTIVITIES)
    assert again.words[saved[0].answers[0].item] == "stairs"
    assert len(again.items) == 3
    assert again.values == {}


def test_an_activity_left_out_once_is_asked_again(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    stairs, shop = (
        ItemAnswer(item="a", value=3, text="stairs"),
        ItemAnswer(item="b", value=5, text="the shop"),
    )

    async def answer() -> None:
        await window_on(care).settle()
        await save_answers(care, "my-activities", (stairs, shop))
        host_of(care).advance(timedelta(days=14))
        await save_answers(care, "my-activities", (stairs,))

    asyncio.run(answer())

    again = begun(care, ACTIVITIES)
    assert (again.words["a"], again.words["b"], again.values) == ("stairs", "the shop", {})


def test_what_is_due_stands_in_the_diary_until_it_is_answered(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)

    def keys(cards: list[ft.Control]) -> list[object]:
        return [card.key for card in cards]

    async def look_at() -> tuple[list[object], list[object], list[object]]:
        window = window_on(care)
        await window.settle()
        before = keys(due_cards(Look(), evidence_now(care)))
        await save_answers(care, "my-activities", (ItemAnswer(item="a", value=3, text="stairs"),))
        evidence = evidence_now(care)
        return before, keys(due_cards(Look(), evidence)), keys(function_cards(Look(), evidence))

    assert asyncio.run(look_at()) == (["due-my-activities"], [], ["course-my-activities"])


def test_function_stands_on_the_report_and_its_words_only_when_they_are_shared(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(save_answers(care, "my-activities", (ItemAnswer(item="a", value=3, text="stairs"),)))

    def told(*, notes: bool) -> list[str]:
        asked = Asked(
            store=care.store,
            library=LIBRARY,
            at=care.now() + timedelta(hours=1),
            zone=care.host.zone,
            notes=notes,
        )
        assert ("stairs" in FORMATS["html"](asked).decode()) is notes
        assert FORMATS["pdf"](asked).startswith(b"%PDF")
        report = report_of(asked)
        return [line.text for line in function_lines(report.function, report.header.period.last)]

    day = f"{care.now().day} {care.now():%b}"
    assert told(notes=True) == [
        f"My activities (0 to 10): 3.0 on {day}, not asked again yet",
        "“stairs”: 3",
        "Not answered yet: Overall change",
    ]
    assert told(notes=False)[1] == "Activity 1: 3"


def test_the_backup_holds_the_answers(tmp_path: Path) -> None:
    care = care_with_plan(tmp_path)
    asyncio.run(save_answers(care, "my-activities", (ItemAnswer(item="a", value=3, text="stairs"),)))
    asked = Asked(store=care.store, library=LIBRARY, at=care.now(), zone=care.host.zone)

    read = read_patient(FORMATS["json"](asked)).records.plan

    assert [event.values for event in read if isinstance(event, QuestionnaireAnswered)] == [{"a": 3}]
