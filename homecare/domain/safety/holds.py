"""Why an item may not be done now: locks, gates, needling and rest, the strongest reason first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.evidence.red_flags import PAUSING, highest_urgency
from homecare.domain.evidence.traffic_light import Judged, only_sore
from homecare.domain.library.diary import AlertId
from homecare.domain.library.exercise import Exercise
from homecare.domain.plan.contraindications import Ban, forbidden, needled, same_side
from homecare.domain.plan.gates import item_gate_open, phase_gate_open, suits_variant
from homecare.domain.plan.item_state import ItemNow, items_now, lights_on
from homecare.domain.records.local_time import day_start
from homecare.domain.safety.stress_fracture import injured, pain_in_injury, paused_by_injury

GENTLE = ("stretch", "mobility")
"""Kinds that go on as gentle movement under a "soon" red flag (content: urgency_actions.soon)."""


class HoldCode(StrEnum):
    """Why an item may not be done now; `homecare.wording.reasons` has a sentence for each."""

    RED_FLAG = "red-flag"
    SCREENING = "screening"
    ASK_FIRST = "ask-first"
    STRESS_FRACTURE = "stress-fracture"
    INJURY_PAIN = "injury-pain"
    VARIANT = "variant"
    GATE = "gate"
    ALERT = "alert"
    NEVER = "never"
    ANSWERED = "answered"
    TOO_EARLY = "too-early"
    NEEDLED = "needled"
    RED_REST = "red-rest"
    REST_DAY = "rest-day"
    NO_PLAN = "no-plan"
    LATER_PHASE = "later-phase"


HELD_BY: Mapping[Ban, HoldCode] = {
    Ban.CONDITION: HoldCode.NEVER,
    Ban.ANSWERED: HoldCode.ANSWERED,
    Ban.TOO_EARLY: HoldCode.TOO_EARLY,
    Ban.NEEDLED: HoldCode.NEEDLED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Why an item is held, until when where that is known, and the ids of the entries it rests on."""

    code: HoldCode
    until: datetime | None = None
    entries: tuple[str, ...] = ()


def hold_on(now: ItemNow, lights: Sequence[Judged], evidence: Evidence) -> Hold | None:
    """The strongest reason why an item may not be done now, None when it may.

    Order: red flag, safety questions, a clinician to ask first, stress fracture, variant, gate, an alert that
    says stop, what the exercise's own page forbids, rest after a red light.
    """
    return (
        _red_flag(now.plan.condition, now.item.kind, evidence)
        or _ask_first(now.plan.condition, evidence)
        or _injury(now, evidence)
        or _gate(now, evidence)
        or _pressing(now.item.kind, evidence)
        or _forbidden(now, evidence)
        or _red_rest(lights, evidence)
    )


def hold_outside_plan(exercise: Exercise, condition: str, side: str, evidence: Evidence) -> Hold | None:
    """The strongest reason why an exercise that is no item of a plan now may not be done, None when it may.

    Only what needs no item is asked: red flags, a clinician to ask first, a stress fracture, an alert that
    says stop, and what the exercise's own page forbids.
    """
    first = _red_flag(condition, exercise.kind, evidence) or _ask_first(condition, evidence)
    if first is not None:
        return first
    if paused_by_injury(condition, evidence):
        return Hold(code=HoldCode.STRESS_FRACTURE)
    stopped = _pressing(exercise.kind, evidence)
    if stopped is not None:
        return stopped
    ban = forbidden(exercise, side, evidence)
    return None if ban is None else Hold(code=HELD_BY[ban.ban], until=ban.until)


def hold_on_practice(exercise: Exercise, side: str, evidence: Evidence) -> Hold | None:
    """The strongest reason why an exercise may not be tried freely on a side, None when it may.

    Everything that holds a plan holds free practice as well. An exercise of a plan on this side is held as
    that item is; one that such a plan asks for only in a phase not entered yet waits for it, unless it is
    gentle. Without a plan nobody has been asked the safety questions.
    """
    asked = [
        (item, lights_on(plan, item.item.exercise, evidence))
        for plan in evidence.plans.values()
        for item in items_now(plan, evidence)
        if item.exercise.id == exercise.id and same_side(item.side, side)
    ]
    held = (hold_on(item, lights, evidence) for item, lights in asked)
    return (
        _unsafe_to_try(exercise, evidence)
        or next((hold for hold in held if hold is not None), None)
        or _not_beside_plan(exercise, side, evidence, asked=[item for item, _lights in asked])
    )


def _unsafe_to_try(exercise: Exercise, evidence: Evidence) -> Hold | None:
    """What holds every free practice, whatever the side."""
    flagged = highest_urgency(evidence.flags) in PAUSING
    if not evidence.plans:
        return Hold(code=HoldCode.NO_PLAN)
    if flagged or (evidence.flags and exercise.kind not in GENTLE):
        return Hold(code=HoldCode.RED_FLAG)
    if evidence.screening_due or evidence.ask_first.unanswered:
        return Hold(code=HoldCode.SCREENING)
    return Hold(code=HoldCode.ASK_FIRST) if evidence.ask_first.waiting else None


def _not_beside_plan(
    exercise: Exercise, side: str, evidence: Evidence, *, asked: Sequence[ItemNow]
) -> Hold | None:
    """What forbids an exercise beside the plans; `asked` are the items of a plan that it is."""
    if injured(evidence) and not any(item.plan.condition == INJURY for item in asked):
        return Hold(code=HoldCode.STRESS_FRACTURE)
    if _stopped(exercise.kind, evidence):
        return Hold(code=HoldCode.ALERT)
    ban = forbidden(exercise, side, evidence)
    if ban is not None:
        return Hold(code=HELD_BY[ban.ban], until=ban.until)
    return None if asked else _later_phase(exercise, side, evidence)


def _later_phase(exercise: Exercise, side: str, evidence: Evidence) -> Hold | None:
    """An exercise that loads the foot waits for the phase or step in which a plan of this side has it."""
    if exercise.kind in GENTLE:
        return None
    for plan in evidence.plans.values():
        phases = evidence.condition(plan).phases
        asking = {phase.id for phase in phases if any(item.exercise == exercise.id for item in phase.items)}
        step = any(item.progression.exercise == exercise.id for phase in phases for item in phase.items)
        reached = asking & {plan.phase, *plan.phases_done}
        if same_side(plan.side, side) and (asking or step) and not reached:
            return Hold(code=HoldCode.LATER_PHASE)
    return None


def red_day(lights: Sequence[Judged]) -> Judged | None:
    """The latest session day whose red light asks to rest and ease.

    A red that only the morning after made, inside 72 hours of needling, is not one: nobody can tell it from
    soreness, so the plan is held as it is (content/diary.toml, traffic_light, step 9).
    """
    reds = [light for light in lights if light.light.light == "red" and not only_sore(light)]
    return reds[-1] if reds else None


def start_of(day: date, evidence: Evidence) -> datetime:
    """The instant at which a diary day starts for the patient, where they are now."""
    return day_start(day, evidence.zone)


def _red_flag(condition: str, kind: str, evidence: Evidence) -> Hold | None:
    urgency = highest_urgency(evidence.flags)
    if urgency in PAUSING:
        return Hold(code=HoldCode.RED_FLAG)
    own = [flag for flag in evidence.flags if flag.condition in (None, condition)]
    if own and kind not in GENTLE:
        return Hold(code=HoldCode.RED_FLAG)
    return Hold(code=HoldCode.SCREENING) if evidence.screening_due else None


def _ask_first(condition: str, evidence: Evidence) -> Hold | None:
    """A plan whose patient should ask a clinician first waits for the clearance."""
    return Hold(code=HoldCode.ASK_FIRST) if condition in evidence.ask_first.waiting else None


def _injury(now: ItemNow, evidence: Evidence) -> Hold | None:
    if paused_by_injury(now.plan.condition, evidence):
        return Hold(code=HoldCode.STRESS_FRACTURE)
    if now.plan.condition == INJURY:
        pain = pain_in_injury(evidence)
        if pain:
            return Hold(code=HoldCode.INJURY_PAIN, entries=pain)
    return None


def _gate(now: ItemNow, evidence: Evidence) -> Hold | None:
    if not suits_variant(now.plan, now.phase, evidence):
        return Hold(code=HoldCode.VARIANT)
    if phase_gate_open(now.plan, now.phase, evidence) and item_gate_open(now, evidence):
        return None
    return Hold(code=HoldCode.GATE)


def _pressing(kind: str, evidence: Evidence) -> Hold | None:
    return Hold(code=HoldCode.ALERT) if _stopped(kind, evidence) else None


def _stopped(kind: str, evidence: Evidence) -> bool:
    """An alert whose words are "stop your exercises", or "stop the nerve exercises", until they called."""
    nerve = AlertId.NUMB in evidence.pressing and kind == "nerve-glide"
    return nerve or AlertId.SEVERE in evidence.pressing


def _forbidden(now: ItemNow, evidence: Evidence) -> Hold | None:
    """What the exercise's page forbids now; of a clinician's plan only a needling holds anything back."""
    ban = forbidden(now.exercise, now.side, evidence)
    if now.plan.prescription is not None:
        ban = needled(now.exercise, now.side, evidence)
    if ban is None:
        return None
    return Hold(code=HELD_BY[ban.ban], until=ban.until)


def _red_rest(lights: Sequence[Judged], evidence: Evidence) -> Hold | None:
    """After a red light the exercise rests for the rest of that day and 1 day more."""
    red = red_day(lights)
    rest = evidence.content.diary.traffic_light.light("red").rest_days or 0
    if red is None:
        return None
    back = red.light.day + timedelta(days=rest + 1)
    if evidence.day >= back:
        return None
    return Hold(code=HoldCode.RED_REST, until=start_of(back, evidence), entries=red.light.entries)
