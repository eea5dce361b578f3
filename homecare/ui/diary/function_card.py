"""Cards of the Diary about what the patient can do: what is asked now, and how it went."""

import flet as ft

from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.evidence.function import FunctionCourse, due_questionnaires, function_courses
from homecare.domain.library.questionnaire import Questionnaire
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.function import course_text, item_text, shown_items


def evidence_now(care: CareState) -> Evidence:
    """What is known now."""
    return evidence_at(care.records, care.library, care.now(), care.host.zone)


def due_cards(look: Look, evidence: Evidence) -> list[ft.Control]:
    """A card for each questionnaire that is due, with the way to it."""
    return [_due(look, questionnaire) for questionnaire in due_questionnaires(evidence)]


def _due(look: Look, asked: Questionnaire) -> ft.Control:
    page = ft.context.page
    answer = look.secondary(
        _("Answer: {title}").format(title=asked.title),
        lambda: page.navigate(f"/diary/questions/{asked.id}"),
    )
    return look.card(
        look.heading(asked.title),
        look.body(asked.note),
        ft.Row([answer], wrap=True),
        tone="info",
        key=f"due-{asked.id}",
    )


def function_cards(look: Look, evidence: Evidence) -> list[ft.Control]:
    """A card for each questionnaire with a score: then and now, and for 6 and 7 what the patient is told.

    While it is due, no earlier answer is shown: today's is to stand for itself.
    """
    due = {questionnaire.id for questionnaire in due_questionnaires(evidence)}
    courses = [course for course in function_courses(evidence) if course.questionnaire.id not in due]
    return [_course(look, evidence, course) for course in courses]


def _course(look: Look, evidence: Evidence, course: FunctionCourse) -> ft.Control:
    asked = course.questionnaire
    lines = [look.body(course_text(course, evidence.day))]
    lines += [look.note(item_text(item, number)) for number, item in enumerate(shown_items(course), 1)]
    if asked.judged_by == "answer" and course.judgement == "worse":
        lines.append(look.body(evidence.content.diary.change.label("clearly-worse").patient_text))
    return look.card(look.heading(asked.title), *lines, key=f"course-{asked.id}")
