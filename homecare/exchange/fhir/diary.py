"""The diary as FHIR: its questionnaire, an answered one per entry, an observation per score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from homecare.domain.library.diary import DiaryGuide
from homecare.domain.library.questions import DiaryField
from homecare.domain.records.diary import BOUNDS, PAIN_FIELDS, DiaryEntry, Site
from homecare.domain.records.session import Session
from homecare.exchange.fhir.codes import (
    CATEGORY,
    FIELDS,
    REGIONS,
    UCUM,
    Resource,
    instant,
    loinc,
    own_id,
    ref,
    score,
)

DAY: Final = timedelta(hours=24)
WAKING_HOUR: Final = 8
"""First steps count as 08:00 local time: waking is not recorded (content/diary.toml, pain_first_step)."""
UNITS: Final = {
    "stiffness_min": "min",
    "standing_h": "h",
    "walk_min": "min",
    "run_min": "min",
    "cycle_min": "min",
    "swim_min": "min",
    "sleep_h": "h",
}
SURVEY: Final = [{"coding": [{"system": CATEGORY, "code": "survey"}]}]
SITE_PAIN: Final = "site_pain"
"""Pain at one place of the foot map: a code of its own, so that an entry has one pain now."""
SIDE_WORDS: Final = {"L": "left", "R": "right"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryCodes:
    """What of the content every observation needs, looked up once."""

    guide: DiaryGuide
    patient: Resource
    codes: Mapping[str, Resource]
    regions: Mapping[str, str]
    sessions: Mapping[str, Session]


def diary_codes(guide: DiaryGuide, patient_id: str, sessions: Mapping[str, Session]) -> DiaryCodes:
    """The codes of each numeric field, and the names of the regions."""
    fields = {field.id: field for field in guide.fields}
    return DiaryCodes(
        guide=guide,
        patient=ref(patient_id),
        codes={
            **{name: _code(fields[name], guide) for name in (*PAIN_FIELDS, *BOUNDS)},
            SITE_PAIN: {
                "coding": [{"system": FIELDS, "code": SITE_PAIN, "display": "Pain at one place"}],
                "text": "Pain at one place",
            },
        },
        regions={region.id: region.name for region in guide.foot_map.regions},
        sessions=sessions,
    )


def observations(entry: DiaryEntry, known: DiaryCodes) -> Iterator[Resource]:
    """One observation per number the patient gave; what was not answered has none."""
    felt, issued, derived = instant(entry.at), instant(entry.created_at), [ref(entry.id)]

    def observed(name: str, place: str = "") -> Resource:
        return {
            "resourceType": "Observation",
            "id": own_id(entry.id, name, place) if place else own_id(entry.id, name),
            "status": "final",
            "category": SURVEY,
            "code": known.codes[name],
            "subject": known.patient,
            **_effective(entry, name, known, felt),
            "issued": issued,
            "performer": [known.patient],
            "derivedFrom": derived,
        }

    body = _body_site(entry.location, known)
    for name in PAIN_FIELDS:
        value = getattr(entry, name)
        if value is not None:
            made = observed(name)
            made["valueQuantity"] = score(value)
            if body is not None and name != "needling_soreness":
                made["bodySite"] = body
            if name == "needling_soreness" and entry.needling:
                made["partOf"] = [ref(entry.needling)]
            yield made
    for name in BOUNDS:
        value = getattr(entry, name)
        if value is not None:
            yield {**observed(name), "valueQuantity": _quantity(name, value)}
    for site in entry.location:
        if site.pain is not None:
            made = observed(SITE_PAIN, f"{site.side}-{site.region}")
            yield {**made, "valueQuantity": score(site.pain), "bodySite": _body_site((site,), known)}


def session_score(session: Session, known: DiaryCodes) -> Resource:
    """Pain during a session that its own record holds, over the time the session took."""
    return {
        "resourceType": "Observation",
        "id": own_id(session.id, "pain_exercise"),
        "status": "final",
        "category": SURVEY,
        "code": known.codes["pain_exercise"],
        "subject": known.patient,
        "effectivePeriod": _lasting(session),
        "issued": instant(session.created_at),
        "performer": [known.patient],
        "valueQuantity": score(session.pain_exercise or 0),
    }


def _effective(entry: DiaryEntry, name: str, known: DiaryCodes, felt: str) -> Resource:
    """When it was so, as the field's time_meaning says."""
    if name == "pain_worst":
        return {"effectivePeriod": {"start": instant(entry.at - DAY), "end": felt}}
    if name == "pain_exercise" and entry.session is not None and entry.session in known.sessions:
        return {"effectivePeriod": _lasting(known.sessions[entry.session])}
    if name == "pain_first_step":
        return {"effectiveDateTime": instant(_first_steps(entry.at))}
    return {"effectiveDateTime": felt}


def _first_steps(at: datetime) -> datetime:
    """08:00 of the local day, or the entry's own time when it was written before that."""
    waking = at.replace(hour=WAKING_HOUR, minute=0, second=0, microsecond=0)
    return min(at, waking)


def _lasting(session: Session) -> Resource:
    return {"start": instant(session.at), "end": instant(session.ended_at)}


def _code(field: DiaryField, guide: DiaryGuide) -> Resource:
    coding = []
    if field.codes.loinc:
        coding.append(loinc(guide.export, field.codes.loinc))
    coding.append({"system": FIELDS, "code": field.id, "display": field.label})
    return {"coding": coding, "text": field.label}


def _quantity(name: str, value: float) -> Resource:
    if name == "steps":
        return {"value": value, "unit": "steps/day", "system": UCUM, "code": "/d"}
    return {"value": value, "unit": UNITS[name], "system": UCUM, "code": UNITS[name]}


def _body_site(sites: tuple[Site, ...], known: DiaryCodes) -> Resource | None:
    """Where it hurt, in words; a code only for a single place, since several are not one."""
    named = [f"{known.regions.get(site.region, site.region)}, {SIDE_WORDS[site.side]}" for site in sites]
    if not named:
        return None
    made: Resource = {"text": "; ".join(named)}
    if len(sites) == 1:
        code = f"{sites[0].side}-{sites[0].region}"
        made["coding"] = [{"system": REGIONS, "code": code, "display": named[0]}]
    return made
