"""Questionnaires beside the diary as FHIR: what was asked, each answered one, and its score."""

from collections.abc import Iterator, Sequence
from typing import Final

from homecare.domain.evidence.function import score_of
from homecare.domain.library.questionnaire import Questionnaire
from homecare.domain.records.plan import PlanEvent, QuestionnaireAnswered
from homecare.exchange.fhir.codes import BASE, FIELDS, Resource, instant, own_id, ref
from homecare.exchange.fhir.diary import SURVEY

ASKED: Final = f"{BASE}Questionnaire/"
VERSION: Final = "1"
ACTIVITY: Final = "activity"
"""The group of one item of the patient's own; it repeats."""
ITEM, WORDS, ANSWER = "activity.item", "activity.words", "activity.answer"


def function_resources(
    events: Sequence[PlanEvent],
    questionnaires: Sequence[Questionnaire],
    patient_id: str,
    *,
    share_notes: bool,
) -> Iterator[Resource]:
    """The questionnaires that were answered, each answer and its score; own words only when shared."""
    answered = [event for event in events if isinstance(event, QuestionnaireAnswered)]
    for questionnaire in questionnaires:
        mine = [event for event in answered if event.questionnaire == questionnaire.id]
        if mine:
            yield _questionnaire(questionnaire)
        for event in mine:
            yield _response(questionnaire, event, patient_id, share_notes=share_notes)
            yield from _score(questionnaire, event, patient_id)


def _questionnaire(asked: Questionnaire) -> Resource:
    return {
        "resourceType": "Questionnaire",
        "id": own_id("questionnaire", asked.id, VERSION),
        "url": f"{ASKED}{asked.id}",
        "version": VERSION,
        "title": asked.title,
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": asked.owner,
        "item": _own_items(asked) if asked.own_items is not None else _fixed_items(asked),
    }


def _own_items(asked: Questionnaire) -> list[Resource]:
    inside = [
        {"linkId": ITEM, "text": "The same item has the same id each time", "type": "string"},
        {"linkId": WORDS, "text": asked.own_items.label if asked.own_items else "", "type": "string"},
        {"linkId": ANSWER, "text": _with_scale(asked, asked.question), "type": "integer"},
    ]
    return [{"linkId": ACTIVITY, "text": asked.title, "type": "group", "repeats": True, "item": inside}]


def _fixed_items(asked: Questionnaire) -> list[Resource]:
    return [
        {"linkId": item.id, "text": _with_scale(asked, item.question), "type": "integer"}
        for item in asked.items
    ]


def _with_scale(asked: Questionnaire, question: str) -> str:
    scale = "; ".join(f"{word.value} {word.meaning}" for word in asked.words)
    return f"{question} ({scale})"


def _response(
    asked: Questionnaire, event: QuestionnaireAnswered, patient_id: str, *, share_notes: bool
) -> Resource:
    items: list[Resource] = []
    for answer in event.answers:
        value = [{"valueInteger": answer.value}]
        if asked.own_items is None:
            items.append({"linkId": answer.item, "answer": value})
            continue
        inside = [{"linkId": ITEM, "answer": [{"valueString": answer.item}]}]
        if share_notes and answer.text.strip():
            inside.append({"linkId": WORDS, "answer": [{"valueString": answer.text}]})
        items.append({"linkId": ACTIVITY, "item": [*inside, {"linkId": ANSWER, "answer": value}]})
    return {
        "resourceType": "QuestionnaireResponse",
        "id": event.id,
        "meta": {"lastUpdated": instant(event.edited_at)},
        "questionnaire": f"{ASKED}{asked.id}|{VERSION}",
        "status": "completed",
        "subject": ref(patient_id),
        "authored": instant(event.at),
        "author": ref(patient_id),
        "item": items,
    }


def _score(asked: Questionnaire, event: QuestionnaireAnswered, patient_id: str) -> Iterator[Resource]:
    score = score_of(asked, event.values.values())
    if score is not None:
        yield {
            "resourceType": "Observation",
            "id": own_id(event.id, "score"),
            "status": "final",
            "category": SURVEY,
            "code": {
                "coding": [{"system": FIELDS, "code": asked.id, "display": asked.title}],
                "text": asked.title,
            },
            "subject": ref(patient_id),
            "effectiveDateTime": instant(event.at),
            "issued": instant(event.created_at),
            "performer": [ref(patient_id)],
            "valueQuantity": {"value": round(float(score), 1), "unit": "score"},
            "derivedFrom": [ref(event.id)],
        }
