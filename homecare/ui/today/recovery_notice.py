"""What was found damaged, missing or copied, told until the patient has confirmed it."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.recoveries import recovery_sentence


def recovery_notice(care: CareState, look: Look) -> ft.AlertDialog | None:
    """A dialog with one sentence per recovery; None when nothing was damaged or all was confirmed."""
    found = care.recovered
    if not found:
        return None
    sentences = dict.fromkeys(map(recovery_sentence, found))
    return ft.AlertDialog(
        modal=True,
        scrollable=True,
        title=look.text(_("Please check your diary"), size=20),
        content=ft.Column([look.body(sentence) for sentence in sentences], tight=True, spacing=8),
        actions=[look.link(_("I have read this"), care.told_recovered)],
        on_dismiss=care.told_recovered,
    )
