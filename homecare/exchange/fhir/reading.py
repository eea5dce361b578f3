"""A FHIR bundle of this app back into records, as far as it carries them: for a clinician's reading only.

Everything in it is hostile until checked: size, nesting, types, times, ids. What another program wrote into a
bundle beside the app's own answered questionnaires is not looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, TypeVar, cast

from homecare.documents import document_of
from homecare.domain.library.faults import FaultError
from homecare.domain.library.scales import check_instant
from homecare.domain.library.validity import plain_instant
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.entry_time import named_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.plan import ConditionStarted, PlanEvent, QuestionnaireAnswered
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.records.session import Session
from homecare.domain.report.header import Named
from homecare.domain.report.period import Period
from homecare.exchange.fhir.codes import BODY_SITES, GAP, LEGS, PERIOD
from homecare.exchange.fhir.records import (
    answered_of,
    entry_of,
    needling_of,
    patient_of,
    plan_of,
    record_of,
    session_of,
)
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.reading.record_checks import read_record
from homecare.exchange.reading.strict_json import parse
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

SIDES: Final = {code: side for side, (code, _words) in LEGS.items()}
OLD_SIDES: Final = {"left": "left", "right": "right", "left and right": "both"}
"""What version 0.1.0 wrote as the text of a body site."""
ERROR: Final = "entered-in-error"
R = TypeVar("R", DiaryEntry, Session, Needling, ConditionStarted, QuestionnaireAnswered)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBundle:
    """What a bundle says about one patient: who, and the records it carries, each kind oldest first.

    `made` is when the bundle was made, with its offset, None when it does not say. `period` are the days of
    an export that is not whole, `gaps` the files whose records were lost.
    """

    patient: Named
    records: Records
    made: datetime | None = None
    period: Period | None = None
    gaps: tuple[Recovery, ...] = ()


def read_bundle(data: bytes) -> ReadBundle:
    """The records in a bundle; raises IntakeError, one sentence, for anything that is not one of ours."""
    found = parse(data)
    if not isinstance(found, dict) or found.get("resourceType") != "Bundle":
        raise IntakeError(_("The file is not a FHIR bundle; choose the file that homecare exported."))
    resources = _resources(found)
    if [resource["resourceType"] for resource in resources].count("Patient") != 1:
        raise IntakeError(
            _("The bundle must be of exactly one patient; choose the file that homecare exported.")
        )
    try:
        tags = list(_tags(found.get("meta")))
        return replace(
            _read(resources),
            made=_made(found.get("timestamp")),
            period=next((_period(tag["code"]) for tag in tags if tag.get("system") == PERIOD), None),
            gaps=tuple(_gap(tag) for tag in tags if tag.get("system") == GAP),
        )
    except IntakeError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError) as fault:
        known = type(fault) is ValueError or isinstance(fault, FaultError)
        said = what_is_wrong(fault) if known else _("a part of it has the wrong form.")
        why = " ".join(said.split())[:200].rstrip(".")
        raise IntakeError(_("The bundle cannot be read: {why}.").format(why=why)) from None


def _made(said: object) -> datetime | None:
    if said is None:
        return None
    made = datetime.fromisoformat(str(said))
    check_instant(made, "timestamp")
    return plain_instant(made)


def _tags(meta: object) -> Iterator[dict[str, Any]]:
    listed = meta.get("tag", []) if isinstance(meta, dict) else []
    yield from (tag for tag in listed if isinstance(tag, dict))


def _period(code: str) -> Period:
    first, last = map(named_day, code.split("/"))
    if first is None or last is None:
        raise ValueError(_("its period names no days"))
    return Period(first=first, last=last)


def _gap(tag: dict[str, Any]) -> Recovery:
    return Recovery(file=tag["display"], outcome=tag["code"])


def _resources(found: Mapping[str, Any]) -> list[dict[str, Any]]:
    listed = found.get("entry", [])
    named = isinstance(listed, list) and all(isinstance(entry, dict) for entry in listed)
    resources = [entry.get("resource") for entry in listed] if named else []
    if not named or not all(
        isinstance(resource, dict) and isinstance(resource.get("resourceType"), str) for resource in resources
    ):
        raise IntakeError(_("The bundle has entries without a resource; export it again."))
    ids = [resource.get("id") for resource in resources if resource]
    if len({str(id_) for id_ in ids}) != len(ids):
        raise IntakeError(_("The bundle holds two resources with the same id; export it again."))
    return [resource for resource in resources if resource]


def _read(resources: list[dict[str, Any]]) -> ReadBundle:
    who = next(resource for resource in resources if resource["resourceType"] == "Patient")
    resources = [resource for resource in resources if _about(resource, str(who.get("id")))]
    beside = {
        str(resource["partOf"][0]["reference"]).removeprefix("urn:uuid:"): record_of(resource)
        for resource in resources
        if resource["resourceType"] == "Observation" and "partOf" in resource
    }
    resources = [resource for resource in resources if _holds(resource)]
    sides = {
        f"urn:uuid:{resource['id']}": _side(resource["bodySite"][0])
        for resource in resources
        if resource["resourceType"] == "Condition"
    }
    entries = _each(resources, "QuestionnaireResponse", entry_of)
    plan: list[PlanEvent] = [
        *_each(resources, "CarePlan", lambda resource: plan_of(resource, sides)),
        *_each(resources, "QuestionnaireResponse", answered_of),
    ]
    return ReadBundle(
        patient=patient_of(who),
        records=Records(
            entries=tuple(entries),
            sessions=tuple(_each(resources, "Observation", session_of)),
            needlings=tuple(
                _each(
                    resources,
                    "Procedure",
                    lambda resource: needling_of(resource, beside.get(str(resource["id"]), {})),
                )
            ),
            plan=tuple(sorted(plan, key=lambda event: (event.at, event.id))),
        ),
    )


def _holds(resource: dict[str, Any]) -> bool:
    """Whether it was not entered in error; a needling's record is kept all the same, marked as cancelled."""
    if resource["resourceType"] == "Procedure":
        return True
    verified = resource.get("verificationStatus", {}).get("coding", [{}])[0].get("code")
    return ERROR not in (resource.get("status"), verified)


def _about(resource: dict[str, Any], patient_id: str) -> bool:
    """Whether a resource is about the patient, or about nobody."""
    if "subject" not in resource:
        return True
    about = resource["subject"].get("reference")
    return about in (f"urn:uuid:{patient_id}", f"Patient/{patient_id}")


def _side(site: dict[str, Any]) -> str:
    codes = [str(coding["code"]) for coding in site.get("coding", []) if coding.get("system") == BODY_SITES]
    return SIDES[codes[0]] if codes else OLD_SIDES[site["text"]]


def _each(resources: list[dict[str, Any]], kind: str, read: Callable[[dict[str, Any]], R | None]) -> list[R]:
    made = [read(resource) for resource in resources if resource["resourceType"] == kind]
    kept = [entry for entry in made if entry is not None]
    # A value the types do not allow may have come through: it is read again as a backup's would be.
    checked = [cast(R, read_record(_kind_of(record), document_of(record))) for record in kept]
    return sorted(checked, key=lambda record: (record.at, record.id))


def _kind_of(record: DiaryEntry | Session | Needling | PlanEvent) -> Any:
    return PlanEvent if isinstance(record, PlanEvent) else type(record)
