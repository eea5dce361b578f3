"""What was found damaged and brought back, told once."""

import flet as ft

from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.recoveries import recovery_sentence


def recovery_notice(care: CareState, look: Look) -> ft.AlertDialog | None:
    """A dialog with one sentence per recovery; None when nothing was damaged or all has been told."""
    found = care.recovered
    if not found:
        return None
    sentences = dict.fromkeys(
        recovery_sentence(recovery.outcome, recovery.file, recovery.kept_as, recovery.records)
        for recovery in found
    )
    return ft.AlertDialog(
        modal=True,
        scrollable=True,
        title=look.text(_("Your diary was repaired"), size=20),
        content=ft.Column([look.body(sentence) for sentence in sentences], tight=True, spacing=8),
        actions=[look.link(_("I have read this"), care.told_recovered)],
        on_dismiss=care.told_recovered,
    )
