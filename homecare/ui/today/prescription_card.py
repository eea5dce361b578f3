"""A clinician's plan that stands in for the library's doses, or whose time is over."""

import flet as ft

from homecare.domain.plan.standing import PrescriptionNow
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording.standing import standing_text


def lapsed_cards(care: CareState, look: Look) -> list[ft.Control]:
    """A card for each clinician's plan that ran out lately; nothing without one."""
    return [
        look.card(look.body(_sentence(care, prescription)), tone="info")
        for prescription in care.today.prescriptions
        if prescription.lapsed
    ]


def standing_notes(care: CareState, look: Look) -> list[ft.Control]:
    """A quiet line beneath the routine for each clinician's plan that holds."""
    return [
        look.note(_sentence(care, prescription))
        for prescription in care.today.prescriptions
        if not prescription.lapsed
    ]


def _sentence(care: CareState, now: PrescriptionNow) -> str:
    return standing_text(now, care.library.condition(now.condition).name)
