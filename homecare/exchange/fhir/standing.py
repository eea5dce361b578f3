"""How the patient stands when the bundle is made: the change in pain, and what is pressing."""

from collections.abc import Iterator
from typing import Final

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.pain_change import pain_change
from homecare.domain.safety.alerts import alerts_at
from homecare.domain.safety.pressing import pressing_now
from homecare.exchange.fhir.codes import FIELDS, UCUM, Resource, instant, own_id, ref, score
from homecare.exchange.fhir.diary import SURVEY
from homecare.wording.report_safety import pressing_text

CHANGE: Final = "pain_change"
FLAGS: Final = "http://terminology.hl7.org/CodeSystem/flag-category"


def changes(evidence: Evidence, patient_id: str) -> Iterator[Resource]:
    """The pain of each plan against its first week, as the clinician's page tells it; needs both."""
    for condition in evidence.plans:
        found = pain_change(condition, evidence)
        change = found.change
        if change.baseline is None or change.latest is None or change.points is None:
            continue
        parts = [
            _part("first_week", _points(change.baseline.value)),
            _part("latest_week", _points(change.latest.value)),
            _part("points", _points(change.points)),
        ]
        if change.percent is not None:
            percent = {"value": round(change.percent), "unit": "%", "system": UCUM, "code": "%"}
            parts.append(_part("percent", percent))
        made: Resource = {
            "resourceType": "Observation",
            "id": own_id(patient_id, CHANGE, condition),
            "status": "final",
            "category": SURVEY,
            "code": _coded(CHANGE, f"Change in pain since the first week ({found.field})"),
            "subject": ref(patient_id),
            "focus": [ref(own_id(patient_id, "condition", condition))],
            "effectiveDateTime": instant(evidence.at),
            "component": parts,
        }
        if change.label is not None:
            made["valueCodeableConcept"] = {
                "coding": [{"system": FIELDS, "code": change.label, "display": found.label}],
                "text": found.label,
            }
        yield made


def flags(evidence: Evidence, patient_id: str) -> Iterator[Resource]:
    """What is pressing, in the words of the clinician's page, as active flags."""
    for pressing in pressing_now(evidence, alerts_at(evidence)):
        coding = [{"system": FIELDS, "code": name} for name in pressing.ids]
        yield {
            "resourceType": "Flag",
            "id": own_id(patient_id, "flag", *pressing.ids, pressing.since.isoformat()),
            "status": "active",
            "category": [{"coding": [{"system": FLAGS, "code": "clinical"}]}],
            "code": {"coding": coding, "text": pressing_text(pressing, evidence.day)},
            "subject": ref(patient_id),
            "period": {"start": pressing.since.isoformat()},
        }


def _points(value: float) -> Resource:
    """A mean of pain scores, or a difference of two, to two decimals."""
    return {**score(0), "value": round(value, 2)}


def _coded(code: str, words: str) -> Resource:
    return {"coding": [{"system": FIELDS, "code": code}], "text": words}


def _part(name: str, value: Resource) -> Resource:
    return {"code": _coded(f"{CHANGE}.{name}", name), "valueQuantity": value}
