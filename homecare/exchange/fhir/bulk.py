"""One patient's resources in the layout of FHIR Bulk Data: lines of JSON, sorted by resource type.

In a bundle a resource is found by its urn; here by its type and id, as on a server ("Patient/…").
"""

import json
from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Any, Final

from homecare.domain.library.content import TodayContent
from homecare.domain.records.records import Records
from homecare.domain.records.recovery import Recovery
from homecare.domain.report.header import Named
from homecare.domain.report.period import Period
from homecare.exchange.fhir.bundle import resources
from homecare.exchange.fhir.codes import tagged

SHARED: Final = "Questionnaire"
"""Its resources belong to no patient: each stands once, however many patients answered it."""
_URN: Final = "urn:uuid:"


def bulk_lines(
    records: Records,
    content: TodayContent,
    at: datetime,
    zone: tzinfo,
    *,
    patient: Named,
    share_notes: bool,
    snomed: bool,
    period: Period | None = None,
    gaps: Sequence[Recovery] = (),
) -> dict[str, dict[str, bytes]]:
    """The lines of one patient by resource type and id; a line ends with a line feed.

    The days of an export that is not whole, and files whose records were lost, are tags of the patient.
    """
    made = list(
        resources(records, content, at, zone, patient=patient, share_notes=share_notes, snomed=snomed)
    )
    made[0] |= tagged(period, gaps)
    types = {resource["id"]: resource["resourceType"] for resource in made}
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    lines: dict[str, dict[str, bytes]] = {}
    for resource in _with_addresses(made, types):
        line = f"{encode(resource)}\n".encode(errors="replace")
        lines.setdefault(resource["resourceType"], {})[resource["id"]] = line
    return lines


def _with_addresses(value: Any, types: dict[str, str]) -> Any:
    """The same with every reference of the bundle as "Type/id"."""
    if isinstance(value, dict):
        return {name: _with_addresses(member, types) for name, member in value.items()}
    if isinstance(value, list):
        return [_with_addresses(member, types) for member in value]
    known = value.removeprefix(_URN) if isinstance(value, str) and value.startswith(_URN) else ""
    return f"{types[known]}/{known}" if known in types else value
