"""Everything as one FHIR R4 Bundle (4.0.1): plain dictionaries, the same records give the same bytes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo

from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.library.content import TodayContent
from homecare.domain.records.prescription import own_exercises
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.header import Named
from homecare.domain.report.period import Period
from homecare.domain.safety.alerts import alerts_at, pressing
from homecare.exchange.fhir import care, diary, standing
from homecare.exchange.fhir.answers import answers, questionnaire
from homecare.exchange.fhir.codes import Resource, instant, own_id, ref, tagged, urn
from homecare.exchange.fhir.function import function_resources

PARTICIPANT = "http://terminology.hl7.org/CodeSystem/provenance-participant-type"


def fhir_bytes(
    records: Records,
    content: TodayContent,
    at: datetime,
    zone: tzinfo,
    *,
    patient: Named | None = None,
    share_notes: bool = False,
    snomed: bool = True,
    period: Period | None = None,
    gaps: Sequence[Recovery] = (),
) -> bytes:
    """A bundle of type collection, as UTF-8 JSON, of these records as they stand `at` the time of the export.

    No name unless `patient` gives one; notes and medicines only when shared; `snomed` False leaves SNOMED CT
    out for a clinic without a licence. Ids are the records' own or follow from them. The days of an export
    that is not whole, and files whose records were lost, are tags of the bundle.
    """
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    who = patient or Named()
    head = encode(
        {"resourceType": "Bundle", **tagged(period, gaps), "type": "collection", "timestamp": instant(at)}
    )
    made = resources(records, content, at, zone, patient=who, share_notes=share_notes, snomed=snomed)
    listed = ",".join(encode({"fullUrl": urn(resource["id"]), "resource": resource}) for resource in made)
    return f'{head[:-1]},"entry":[{listed}]}}'.encode(errors="replace")


def resources(
    records: Records,
    content: TodayContent,
    at: datetime,
    zone: tzinfo,
    *,
    patient: Named,
    share_notes: bool,
    snomed: bool,
) -> Iterator[Resource]:
    """The resources of the bundle one after the other, so that ten years need no room of their own."""
    patient_id = patient_id_of(records, patient)
    yield care.patient(patient_id, patient)
    told: list[str] = [patient_id]
    evidence = evidence_at(records, content, at, zone)
    evidence = replace(evidence, pressing=pressing(alerts_at(evidence)))
    for resource in _care(evidence, patient_id, snomed=snomed):
        told.append(resource["id"])
        yield resource
    for resource in _diary(records, content, patient_id, share_notes=share_notes):
        told.append(resource["id"])
        yield resource
    for needling in records.needlings:
        yield care.procedure(needling, content.aftercare, patient_id, share_notes=share_notes)
        record = care.needling_record(needling, patient_id)
        told.append(record["id"])
        yield record
    function = function_resources(records.plan, content.questionnaires, patient_id, share_notes=share_notes)
    for resource in function:
        told.append(resource["id"])
        yield resource
    yield from standing.changes(evidence, patient_id)
    yield from standing.flags(evidence, patient_id)
    yield _provenance("author", told, at, ref(patient_id), patient_id)
    if records.needlings:
        needled = [needling.id for needling in records.needlings]
        yield _provenance("performer", needled, at, {"display": "Practitioner who needled"}, patient_id)


def patient_id_of(records: Records, patient: Named) -> str:
    """An id that stays the same from export to export: from the clinic number, else the first record."""
    if patient.clinic_id.strip():
        return own_id("patient", patient.clinic_id.strip())
    kept = [(event.created_at.astimezone(UTC), event.id) for event in records.plan]
    kept = kept or [(entry.created_at.astimezone(UTC), entry.id) for entry in records.entries]
    return own_id("patient", min(kept)[1] if kept else "")


def _diary(
    records: Records, content: TodayContent, patient_id: str, *, share_notes: bool
) -> Iterator[Resource]:
    known = diary.diary_codes(
        content.diary, patient_id, {session.id: session for session in records.sessions}
    )
    yield questionnaire(content.diary)
    scored = {entry.session for entry in records.entries if entry.pain_exercise is not None}
    for entry in records.entries:
        yield answers(entry, known.patient, known.sessions, share_notes=share_notes)
        yield from diary.observations(entry, known)
    own = own_exercises(records.plan)
    for session in records.sessions:
        yield care.session_done(session, patient_id, own, share_notes=share_notes)
        if session.pain_exercise is not None and session.id not in scored:
            yield diary.session_score(session, known)


def _care(evidence: Evidence, patient_id: str, *, snomed: bool) -> list[Resource]:
    found: list[Resource] = []
    for plan in evidence.plans.values():
        found.append(care.condition(plan, evidence, patient_id, snomed=snomed))
        found += care.plan_resources(plan, evidence, patient_id)
    return found


def _provenance(kind: str, targets: Iterable[str], at: datetime, who: Resource, patient_id: str) -> Resource:
    """Who stands behind some resources: "author" of what was written, "performer" of what was done."""
    return {
        "resourceType": "Provenance",
        "id": own_id(patient_id, "provenance", kind, instant(at)),
        "target": [ref(target) for target in targets],
        "recorded": instant(at),
        "agent": [{"type": {"coding": [{"system": PARTICIPANT, "code": kind}]}, "who": who}],
    }
