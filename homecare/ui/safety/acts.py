"""Acts of safety: answers to the questions, flags cleared, a clearance given, alerts shown and answered."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from homecare.domain.records.entry_time import TimeFaultError, check_entry_time
from homecare.domain.records.local_time import day_start
from homecare.domain.records.plan import (
    AlertConfirmed,
    AlertShown,
    AskedFirst,
    ClearanceGiven,
    RedFlagCleared,
    Screened,
)
from homecare.domain.today.asking import newly_shown
from homecare.ui.state.care import CareState, new_id, stamped
from homecare.wording.dates import time_fault
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


async def answer_ask_first(care: CareState, answers: Mapping[str, bool]) -> bool:
    """Save the answers to the questions on who should ask a clinician first, by their ids."""
    return await care.decide(asked_first(care, answers))


def asked_first(care: CareState, answers: Mapping[str, bool]) -> AskedFirst:
    """The answers as a decision of the plan; not saved yet."""
    at = care.now()
    return AskedFirst(
        id=new_id(),
        at=at,
        yes=tuple(question for question, yes in answers.items() if yes),
        no=tuple(question for question, yes in answers.items() if not yes),
        **stamped(at),
    )


async def give_ok_to_start(care: CareState, by: str, given_on: date) -> bool:
    """Record who said that every plan that waits may start, and on which day; refused as a clearance is."""
    return await _give(care, care.today.ask_first.waiting, care.library.ask_first.clearance, by, given_on)


def next_question(care: CareState) -> str:
    """The route of what still waits for an answer before the next exercises; Today when nothing does."""
    if care.today.ask_first.unanswered or care.today.ask_first.waiting:
        return "/safety/ask-first"
    return "/safety" if care.today.screening_due else "/"


async def clear_flags(care: CareState, flags: tuple[str, ...], by: str) -> bool:
    """Record that red flags were checked; `by` names the clinician ("" is enough for a "soon" one)."""
    at = care.now()
    return await care.decide(RedFlagCleared(id=new_id(), at=at, flags=flags, by=by.strip(), **stamped(at)))


async def give_clearance(care: CareState, condition: str, clearance: str, by: str, given_on: date) -> bool:
    """Record that a clinician opened a gate; refused without a name, and for a day still to come."""
    return await _give(care, [condition], clearance, by, given_on)


async def _give(care: CareState, conditions: Iterable[str], clearance: str, by: str, given_on: date) -> bool:
    at = care.now()
    try:
        check_entry_time(day_start(given_on, care.host.zone), now=at)
        events = [
            ClearanceGiven(
                id=new_id(),
                at=at,
                condition=condition,
                clearance=clearance,
                by=by.strip(),
                given_on=given_on,
                **stamped(at),
            )
            for condition in conditions
        ]
    except TimeFaultError as fault:
        care.tell(time_fault(fault.fault))
        return False
    except ValueError as fault:
        care.tell(what_is_wrong(fault))
        return False
    return await care.decide(*events)
