"""Where a dose comes from, in one tap."""

import flet as ft

from homecare.domain.library.phase import RoutineItem
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.doses import basis_text, confidence_text


def dose_source(care: CareState, look: Look, item: RoutineItem) -> list[ft.Control]:
    """The source of the dose with its confidence, and how far it backs the numbers."""
    source = care.library.source(item.source)
    return [
        look.body(basis_text(item.dose_basis)),
        look.note(source.citation),
        *([look.note(source.locator)] if source.locator else []),
        look.note(confidence_text(source.confidence)),
        *([look.note(_("Note: {note}").format(note=item.note))] if item.note else []),
    ]
