"""The clinicians' plans that hold now, and those that ran out lately, so that Today can say so."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.records.prescription import LightLimits


@dataclass(frozen=True, slots=True, kw_only=True)
class PrescriptionNow:
    """A clinician's plan that stands in for the library's doses, or did: `lapsed` once its time is over.

    `clinic` is its short name or ""; `expires` the last day it holds, None without an end; `limits` those of
    the traffic light it set, None where it left them.
    """

    condition: str
    clinic: str
    issued: date
    expires: date | None
    lapsed: bool = False
    limits: LightLimits | None = None


TOLD_DAYS: Final = 14
"""Days after its end on which Today still says that a clinician's plan is over."""


def prescriptions_now(evidence: Evidence) -> tuple[PrescriptionNow, ...]:
    """One for each plan that a clinician wrote, also when it ran out in the last 14 days."""
    found = []
    for plan in evidence.plans.values():
        wanted = plan.prescription or plan.lapsed
        if wanted is None:
            continue
        lapsed = plan.prescription is None
        if lapsed and wanted.expires and evidence.day - wanted.expires > timedelta(days=TOLD_DAYS):
            continue
        found.append(
            PrescriptionNow(
                condition=plan.condition,
                clinic=wanted.clinic,
                issued=wanted.issued,
                expires=wanted.expires,
                lapsed=lapsed,
                limits=wanted.limits,
            )
        )
    return tuple(found)
