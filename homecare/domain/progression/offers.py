"""Offers: the one change of an item the patient may accept or decline. Nothing is applied by itself."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Literal

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.traffic_light import Judged
from homecare.domain.library.phase import Step
from homecare.domain.library.scales import WEEK
from homecare.domain.plan.item_state import ItemNow, decisions_on, loading_row
from homecare.domain.progression.streaks import Offer
from homecare.domain.records.diary import diary_day


def easier_offer(now: ItemNow, *, until: date | None = None, whole: bool = True) -> Offer | None:
    """The easier version of an item, None when it is done in that version or the content names none.

    With `whole` the easier exercise comes first (after a red light or a flare), without it the smaller dose
    does (three ambers), where the content names both.
    """
    step = now.item.regression
    if now.level == "easier" or step.stays:
        return None
    dose = step.dose if step.dose and not (whole and step.exercise) else None
    return Offer(
        kind="easier",
        text=step.text,
        level="easier",
        exercise=None if dose else step.exercise,
        changes=_numbers(dose),
        step=now.row,
        until=until,
    )


def back_to_plan(now: ItemNow) -> Offer | None:
    """The item as its phase prescribes it, None when it is."""
    if now.level == "as-planned":
        return None
    return Offer(kind="as-planned", text="", level="as-planned", step=now.row)


def last_safe_offer(now: ItemNow, here: Sequence[Judged]) -> Offer | None:
    """Back to the dose before a step that was too much at once, None when the present one went well before.

    For patients who passed over the easier version: the last safe dose is to be retried, not the one that was
    red (content/safety.toml, regress_rule). `here` are the lights at the present dose.
    """
    if any(judged_day.light.final and judged_day.light.light in ("green", "amber") for judged_day in here):
        return None
    if now.level == "harder":
        return back_to_plan(now)
    before = loading_row(now.phase, now.item, now.row - 1) if now.row is not None and now.row > 1 else None
    if before is None:
        return None
    changes = (("sets", float(before[1].sets)), ("reps", float(before[1].reps)))
    return Offer(kind="as-planned", text="", level="as-planned", changes=changes, step=before[0])


def harder_offer(now: ItemNow, evidence: Evidence) -> Offer | None:
    """The next step of an item, one thing at a time: repeats (or hold), then load, then exercise.

    None where the content names no further step, or the next phase takes the same exercise further.
    """
    if now.level == "easier":
        return back_to_plan(now)
    step = now.item.progression
    if step.stays or (week_based(now, evidence) and _taken_further(now, evidence)):
        return None
    state = now.since if now.level == "harder" else None
    if step.dose and (state is None or (not state.changes and state.exercise is None)):
        return _harder("reps", step, changes=_numbers(step.dose), row=now.row)
    if step.exercise:
        if state is not None and state.exercise == step.exercise:
            return None
        return _harder("exercise", step, exercise=step.exercise, row=now.row)
    return None if step.dose else _harder("load", step, row=now.row)


def week_offer(now: ItemNow, evidence: Evidence) -> Offer | None:
    """The next row of the loading table once its week of the phase has come."""
    if now.row is None:
        return None
    following = loading_row(now.phase, now.item, now.row + 1)
    week = (evidence.day - diary_day(now.plan.phase_since)).days // WEEK + 1
    if following is None or following[0] == now.row or following[1].week_from > week:
        return None
    row = following[1]
    changes = (("sets", float(row.sets)), ("reps", float(row.reps)))
    return Offer(
        kind="step", text=now.item.progression.text, level="as-planned", changes=changes, step=following[0]
    )


def week_based(now: ItemNow, evidence: Evidence) -> bool:
    """Whether the item's dose changes by weeks: amber is allowed, only red or a flare blocks the step."""
    return now.row is not None or now.item.source in evidence.content.diary.traffic_light.week_based_sources


def declined(now: ItemNow, offer: Offer, newest: datetime | None, evidence: Evidence) -> bool:
    """Whether this offer was declined and nothing new was recorded for it since.

    `newest` is when the latest of the records it rests on was felt or done, None when there are none.
    """
    answers = [
        decided.at
        for decided in decisions_on(now.plan, now.item.exercise, evidence)
        if not decided.accepted and decided.level == offer.level
    ]
    return bool(answers) and (newest is None or max(answers) >= newest)


def _harder(
    kind: Literal["reps", "load", "exercise"],
    step: Step,
    *,
    changes: tuple[tuple[str, float], ...] = (),
    exercise: str | None = None,
    row: int | None,
) -> Offer:
    return Offer(
        kind=kind,
        text=step.text,
        level="harder",
        exercise=exercise,
        changes=changes,
        step=row,
    )


def _numbers(dose: Mapping[str, int] | None) -> tuple[tuple[str, float], ...]:
    return tuple((name, float(number)) for name, number in (dose or {}).items())


def _taken_further(now: ItemNow, evidence: Evidence) -> bool:
    """Whether the next phase prescribes the same exercise, so that its dose is the next step."""
    following = now.phase.next_phase
    known = {phase.id: phase for phase in evidence.condition(now.plan).phases}
    if following is None or following not in known:
        return False
    return any(item.exercise == now.item.exercise for item in known[following].items)
