"""The diary's questions as a FHIR Questionnaire, and each entry as an answered one."""

from collections.abc import Container
from typing import Any, Final

from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.questions import DiaryField
from homecare.domain.records.diary import BOUNDS, PAIN_FIELDS, DiaryEntry
from homecare.exchange.fhir.codes import (
    FIELDS,
    QUESTIONNAIRE,
    QUESTIONNAIRE_VERSION,
    REGIONS,
    Resource,
    instant,
    loinc,
    own_id,
    ref,
)

FREE_TEXTS: Final = ("medication", "notes")
"""Left out unless the patient shares them."""
FELT: Final = "at"
"""The one question the diary does not ask aloud: when it was felt."""
TYPES: Final = {
    "integer": "integer",
    "number": "decimal",
    "boolean": "boolean",
    "text": "text",
    "enum": "choice",
    "multi-select": "choice",
}


def questionnaire(guide: DiaryGuide) -> Resource:
    """The diary's questions, in the order of the content."""
    felt = {"linkId": FELT, "text": "When this was felt", "type": "dateTime"}
    return {
        "resourceType": "Questionnaire",
        "id": own_id("questionnaire", QUESTIONNAIRE_VERSION),
        "url": QUESTIONNAIRE,
        "version": QUESTIONNAIRE_VERSION,
        "title": guide.title,
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": guide.export.loinc_notice,
        "item": [felt, *(_question(field, guide) for field in guide.fields)],
    }


def answers(
    entry: DiaryEntry, patient: Resource, sessions: Container[str] = (), *, share_notes: bool
) -> Resource:
    """One entry with all its answers; notes and medicines only when shared.

    One that came with an exercise session is part of it, where the bundle holds that one of `sessions` (ids):
    the score of free practice must not count for the plan when the bundle is read back.
    """
    made: Resource = {
        "resourceType": "QuestionnaireResponse",
        "id": entry.id,
        "meta": {"lastUpdated": instant(entry.edited_at)},
        "questionnaire": f"{QUESTIONNAIRE}|{QUESTIONNAIRE_VERSION}",
        "status": "completed" if entry.edited_at == entry.created_at else "amended",
        "subject": patient,
        "authored": instant(entry.created_at),
        "author": patient,
        "item": [_item(FELT, [{"valueDateTime": instant(entry.at)}]), *_items(entry, share_notes)],
    }
    if entry.session is not None and entry.session in sessions:
        made["partOf"] = [ref(entry.session)]
    return made


def _items(entry: DiaryEntry, share_notes: bool) -> list[Resource]:
    found: list[Resource] = []
    for name in (*PAIN_FIELDS, *BOUNDS):
        value = getattr(entry, name)
        if value is not None:
            kind = "valueDecimal" if name in ("standing_h", "sleep_h") else "valueInteger"
            found.append(_item(name, [{kind: value}]))
    if entry.location:
        places = [f"{site.side}-{site.region}" for site in entry.location]
        found.append(_item("location", [_coded(REGIONS, place) for place in places]))
    if entry.quality:
        found.append(_item("quality", [_coded(FIELDS, word) for word in entry.quality]))
    for name in ("exercises_done", "footwear"):
        value = getattr(entry, name)
        if value is not None:
            found.append(_item(name, [_coded(FIELDS, value)]))
    for name in ("sleep_woken", "swelling_up"):
        yes = getattr(entry, name)
        if yes is not None:
            found.append(_item(name, [{"valueBoolean": yes}]))
    for name in FREE_TEXTS if share_notes else ():
        text = getattr(entry, name)
        if text.strip():
            found.append(_item(name, [{"valueString": text}]))
    return found


def _item(name: str, answer: list[dict[str, Any]]) -> Resource:
    return {"linkId": name, "answer": answer}


def _coded(system: str, code: str) -> dict[str, Any]:
    return {"valueCoding": {"system": system, "code": code}}


def _question(field: DiaryField, guide: DiaryGuide) -> Resource:
    made: Resource = {"linkId": field.id, "text": field.wording, "type": TYPES[field.type]}
    coding = [{"system": FIELDS, "code": field.id, "display": field.label}]
    if field.codes.loinc:
        coding.insert(0, loinc(guide.export, field.codes.loinc))
    made["code"] = coding
    if field.type == "multi-select":
        made["repeats"] = True
    if field.max_length:
        made["maxLength"] = field.max_length
    if field.choices:
        made["answerOption"] = [
            {"valueCoding": {"system": FIELDS, "code": choice.id, "display": choice.text}}
            for choice in field.choices
        ]
    elif field.type == "multi-select":
        made["answerOption"] = [
            {
                "valueCoding": {
                    "system": REGIONS,
                    "code": f"{side}-{region.id}",
                    "display": f"{region.name}, {side}",
                }
            }
            for side in guide.foot_map.sides
            for region in guide.foot_map.regions
        ]
    return made
