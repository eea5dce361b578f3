"""How a plan item stands now: the exercise, dose and level that its decisions and its loading table leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.traffic_light import Judged
from homecare.domain.library.content import known_exercise
from homecare.domain.library.dose import Dose
from homecare.domain.library.exercise import Exercise
from homecare.domain.library.phase import LoadRow, Phase, RoutineItem
from homecare.domain.plan.contraindications import Forbidden, ruled_out
from homecare.domain.plan.items import NO_STEP, plan_items
from homecare.domain.records.plan import ConditionPlan, DoseDecided, Level
from homecare.domain.records.prescription import PrescribedItem


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemNow:
    """A plan item as it is to be done today.

    `row` counts the rows of the loading table from 1, None without one; `rm` is the row's load (what can
    just be lifted that often), `load` the load in words. `since` is the decision in force, None while the
    item is as the phase prescribes it; `back_from` the day an easier spell was over. `side` is "left",
    "right" or "both". `ruled_out` is the condition that forbids the exercise of the plan on this side:
    `exercise` then is the one that takes its place, where the content names one. In a clinician's plan the
    exercise stays: they were warned. `wanted` is what the clinician prescribed, None in the library's plan
    and while another exercise stands in: its load and its note are for the exercise itself.
    """

    plan: ConditionPlan
    phase: Phase
    item: RoutineItem
    exercise: Exercise
    dose: Dose
    side: str
    level: Level
    row: int | None = None
    load: str = ""
    rm: int | None = None
    since: DoseDecided | None = None
    back_from: date | None = None
    ruled_out: Forbidden | None = None
    wanted: PrescribedItem | None = None

    @property
    def replaced(self) -> bool:
        """Whether another exercise stands in because a condition rules the plan's own out."""
        return self.ruled_out is not None and self.exercise.id == self.ruled_out.instead


def items_now(plan: ConditionPlan, evidence: Evidence) -> tuple[ItemNow, ...]:
    """The items of the phase a plan is in, for its variant, in the content's or the clinician's order."""
    phase = evidence.phase(plan)
    items = plan_items(plan, variant_of(plan, evidence), evidence.content)
    return tuple(_item_now(plan, phase, item, evidence) for item in items)


def variant_of(plan: ConditionPlan, evidence: Evidence) -> str:
    """The variant whose plan applies; without an answer, what "unsure" stands for (content: variant_rule)."""
    condition = evidence.condition(plan)
    known = [variant.id for variant in condition.variants]
    chosen = (
        plan.variant if plan.variant in known else next((form for form in known if form == "unsure"), None)
    )
    return condition.resolved_variant(chosen)


def decisions_on(plan: ConditionPlan, item: str, evidence: Evidence) -> list[DoseDecided]:
    """Every decision on an item in this phase, taken or declined, oldest first."""
    return sorted(
        (
            decided
            for decided in evidence.records.plan
            if isinstance(decided, DoseDecided)
            and decided.condition == plan.condition
            and decided.item == item
            and decided.at >= plan.doses_since
        ),
        key=lambda decided: decided.at,
    )


def lights_on(plan: ConditionPlan, item: str, evidence: Evidence) -> list[Judged]:
    """The lights of the session days that concern an item, oldest first, also of earlier phases."""
    return [light.for_item(item) for light in evidence.lights[plan.condition] if light.done.concerns(item)]


def loading_row(phase: Phase, item: RoutineItem, row: int | None) -> tuple[int, LoadRow] | None:
    """The row of the phase's loading table an item is at (from 1) and what it says; None without a table."""
    table = phase.activity_plan
    if table is None or not table.load_table or table.applies_to not in (None, item.exercise):
        return None
    number = min(max(row or 1, 1), len(table.load_table))
    return number, table.load_table[number - 1]


def _item_now(plan: ConditionPlan, phase: Phase, item: RoutineItem, evidence: Evidence) -> ItemNow:
    taken = [decided for decided in decisions_on(plan, item.exercise, evidence) if decided.accepted]
    state, back_from = _in_force(taken, lights_on(plan, item.exercise, evidence), evidence.day)
    row = None
    if plan.prescription is None:
        row = loading_row(phase, item, state.step if state else None)
    dose = item.dose
    if row is not None:
        dose = dose.changed(sets=row[1].sets, reps=row[1].reps)
    exercise = evidence.content.exercise(item.exercise)
    if state is not None:
        dose = _changed(dose, state)
        exercise = known_exercise(evidence.content, state.exercise or item.exercise) or exercise
    now = ItemNow(
        plan=plan,
        phase=phase,
        item=item,
        exercise=exercise,
        dose=dose,
        side=plan.side if item.side == "affected" else item.side,
        level=state.level if state else "as-planned",
        row=row[0] if row else None,
        load=item.load,
        rm=row[1].rm if row else None,
        since=state,
        back_from=back_from,
        wanted=_wanted(plan, item, exercise),
    )
    return _allowed(now, evidence)


def _wanted(plan: ConditionPlan, item: RoutineItem, exercise: Exercise) -> PrescribedItem | None:
    if plan.prescription is None or exercise.id != item.exercise:
        return None
    return next((wanted for wanted in plan.prescription.items if wanted.exercise == item.exercise), None)


def _allowed(now: ItemNow, evidence: Evidence) -> ItemNow:
    """The item with the exercise that takes the place of one a condition rules out on this side.

    The dose stays for another exercise of the same kind; else it is the content's gentle dose of a slow
    movement. A stand-in has no load, no table and no steps of its own.
    """
    ban = ruled_out(now.exercise, now.side, evidence)
    if ban is None:
        return now
    other = known_exercise(evidence.content, ban.instead) if ban.instead else None
    if now.plan.prescription is not None or other is None:
        return replace(now, ruled_out=ban)
    same_kind = other.kind == now.exercise.kind
    return replace(
        now,
        item=replace(now.item, kind=other.kind, progression=NO_STEP, regression=NO_STEP, load="", note=""),
        exercise=other,
        dose=now.dose if same_kind else evidence.content.aftercare.pumps_dose,
        row=None,
        rm=None,
        load="",
        ruled_out=ban,
    )


def _in_force(
    taken: Sequence[DoseDecided], lights: Sequence[Judged], day: date
) -> tuple[DoseDecided | None, date | None]:
    """The decision in force on `day`, and the first day after an easier spell that has run out.

    After an easier spell the last safe dose is tried again: the latest earlier decision that had a final
    light other than red while it was in force, else the dose as the phase prescribes it.
    """
    if not taken:
        return None, None
    last = taken[-1]
    if last.until is None or day <= last.until:
        return last, None
    back_from = last.until + timedelta(days=1)
    for index in reversed(range(len(taken) - 1)):
        earlier, following = taken[index], taken[index + 1]
        safe = any(
            light.light.final and light.light.light in ("green", "amber")
            for light in lights
            if earlier.at <= light.done.at < following.at
        )
        if earlier.until is None and safe:
            return earlier, back_from
    return None, back_from


def _changed(dose: Dose, state: DoseDecided) -> Dose:
    """The dose with the decided numbers; unchanged where they no longer fit the exercise."""
    try:
        return dose.changed(**{name: int(number) for name, number in state.changes.items()})
    except ValueError:
        return dose
