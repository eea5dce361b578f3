"""One FHIR resource of this app's export back into the record it was made from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import takewhile
from typing import Any, Final, get_args

from homecare.domain.records.diary import ALL_ANSWERS, BOUNDS, PAIN_FIELDS, DiaryEntry, Site
from homecare.domain.records.needling import ChecklistAnswer, NeedledMuscle, Needling, ReminderMark
from homecare.domain.records.plan import ConditionStarted, QuestionnaireAnswered
from homecare.domain.records.questionnaire import ItemAnswer
from homecare.domain.records.session import ExerciseDone, Outcome, Session
from homecare.domain.report.header import Named
from homecare.exchange.fhir.answers import FELT
from homecare.exchange.fhir.care import REACTION, RECORD, RECORDED, SESSION, SESSION_ANSWERS
from homecare.exchange.fhir.codes import (
    CHECKLIST,
    CONDITIONS,
    MUSCLES,
    PHASES,
    QUESTIONNAIRE,
    REMINDERS,
    own_id,
)
from homecare.exchange.fhir.function import ANSWER, ASKED, ITEM, WORDS
from homecare.wording import _

_DONE = re.compile(
    r"([a-z-]+) (\d{1,6})/(\d{1,6}) ([a-z0-9_.-]{1,80})/([a-z0-9_.-]{1,80}) (left|right|both)"
    r"(?:, reason ([a-z]+))?(?:, pain (\d{1,2}))?"
)
_VALUES: Final = ("valueInteger", "valueDecimal", "valueBoolean", "valueString")


def patient_of(found: Mapping[str, Any]) -> Named:
    """The name, clinic number and date of birth, as far as they are given."""
    name, number = (found.get(part) for part in ("name", "identifier"))
    return Named.of(
        {
            "name": str(name[0]["text"]) if name else "",
            "clinic_id": str(number[0]["value"]) if number else "",
            "birth_date": found.get("birthDate"),
        }
    )


def entry_of(found: Mapping[str, Any]) -> DiaryEntry | None:
    """An entry; None where nothing is left of it because its notes were not shared, or for another form."""
    if not str(found["questionnaire"]).startswith(f"{QUESTIONNAIRE}|"):
        return None
    given: dict[str, Any] = {}
    for item in found["item"]:
        given[str(item["linkId"])] = _answer(str(item["linkId"]), item["answer"])
    at = _instant(given.pop(FELT))
    unknown = set(given) - set(ALL_ANSWERS)
    if unknown:
        raise ValueError(_("It answers a question the diary does not have."))
    if not given:
        return None
    session = str(found["partOf"][0]["reference"]).removeprefix("urn:uuid:") if "partOf" in found else None
    return DiaryEntry(at=at, session=session, **_stamps(found, "authored"), **given)


def answered_of(found: Mapping[str, Any]) -> QuestionnaireAnswered | None:
    """An answered questionnaire beside the diary; None for the diary's own."""
    url, _bar, _version = str(found["questionnaire"]).partition("|")
    if not url.startswith(ASKED) or url == QUESTIONNAIRE:
        return None
    return QuestionnaireAnswered(
        id=str(found["id"]),
        at=_instant(found["authored"]),
        created_at=_instant(found["authored"]),
        edited_at=_instant(found["meta"]["lastUpdated"]),
        questionnaire=url.removeprefix(ASKED),
        answers=tuple(map(_item_answer, found["item"])),
    )


def _item_answer(item: Mapping[str, Any]) -> ItemAnswer:
    if "item" not in item:
        return ItemAnswer(item=str(item["linkId"]), value=item["answer"][0]["valueInteger"])
    inside = {str(part["linkId"]): part["answer"][0] for part in item["item"]}
    return ItemAnswer(
        item=str(inside[ITEM]["valueString"]),
        text=str(inside[WORDS]["valueString"]) if WORDS in inside else "",
        value=inside[ANSWER]["valueInteger"],
    )


def _answer(name: str, answer: list[dict[str, Any]]) -> Any:
    if name == FELT:
        return answer[0]["valueDateTime"]
    if name == "location":
        places = (str(place["valueCoding"]["code"]).split("-", 1) for place in answer)
        return tuple(Site(side=side, region=region) for side, region in places)
    if name == "quality":
        return tuple(str(word["valueCoding"]["code"]) for word in answer)
    if name in ("exercises_done", "footwear"):
        return str(answer[0]["valueCoding"]["code"])
    value = next((answer[0][kind] for kind in _VALUES if kind in answer[0]), None)
    wanted: tuple[type, ...] = (str,)
    if name in PAIN_FIELDS or name in BOUNDS:
        wanted = (int, float) if name.endswith("_h") else (int,)
    elif name in ("sleep_woken", "swelling_up"):
        wanted = (bool,)
    if type(value) not in wanted:
        raise ValueError(_("An answer has the wrong form."))
    return value


def session_of(found: Mapping[str, Any]) -> Session | None:
    """An exercise session; None for an observation of another kind."""
    if not any(coding.get("code") == SESSION for coding in found["code"].get("coding", [])):
        return None
    lasting = found["effectivePeriod"]
    return Session(
        at=_instant(lasting["start"]),
        ended_at=_instant(lasting["end"]),
        slot=found["valueString"],
        note="\n".join(str(note["text"]) for note in found.get("note", [])),
        exercises=tuple(_done(found.get("component", []))),
        **_session_answers(found.get("component", [])),
        **_stamps(found, "issued"),
    )


def _session_answers(components: list[dict[str, Any]]) -> dict[str, Any]:
    """What was asked at the end of the session: whole numbers, and yes or no."""
    found: dict[str, Any] = {}
    for component in components:
        for kind, wanted in (("valueInteger", int), ("valueBoolean", bool)):
            if kind in component:
                name, value = str(component["code"]["coding"][0]["code"]), component[kind]
                if name not in SESSION_ANSWERS or type(value) is not wanted:
                    raise ValueError(_("A session has the wrong form."))
                found[name] = value
    return found


def _done(components: list[dict[str, Any]]) -> Iterator[ExerciseDone]:
    parts = [part for part in components if "valueString" in part or "valueQuantity" in part]
    for number, component in enumerate(parts):
        if "valueString" not in component:
            continue
        said = _DONE.fullmatch(str(component["valueString"]))
        if said is None or said[1] not in get_args(Outcome):
            raise ValueError(_("A session has the wrong form."))
        yield ExerciseDone(
            condition=said[4],
            item=said[5],
            exercise=str(component["code"]["coding"][0]["code"]),
            side=said[6],
            sets_done=int(said[2]),
            sets_planned=int(said[3]),
            outcome=said[1],  # type: ignore[arg-type]
            reason=said[7],  # type: ignore[arg-type]
            pain=None if said[8] is None else int(said[8]),
            **_counts(takewhile(lambda part: "valueQuantity" in part, parts[number + 1 :])),
        )


def _counts(parts: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Repetitions and time of one exercise; the sets stand in its words."""
    found = {str(part["code"]["coding"][1]["code"]): part["valueQuantity"]["value"] for part in parts}
    if any(type(value) is not int for value in found.values()):
        raise ValueError(_("A session has the wrong form."))
    return {name: found[name] for name in ("reps_planned", "reps_done", "seconds") if name in found}


def record_of(found: Mapping[str, Any]) -> dict[str, Any]:
    """What the record beside a needling says, by field of Needling; {} for another observation."""
    if not any(coding.get("code") == RECORD for coding in found["code"].get("coding", [])):
        return {}
    given: dict[str, Any] = {"created_at": _instant(found["issued"])}
    checklist, marks = [], []
    for part in found.get("component", []):
        coding = part["code"]["coding"][0]
        name = str(coding["code"])
        value = next((part[kind] for kind in _VALUES if kind in part), None)
        if coding["system"] == CHECKLIST:
            checklist.append(ChecklistAnswer(item=name, yes=value is True))
        elif coding["system"] == REMINDERS:
            marks.append(_mark(name, str(value)))
        elif name in RECORDED:
            given[name] = value
    return {**given, "checklist": tuple(checklist), "marks": tuple(marks)}


def _mark(reminder: str, said: str) -> ReminderMark:
    status, at, *rest = said.split(" ")
    until = _instant(rest[1]) if len(rest) == 2 and rest[0] == "until" else None
    return ReminderMark(reminder=reminder, status=status, at=_instant(at), until=until)  # type: ignore[arg-type]


def needling_of(found: Mapping[str, Any], record: Mapping[str, Any]) -> Needling:
    """A needling session, with what `record_of` found beside it; {} from version 0.1.0."""
    muscles = []
    for site in found["bodySite"]:
        codes = [str(coding["code"]) for coding in site["coding"] if coding["system"] == MUSCLES]
        side, muscle = codes[0].split("-", 1)
        muscles.append(NeedledMuscle(side=side, muscle=muscle))
    notes = [str(note["text"]).removeprefix(REACTION) for note in found.get("note", [])]
    at = _instant(found["performedPeriod"]["end"])
    return Needling(
        id=str(found["id"]),
        at=at,
        note=str(found["outcome"]["text"]) if "outcome" in found else "",
        warning_signs=tuple(str(sign["coding"][0]["code"]) for sign in found.get("complication", [])),
        edited_at=_instant(found["meta"]["lastUpdated"]),
        muscles=tuple(muscles),
        reaction_in_clinic=notes[0] if notes else None,  # type: ignore[arg-type]
        clinician=str(found["performer"][0]["actor"]["display"]) if "performer" in found else "",
        cancelled=found["status"] == "entered-in-error",
        **{"created_at": at, **record},
    )


def plan_of(found: Mapping[str, Any], sides: Mapping[str, str]) -> ConditionStarted:
    """The plan as it stands: its start, with the phase it is in now."""
    codes = {
        category["coding"][0]["system"]: str(category["coding"][0]["code"]) for category in found["category"]
    }
    at = _instant(found["period"]["start"])
    return ConditionStarted(
        id=own_id(str(found["id"]), "started"),
        at=at,
        created_at=at,
        edited_at=at,
        condition=codes[CONDITIONS],
        phase=codes[PHASES],
        side=sides[found["addresses"][0]["reference"]],  # type: ignore[arg-type]
    )


def _stamps(found: Mapping[str, Any], written: str) -> dict[str, Any]:
    return {
        "id": str(found["id"]),
        "created_at": _instant(found[written]),
        "edited_at": _instant(found["meta"]["lastUpdated"]),
    }


def _instant(text: object) -> datetime:
    if not isinstance(text, str):
        raise ValueError(_("A time has the wrong form."))
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(_("A time must say its offset from UTC."))
    return at
