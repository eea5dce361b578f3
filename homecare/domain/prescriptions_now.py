"""The clinicians' plans that hold now, and those that ran out lately, so that Today can say so."""

from datetime import timedelta
from typing import Final

from homecare.domain.evidence import Evidence
from homecare.domain.today import PrescriptionNow

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
