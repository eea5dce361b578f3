"""Where each plan stands in its phases, and which phase is on offer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from homecare.domain.diary.flare import repeated
from homecare.domain.evidence.evidence import INJURY, Evidence
from homecare.domain.library.content import TodayContent
from homecare.domain.library.criterion import ClinicianClearance, PhaseDone, PhaseDoneAny
from homecare.domain.library.phase import Phase
from homecare.domain.library.scales import WEEK
from homecare.domain.plan.adherence import adherence, complete_days, prescribed_on
from homecare.domain.plan.criteria_met import CriterionState, criteria, days_in_phase
from homecare.domain.plan.gates import phase_gate_open
from homecare.domain.plan.item_state import items_now, lights_on, variant_of
from homecare.domain.progression.offers import week_based
from homecare.domain.progression.streaks import greens_in_a_row, red_within, since_decision
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import ConditionPlan
from homecare.domain.safety.stress_fracture import pain_in_injury, paused_by_injury


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseState:
    """Where a condition's plan stands: the phase, its day, its exit criteria, and the phase on offer.

    `offered` is the id of the next phase when every criterion is met, the one before it when two flares in
    14 days ask to step back, None otherwise.
    """

    condition: str
    phase: str
    day_in_phase: int
    criteria: tuple[CriterionState, ...]
    offered: str | None = None
    step_back: bool = False


def phase_state(plan: ConditionPlan, evidence: Evidence) -> PhaseState:
    """Phase, day in it (the first is 1), exit criteria, and the phase on offer.

    Nothing is offered while a red flag is open, the safety questions wait, or a stress fracture pauses the
    plan. Under a clinician's plan no next phase is: that is the clinician's to say. Two flares in 14 days ask
    to step back; the app never moves a plan by itself.
    """
    phase = evidence.phase(plan)
    states = criteria(phase.exit, plan, evidence)
    free = not evidence.stopped and not paused_by_injury(plan.condition, evidence)
    back = free and _asks_back(plan, evidence)
    offered = None
    if back:
        offered = _phase_before(plan, evidence)
    elif (
        free
        and plan.prescription is None
        and evidence.may_progress
        and _may_leave(plan, phase, states, evidence)
    ):
        offered = _phase_after(plan, phase, evidence)
    return PhaseState(
        condition=plan.condition,
        phase=plan.phase,
        day_in_phase=days_in_phase(plan, evidence) + 1,
        criteria=states,
        offered=offered,
        step_back=back,
    )


def weeks_to_check(state: PhaseState, content: TodayContent) -> int | None:
    """The weeks that a phase lasts at least, in the week after they are over; else None.

    By then it is worth looking at its goals. Nothing is said while another phase is on offer.
    """
    weeks = content.condition(state.condition).phase(state.phase).weeks_min
    days_after = state.day_in_phase - 1 - weeks * WEEK
    return weeks if weeks and 0 <= days_after < WEEK and state.offered is None else None


def _asks_back(plan: ConditionPlan, evidence: Evidence) -> bool:
    """Two flares in 14 days, the latest of them called in this phase."""
    if plan.condition == INJURY:
        return False
    late = repeated(evidence.spells, evidence.last_day, evidence.content.diary.flare)
    return bool(late) and late[-1].called_on >= diary_day(plan.phase_since)


def _may_leave(
    plan: ConditionPlan, phase: Phase, states: Sequence[CriterionState], evidence: Evidence
) -> bool:
    """Every exit criterion met, and what the progress rule asks for besides.

    A phase that a clinician's clearance ends needs no lights: it never moves by time or pain.
    """
    if not states or not all(state.met for state in states):
        return False
    if plan.condition == INJURY:
        return not pain_in_injury(evidence)
    by_clinician = any(isinstance(criterion, ClinicianClearance) for criterion in phase.exit)
    return by_clinician or (_calm(plan, evidence) and _ready(plan, evidence))


def _calm(plan: ConditionPlan, evidence: Evidence) -> bool:
    """No flare and no red light in 7 days, and the latest session ended in a final green or amber."""
    guide = evidence.content.diary.traffic_light
    lights = evidence.lights[plan.condition]
    first = evidence.last_day - timedelta(days=guide.progress_no_red_days - 1)
    flared = any(spell.touches(first, evidence.last_day) for spell in evidence.spells)
    if flared or red_within(lights, evidence.last_day, guide.progress_no_red_days):
        return False
    latest = [light.light for light in lights if light.done.loaded][-1:]
    return any(light.final and not light.confounded and light.light in ("green", "amber") for light in latest)


def _ready(plan: ConditionPlan, evidence: Evidence) -> bool:
    """Enough of the last 14 days were done, and as many greens in a row as the content asks for.

    The content asks for none: the exit criteria hold the pain limit. The greens, where they are asked for,
    are those of one item; in a phase with week-based items amber is allowed.
    """
    guide = evidence.content.diary.traffic_light
    items = items_now(plan, evidence)
    runs = [
        greens_in_a_row(since_decision(item, lights_on(plan, item.item.exercise, evidence)))
        for item in items
        if item.item.kind != "stretch"
    ]
    days = complete_days(evidence, guide.progress_adherence_days)
    kept = adherence(plan.condition, prescribed_on(plan.condition, days, evidence), evidence).percent
    enough = any(week_based(item, evidence) for item in items) or (
        max(runs, default=0) >= guide.phase_change_greens
    )
    return enough and (kept or 0) >= guide.progress_adherence_pct


def _phase_after(plan: ConditionPlan, phase: Phase, evidence: Evidence) -> str | None:
    """The phase a clinician's clearance chose, else the next one, where its gate is open."""
    follows = [
        follow
        for follow in evidence.condition(plan).phases_for(_plan_variant(plan, evidence))
        if any(
            (isinstance(wish, PhaseDone) and wish.phase == phase.id)
            or (isinstance(wish, PhaseDoneAny) and phase.id in wish.phases)
            for wish in follow.entry
        )
        and phase_gate_open(plan, follow, evidence)
    ]
    chosen = [
        follow for follow in follows if any(isinstance(wish, ClinicianClearance) for wish in follow.entry)
    ]
    planned = [follow for follow in follows if follow.id == phase.next_phase]
    return next((phase.id for phase in (*chosen, *planned)), None)


def _phase_before(plan: ConditionPlan, evidence: Evidence) -> str | None:
    """The phase left last, else the one that leads to this one; None in the first."""
    if plan.phases_done:
        return plan.phases_done[-1]
    phases = evidence.condition(plan).phases_for(_plan_variant(plan, evidence))
    return next((phase.id for phase in phases if phase.next_phase == plan.phase), None)


def _plan_variant(plan: ConditionPlan, evidence: Evidence) -> str | None:
    """The plan's variant as the content resolves it; None where it has no variants."""
    variant = variant_of(plan, evidence)
    return variant if variant in {variant.id for variant in evidence.condition(plan).variants} else None
