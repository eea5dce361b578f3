"""Acts of safety: answers to the questions, flags cleared, a clearance given, alerts shown and answered."""

from datetime import date
from typing import Literal

from homecare.domain.records.plan import AlertConfirmed, AlertShown, ClearanceGiven, RedFlagCleared, Screened
from homecare.domain.today.asking import newly_shown
from homecare.ui.state.care import CareState, new_id, stamped
from homecare.wording.faults import what_is_wrong


async def note_shown(care: CareState) -> None:
    """Record the alerts that are on the screen for the first time in a day; nothing when there are none."""
    new = newly_shown(care.today, care.records)
    at = care.now()
    shown = [
        AlertShown(id=new_id(), at=at, alert=alert.id, entries=alert.entries, **stamped(at))
        for alert in care.today.alerts
        if alert.id in new
    ]
    if shown:
        await care.decide(*shown)


async def answer_alert(care: CareState, alert: str, answer: Literal["have-called", "will-call"]) -> bool:
    """Record what the patient did about an alert."""
    at = care.now()
    return await care.decide(AlertConfirmed(id=new_id(), at=at, alert=alert, answer=answer, **stamped(at)))


async def answer_safety(care: CareState, yes: tuple[str, ...]) -> bool:
    """Save the answers to the safety questions; `yes` holds the ids answered yes."""
    at = care.now()
    return await care.decide(Screened(id=new_id(), at=at, yes=yes, **stamped(at)))


async def clear_flags(care: CareState, flags: tuple[str, ...], by: str) -> bool:
    """Record that red flags were checked; `by` names the clinician ("" is enough for a "soon" one)."""
    at = care.now()
    return await care.decide(RedFlagCleared(id=new_id(), at=at, flags=flags, by=by.strip(), **stamped(at)))


async def give_clearance(care: CareState, condition: str, clearance: str, by: str, given_on: date) -> bool:
    """Record that a clinician opened a gate; refused without a name."""
    at = care.now()
    try:
        event = ClearanceGiven(
            id=new_id(),
            at=at,
            condition=condition,
            clearance=clearance,
            by=by.strip(),
            given_on=given_on,
            **stamped(at),
        )
    except ValueError as fault:
        care.tell(what_is_wrong(fault))
        return False
    return await care.decide(event)
