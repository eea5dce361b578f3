"""Patient, condition, plan, needling and sessions as FHIR resources (content/diary.toml, export)."""

from collections.abc import Mapping
from typing import Final

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.dose import Dose, Schedule
from homecare.domain.library.exercise import ClinicExercise
from homecare.domain.plan.item_state import ItemNow, items_now, lights_on
from homecare.domain.records.needling import Needling, ReminderMark
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.records.session import ExerciseDone, Session
from homecare.domain.report.header import Named
from homecare.domain.safety.holds import HoldCode, hold_on
from homecare.domain.safety.stress_fracture import may_be_shown
from homecare.exchange.fhir.codes import (
    CATEGORY,
    CHECKLIST,
    CLINIC_NUMBER,
    CONDITIONS,
    DOSES,
    EXERCISES,
    FIELDS,
    MUSCLES,
    PHASES,
    REMINDERS,
    SNOMED,
    SNOMED_CONDITIONS,
    UCUM,
    WARNINGS,
    Resource,
    instant,
    leg,
    own_id,
    ref,
)
from homecare.wording.doses import dose_text, load_parts
from homecare.wording.prescription import advice_lines
from homecare.wording.reasons import hold_sentence

ACTIVE: Final = "http://terminology.hl7.org/CodeSystem/condition-clinical"
VERIFIED: Final = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
ON_HOLD: Final = "on-hold"
ACTIVE_REQUEST: Final = "active"
SESSION: Final = "exercise-session"
PRACTICE: Final = "practice"
"""Marks a session of free practice; a session of the plan says nothing of it."""
MARKS: Final = ("ended_early", PRACTICE)
"""What a session says only where it is so."""
SESSION_ANSWERS: Final = ("pain_exercise", "tingling_min", "numb_spread", "swelling_up", *MARKS)
COUNTS: Final = {
    "sets_planned": "sets",
    "sets_done": "sets",
    "reps_planned": "repetitions",
    "reps_done": "repetitions",
}
"""The counts of an exercise, by name, and what they count."""
RECORD: Final = "needling-record"
RECORDED: Final = (
    "needles_used_count",
    "all_needles_out_checked",
    "local_twitch",
    "aftercare_given",
    "heat_allowed",
    "stretch_allowed",
    "checklist_decision",
    "zone",
)
"""What is recorded of a needling beside what a Procedure has an element for."""
REACTION: Final = "reaction_in_clinic: "


def patient(patient_id: str, named: Named) -> Resource:
    """The patient: clinic number, name and date of birth only as far as the patient gave them."""
    made: Resource = {"resourceType": "Patient", "id": patient_id}
    if named.clinic_id.strip():
        made["identifier"] = [{"system": CLINIC_NUMBER, "value": named.clinic_id.strip()}]
    if named.name.strip():
        made["name"] = [{"text": named.name.strip()}]
    if named.birth_date is not None:
        made["birthDate"] = named.birth_date.isoformat()
    return made


def condition(plan: ConditionPlan, evidence: Evidence, patient_id: str, *, snomed: bool) -> Resource:
    """The working problem of a plan, as the patient chose it: nobody here has made a diagnosis.

    SNOMED CT only where the code was confirmed.
    """
    known = evidence.condition(plan)
    code: Resource = {"text": known.name}
    if snomed and plan.condition in SNOMED_CONDITIONS:
        number = SNOMED_CONDITIONS[plan.condition]
        display = evidence.content.diary.export.code(number).display
        code["coding"] = [{"system": SNOMED, "code": number, "display": display}]
    return {
        "resourceType": "Condition",
        "id": own_id(patient_id, "condition", plan.condition),
        "clinicalStatus": {"coding": [{"system": ACTIVE, "code": "active"}]},
        "verificationStatus": {"coding": [{"system": VERIFIED, "code": "provisional"}]},
        "code": code,
        "bodySite": [leg(plan.side)],
        "subject": ref(patient_id),
        "recordedDate": instant(plan.started_at),
        "asserter": ref(patient_id),
    }


def plan_resources(plan: ConditionPlan, evidence: Evidence, patient_id: str) -> list[Resource]:
    """The plan and a request per exercise of its phase; on hold where Today holds them."""
    requests = [_request(item, evidence, patient_id) for item in items_now(plan, evidence)]
    held = bool(requests) and all(request["status"] == ON_HOLD for request in requests)
    known = evidence.condition(plan)
    said = f"Phase: {evidence.phase(plan).name} ({plan.phase}). Pain profile: {known.pain_profile}."
    return [
        {
            "resourceType": "CarePlan",
            "id": own_id(patient_id, "plan", plan.condition),
            "status": ON_HOLD if held else ACTIVE_REQUEST,
            "intent": "plan",
            "category": [
                {"coding": [{"system": CONDITIONS, "code": plan.condition}]},
                {"coding": [{"system": PHASES, "code": plan.phase}]},
            ],
            "title": known.name,
            "subject": ref(patient_id),
            "period": _lasting(plan),
            "author": _author(plan, patient_id),
            "addresses": [ref(own_id(patient_id, "condition", plan.condition))],
            "activity": [{"reference": ref(request["id"])} for request in requests],
            "note": [{"text": text} for text in (said, *_besides(plan))],
        },
        *requests,
    ]


def _besides(plan: ConditionPlan) -> list[str]:
    """What a clinician's plan says besides its exercises, a line each."""
    if plan.prescription is None:
        return []
    return [f"{about}: {said}" for about, said in advice_lines(plan.prescription)]


def _lasting(plan: ConditionPlan) -> Resource:
    found: Resource = {"start": instant(plan.started_at)}
    if plan.prescription is not None and plan.prescription.expires is not None:
        found["end"] = plan.prescription.expires.isoformat()
    return found


def _author(plan: ConditionPlan, patient_id: str) -> Resource:
    """The clinic whose plan was taken over; else the patient, who chose a plan of the library."""
    if plan.prescription is None:
        return ref(patient_id)
    return {"display": plan.prescription.clinic or "A clinician, not named"}


def _dose(dose: Dose) -> list[Resource]:
    """Each number of a dose that is set, with its own code: R4 has no element for sets and repeats."""
    numbers = {name: getattr(dose, name) for name in ("sets", "reps", "hold_s", "duration_s", "rest_s")}
    if dose.tempo is not None:
        numbers["tempo_s"] = f"{dose.tempo.up_s}-{dose.tempo.hold_s}-{dose.tempo.down_s}"
    return [
        {"coding": [{"system": DOSES, "code": name}], "text": f"{name}: {value}"}
        for name, value in numbers.items()
        if value is not None
    ]


def _held(now: ItemNow, evidence: Evidence) -> HoldCode | None:
    """Why an exercise is not to be done as things stand; a day of rest is part of the plan."""
    if not may_be_shown(now, evidence):
        return HoldCode.STRESS_FRACTURE
    hold = hold_on(now, lights_on(now.plan, now.item.exercise, evidence), evidence)
    return None if hold is None or hold.code is HoldCode.RED_REST else hold.code


def _request(now: ItemNow, evidence: Evidence, patient_id: str) -> Resource:
    wanted = now.wanted
    level = f"level: {now.level}"
    load = load_parts(now.load, wanted.load_kg if wanted else None, wanted.band if wanted else None)
    held = _held(now, evidence)
    notes = ["; ".join([dose_text(now.dose), *(f"load: {said}" for said in load), level])]
    if held is not None:
        notes.append(hold_sentence(held))
    made: Resource = {
        "resourceType": "ServiceRequest",
        "id": own_id(patient_id, "item", now.plan.condition, now.item.exercise),
        "status": ACTIVE_REQUEST if held is None else ON_HOLD,
        "intent": "plan",
        "code": {
            "coding": [{"system": EXERCISES, "code": now.exercise.id, "display": now.exercise.name}],
            "text": now.exercise.name,
        },
        "orderDetail": _dose(now.dose),
        "subject": ref(patient_id),
        "occurrenceTiming": {"repeat": timing(now.item.schedule)},
        "requester": _author(now.plan, patient_id),
        "bodySite": [leg(now.side)],
        "note": [{"text": note} for note in notes],
    }
    told = [
        *(wanted.own.steps if wanted and wanted.own else ()),
        *([wanted.note] if wanted and wanted.note else []),
    ]
    if told:
        made["patientInstruction"] = "\n".join(told)
    return made


def timing(schedule: Schedule) -> Resource:
    """How often, as FHIR counts: bouts per period."""
    if schedule.pattern == "per_week":
        return {"frequency": schedule.n * schedule.times_per_day, "period": 1, "periodUnit": "wk"}
    return {"frequency": schedule.times_per_day, "period": schedule.n, "periodUnit": "d"}


def procedure(needling: Needling, guide: AftercareGuide, patient_id: str, *, share_notes: bool) -> Resource:
    """A needling session; one recorded in error is marked so. Its note only when shared."""
    made: Resource = {
        "resourceType": "Procedure",
        "id": needling.id,
        "meta": {"lastUpdated": instant(needling.edited_at)},
        "status": "entered-in-error" if needling.cancelled else "completed",
        "code": {"text": "Dry needling"},
        "subject": ref(patient_id),
        "performedPeriod": {"end": instant(needling.at)},
        "bodySite": [
            {
                "coding": [{"system": MUSCLES, "code": f"{muscle.side}-{muscle.muscle}"}],
                "text": f"{muscle.side} {guide.plain_name(muscle.muscle)}",
            }
            for muscle in needling.muscles
        ],
    }
    if needling.clinician.strip():
        made["performer"] = [{"actor": {"display": needling.clinician}}]
    if share_notes and needling.note.strip():
        made["outcome"] = {"text": needling.note}
    if needling.reaction_in_clinic is not None:
        made["note"] = [{"text": f"{REACTION}{needling.reaction_in_clinic}"}]
    if needling.warning_signs:
        signs = {sign.id: sign.text for sign in guide.warning_signs}
        made["complication"] = [
            {"coding": [{"system": WARNINGS, "code": sign}], "text": signs.get(sign, sign)}
            for sign in needling.warning_signs
        ]
    return made


def needling_record(needling: Needling, patient_id: str) -> Resource:
    """The checklist before a needling, what was counted and agreed, and what became of the reminders."""
    components = [
        _part(FIELDS, name, value)
        for name in RECORDED
        if (value := getattr(needling, name)) is not None and value != ""
    ]
    components += [_part(CHECKLIST, answer.item, answer.yes) for answer in needling.checklist]
    components += [_part(REMINDERS, mark.reminder, _marked(mark)) for mark in needling.marks]
    return {
        "resourceType": "Observation",
        "id": own_id(needling.id, "record"),
        "status": "entered-in-error" if needling.cancelled else "final",
        "code": {"coding": [{"system": FIELDS, "code": RECORD}], "text": "Record of a dry needling session"},
        "subject": ref(patient_id),
        "effectiveDateTime": instant(needling.at),
        "issued": instant(needling.created_at),
        "performer": [ref(patient_id)],
        "partOf": [ref(needling.id)],
        "component": components,
    }


def _marked(mark: ReminderMark) -> str:
    until = "" if mark.until is None else f" until {instant(mark.until)}"
    return f"{mark.status} {instant(mark.at)}{until}"


def _part(system: str, code: str, value: bool | int | str) -> Resource:
    """A component with a value of its own kind."""
    kind = {bool: "valueBoolean", int: "valueInteger", str: "valueString"}[type(value)]
    return {"code": {"coding": [{"system": system, "code": code}]}, kind: value}


def session_done(
    session: Session, patient_id: str, own: Mapping[str, ClinicExercise], *, share_notes: bool
) -> Resource:
    """An exercise session: when, which part of the day, and what was done of each exercise.

    `own` are the exercises that clinicians wrote, by id: no list of codes names them, so the bundle does.
    """
    made: Resource = {
        "resourceType": "Observation",
        "id": session.id,
        "meta": {"lastUpdated": instant(session.edited_at)},
        "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": "activity"}]}],
        "code": {"coding": [{"system": FIELDS, "code": SESSION}], "text": "Exercise session"},
        "subject": ref(patient_id),
        "effectivePeriod": {"start": instant(session.at), "end": instant(session.ended_at)},
        "issued": instant(session.created_at),
        "performer": [ref(patient_id)],
        "valueString": session.slot,
        "component": [
            *(part for exercise in session.exercises for part in _done(exercise, own)),
            *_answers(session),
        ],
    }
    if share_notes and session.note.strip():
        made["note"] = [{"text": session.note}]
    return made


def _done(done: ExerciseDone, own: Mapping[str, ClinicExercise]) -> list[Resource]:
    """What was done of one exercise, in words, then each of its counts and its time as a quantity.

    Why it was left out or cut short and how much it hurt stand in the words, where known.
    """
    said = [
        f"{done.outcome} {done.sets_done}/{done.sets_planned} {done.condition}/{done.item} {done.side}",
        *([] if done.reason is None else [f"reason {done.reason}"]),
        *([] if done.pain is None else [f"pain {done.pain}"]),
    ]
    exercise = {"system": EXERCISES, "code": done.exercise}
    if done.exercise in own:
        exercise["display"] = own[done.exercise].name
    parts: list[Resource] = [{"code": {"coding": [exercise]}, "valueString": ", ".join(said)}]
    for name, unit in (*COUNTS.items(), ("seconds", "s")):
        value = getattr(done, name)
        if value is not None:
            code = "s" if unit == "s" else f"{{{unit}}}"
            parts.append(
                {
                    "code": {"coding": [exercise, {"system": FIELDS, "code": name}]},
                    "valueQuantity": {"value": value, "unit": unit, "system": UCUM, "code": code},
                }
            )
    return parts


def _answers(session: Session) -> list[Resource]:
    """What was asked at the end of the session, so that a reader need not search for it."""
    found: list[Resource] = []
    for name in SESSION_ANSWERS:
        value = getattr(session, name)
        if value is not None and (value or name not in MARKS):
            found.append(_part(FIELDS, name, value))
    return found
