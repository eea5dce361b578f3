"""A clinician's plan as a file, for what a link cannot carry: pictures, and more words than a code holds."""

import json
from typing import Final

from homecare.documents import plain_of, record_of
from homecare.domain.library.content import TodayContent
from homecare.domain.library.faults import FaultError
from homecare.domain.library.validity import require
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.prescription import MOST_ITEMS, Prescription
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.reading.record_checks import PLAN_FORMAT, check_names
from homecare.exchange.reading.strict_json import LONGEST_PICTURE, parse
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

VERSION: Final = 1
MOST_BYTES: Final = MOST_ITEMS * LONGEST_PICTURE + 64 * 1024


def plan_document(wanted: Prescription) -> bytes:
    """The plan as a file; the same plan gives the same bytes."""
    told = {"format": PLAN_FORMAT, "version": VERSION, "plan": plain_of(wanted)}
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"


def read_plan_document(data: bytes, content: TodayContent) -> Prescription:
    """The plan in a file, checked against the content. Raises IntakeError, one sentence, for any other."""
    if len(data) > MOST_BYTES:
        raise IntakeError(_("The file is too large for a plan; ask your clinic for it again."))
    found = parse(data)
    if not isinstance(found, dict) or found.get("format") != PLAN_FORMAT:
        raise IntakeError(_("This file is not a plan from a clinic; choose the one your clinic gave you."))
    version, plan = found.get("version"), found.get("plan", {})
    if type(version) is int and version > VERSION:
        raise IntakeError(_("This was made by a later version of homecare; update homecare and try again."))
    try:
        require(version == VERSION, "no version of ours")
        check_names(Prescription, plan)
        wanted = record_of(Prescription, plan)
        check_prescription(wanted, content)
    except FaultError as fault:
        said = _("The plan cannot be used. {why} Ask your clinic for a new one.")
        raise IntakeError(said.format(why=" ".join(what_is_wrong(fault).split())[:300])) from None
    except ValueError:
        raise IntakeError(_("The plan in this file is damaged; ask your clinic for it again.")) from None
    return wanted
