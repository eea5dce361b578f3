"""Acts on alerts: that one was shown, and what the patient did about it."""

from typing import Literal

from homecare.domain.alerts import newly_shown
from homecare.domain.plan import AlertConfirmed, AlertShown
from homecare.ui.state import CareState, new_id, stamped


async def note_shown(care: CareState) -> None:
    """Record the alerts that are on the screen for the first time in a day; nothing when there are none."""
    new = newly_shown(care.today, care.records)
    at = care.now()
    shown = [
        AlertShown(id=new_id(), at=at, alert=one.id, entries=one.entries, **stamped(at))
        for one in care.today.alerts
        if one.id in new
    ]
    if shown:
        await care.decide(*shown)


async def answer_alert(care: CareState, alert: str, answer: Literal["have-called", "will-call"]) -> bool:
    """Record what the patient did about an alert."""
    at = care.now()
    return await care.decide(AlertConfirmed(id=new_id(), at=at, alert=alert, answer=answer, **stamped(at)))
