"""Codes, ids and small parts shared by every FHIR resource (content/diary.toml, export)."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha1
from typing import Any, Final
from uuid import UUID

from homecare.domain.library.diary import ExportGuide
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.period import Period

Resource = dict[str, Any]

BASE: Final = "https://homecare.invalid/fhir/"
"""Where the app's own names live: a name only (RFC 2606), nothing is to be fetched from it."""
LOINC: Final = "http://loinc.org"
SNOMED: Final = "http://snomed.info/sct"
UCUM: Final = "http://unitsofmeasure.org"
CATEGORY: Final = "http://terminology.hl7.org/CodeSystem/observation-category"
FIELDS: Final = f"{BASE}CodeSystem/diary-field"
REGIONS: Final = f"{BASE}CodeSystem/foot-region"
EXERCISES: Final = f"{BASE}CodeSystem/exercise"
CONDITIONS: Final = f"{BASE}CodeSystem/condition"
PHASES: Final = f"{BASE}CodeSystem/phase"
MUSCLES: Final = f"{BASE}CodeSystem/muscle"
QUESTIONNAIRE: Final = f"{BASE}Questionnaire/daily-pain-diary"
QUESTIONNAIRE_VERSION: Final = "2"
"""Version of the diary's questions as exported; raise it when a question in content/diary.toml changes."""
PERIOD: Final = f"{BASE}CodeSystem/export-period"
GAP: Final = f"{BASE}CodeSystem/gap"
CLINIC_NUMBER: Final = f"{BASE}clinic-number"
BODY_SITES: Final = f"{BASE}CodeSystem/body-site"
DOSES: Final = f"{BASE}CodeSystem/dose"
CHECKLIST: Final = f"{BASE}CodeSystem/needling-checklist"
REMINDERS: Final = f"{BASE}CodeSystem/aftercare-reminder"
WARNINGS: Final = f"{BASE}CodeSystem/needling-warning-sign"
LEGS: Final = {
    "left": ("left-lower-leg", "Left lower leg, ankle and foot"),
    "right": ("right-lower-leg", "Right lower leg, ankle and foot"),
    "both": ("both-lower-legs", "Both lower legs, ankles and feet"),
}
"""The part of the body a plan is for, by its side: a code and its words."""
SNOMED_CONDITIONS: Final = {"plantar-fasciitis": "202882003"}
"""The one condition whose SNOMED CT code was confirmed (content/diary.toml, export.codes)."""
OWN: Final = UUID("3f0f3d3e-5c0b-5f9a-9a55-6b1d0c6a7b21")
"""The name space of every id that is not a record's own."""
_OWN_BYTES: Final = OWN.bytes


def own_id(*parts: str) -> str:
    """A stable id for what has none of its own: a UUID of version 5, the same for the same parts."""
    found = bytearray(sha1(_OWN_BYTES + "/".join(parts).encode(), usedforsecurity=False).digest()[:16])
    found[6] = found[6] & 0x0F | 0x50
    found[8] = found[8] & 0x3F | 0x80
    made = found.hex()
    return f"{made[:8]}-{made[8:12]}-{made[12:16]}-{made[16:20]}-{made[20:]}"


def urn(resource_id: str) -> str:
    """The address of a resource inside the bundle."""
    return f"urn:uuid:{resource_id}"


def ref(resource_id: str) -> Resource:
    """A reference to another resource of the bundle."""
    return {"reference": urn(resource_id)}


def tagged(period: Period | None, gaps: Sequence[Recovery]) -> Resource:
    """What an export leaves out, as the `meta` of a bundle or a patient; {} when it is whole.

    One tag for the days that it is of, and one for each file whose records are missing.
    """
    tags: list[Resource] = []
    if period is not None:
        tags.append({"system": PERIOD, "code": f"{period.first.isoformat()}/{period.last.isoformat()}"})
    tags += [{"system": GAP, "code": gap.outcome.value, "display": gap.file} for gap in gaps]
    return {"meta": {"tag": tags}} if tags else {}


def instant(at: datetime) -> str:
    """An instant with its offset, to the second."""
    return at.isoformat(timespec="seconds")


def loinc(guide: ExportGuide, code: str) -> Resource:
    """A LOINC coding with the content's own display."""
    return {"system": LOINC, "code": code, "display": guide.code(code).display}


def leg(side: str) -> Resource:
    """The leg from the knee down on a side ("left", "right" or "both") as a body site."""
    code, words = LEGS[side]
    return {"coding": [{"system": BODY_SITES, "code": code, "display": words}], "text": words}


def score(value: int) -> Resource:
    """A pain score, 0 to 10, in the content's encoding."""
    return {"value": value, "unit": "{score}", "system": UCUM, "code": "{score}"}
