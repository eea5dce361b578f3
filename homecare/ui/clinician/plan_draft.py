"""A plan that a clinician is writing: what is typed, until it can be a prescription."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Pattern, Schedule
from homecare.domain.library.exercise import Kind
from homecare.domain.library.phase import PrescribedSide, RoutineItem
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.plan import Side
from homecare.domain.records.prescription import (
    OWN,
    Band,
    LightLimits,
    Orthotic,
    OwnExercise,
    PrescribedItem,
    Prescription,
)
from homecare.wording import _

DOSE_NUMBERS = ("sets", "reps", "hold_s", "duration_s", "rest_s")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDraft:
    """An exercise in the clinician's own words; `steps` is as typed, a step a line."""

    name: str = ""
    steps: str = ""
    kind: Kind = "strength"
    weight_bearing: bool = True
    after_needling: bool = False
    both_at_once: bool = False
    picture: str = ""

    def exercise(self) -> OwnExercise:
        """The exercise. Raises ValueError with a sentence for an invalid name or step."""
        if not self.name.strip():
            raise ValueError(_("Your own exercise needs a name."))
        return OwnExercise(
            name=self.name.strip(),
            steps=lines_of(self.steps),
            kind=self.kind,
            weight_bearing=self.weight_bearing,
            after_needling=self.after_needling,
            both_at_once=self.both_at_once,
            picture=self.picture,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """One exercise: the dose and schedule it started from, and the numbers typed instead, by field name.

    `wanted` False: the phase has it, this plan has not. `exercise` tells it apart on the screen; for the
    clinician's `own` one that is not its id, which follows the name. `load` is kilograms as typed.
    """

    exercise: str
    dose: Dose
    schedule: Schedule
    side: PrescribedSide
    wanted: bool = True
    typed: dict[str, str] = field(default_factory=dict)
    pattern: Pattern | None = None
    own: OwnDraft | None = None
    load: str = ""
    band: Band | None = None
    note: str = ""

    def number(self, name: str) -> str:
        """What stands in the field of this name: what was typed, else the number it started from."""
        if name in self.typed:
            return self.typed[name]
        start = getattr(self.schedule if name in ("n", "times_per_day") else self.dose, name)
        return "" if start is None else str(start)

    def names(self) -> tuple[str, ...]:
        """The numbers of its dose that are set; for the clinician's own exercise every number there is."""
        if self.own is not None:
            return DOSE_NUMBERS
        return tuple(name for name in DOSE_NUMBERS if getattr(self.dose, name) is not None)

    def item(self) -> PrescribedItem:
        """The exercise as prescribed. Raises ValueError with a sentence for an invalid number or text."""
        own = self.own.exercise() if self.own is not None else None
        return PrescribedItem(
            exercise=own.id if own is not None else self.exercise,
            dose=self._dose(),
            schedule=self._schedule(),
            side=self.side,
            own=own,
            load_kg=kilograms(self.load),
            band=self.band,
            note=self.note.strip(),
        )

    def _dose(self) -> Dose:
        if self.own is None:
            changes = {name: whole(self.typed[name]) for name in self.names() if name in self.typed}
            return self.dose.changed(**changes) if changes else self.dose
        told = {name: self.number(name) for name in DOSE_NUMBERS}
        numbers = {name: whole(text) for name, text in told.items() if text.strip()}
        return Dose(**{"sets": 1, **numbers}, tempo=self.dose.tempo)

    def _schedule(self) -> Schedule:
        times = whole(self.number("times_per_day"))
        pattern = self.pattern or self.schedule.pattern
        if pattern == self.schedule.pattern and "n" not in self.typed:
            return replace(self.schedule, times_per_day=times)
        if pattern == "daily":
            return Schedule(pattern="daily", times_per_day=times)
        if pattern == "every_n_days":
            return Schedule(pattern="every_n_days", n=2, times_per_day=times)
        days = whole(self.number("n"))
        rest = min(self.schedule.min_rest_days_between, 7 // max(1, days) - 1)
        return Schedule(pattern="per_week", n=days, min_rest_days_between=max(0, rest), times_per_day=times)


Change = Callable[[Callable[[ItemDraft], ItemDraft]], None]
"""Changes one exercise of the draft by what the function makes of it as it is then."""


def put_own(change: Change, **changes: Any) -> None:
    """Change something of the clinician's own exercise."""
    change(lambda now: now if now.own is None else replace(now, own=replace(now.own, **changes)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """The whole plan; `green_max` and `amber_max` are "" where the library's limits stay.

    `before` is the plan that the patient has now, for whom it is written; None for nobody in particular.
    `goals` has one a line; the hours of the insole are as typed.
    """

    condition: str = ""
    side: Side = "right"
    variant: str | None = None
    phase: str = ""
    items: tuple[ItemDraft, ...] = ()
    clinic: str = ""
    green_max: str = ""
    amber_max: str = ""
    expires: date | None = None
    review: date | None = None
    goals: str = ""
    activity: str = ""
    footwear: str = ""
    orthotic: str = ""
    first_h: str = ""
    more_h: str = ""
    up_to_h: str = ""
    taping: str = ""
    before: Prescription | None = None

    def with_item(self, more: ItemDraft) -> "PlanDraft":
        """The draft with one more exercise at the end; one that is there already stays as it is."""
        known = any(item.exercise == more.exercise for item in self.items)
        return self if known else replace(self, items=(*self.items, more))

    def edited(self, exercise: str, edit: Callable[[ItemDraft], ItemDraft]) -> "PlanDraft":
        """The draft with what `edit` makes of this exercise."""
        items = (edit(item) if item.exercise == exercise else item for item in self.items)
        return replace(self, items=tuple(items))

    def with_own(self) -> "PlanDraft":
        """The draft with one more exercise for the clinician to write."""
        number = 1 + sum(item.own is not None for item in self.items)
        return self.with_item(
            ItemDraft(
                exercise=f"{OWN}{number}",
                dose=Dose(sets=1, reps=10),
                schedule=Schedule(pattern="daily"),
                side="affected",
                own=OwnDraft(),
            )
        )

    def was(self, exercise: str) -> PrescribedItem | None:
        """The exercise of this id in the plan the patient has now, None where it is not part of it."""
        items = self.before.items if self.before is not None else ()
        return next((item for item in items if item.exercise == exercise), None)

    def prescription(self, content: TodayContent, today: date) -> Prescription:
        """The plan, issued `today`. Raises ValueError, with one sentence, unless it may be handed over."""
        limits = None
        if self.green_max.strip() or self.amber_max.strip():
            limits = LightLimits(green_max=whole(self.green_max), amber_max=whole(self.amber_max))
        wanted = Prescription(
            condition=self.condition,
            side=self.side,
            phase=self.phase,
            items=tuple(item.item() for item in self.items if item.wanted),
            issued=today,
            variant=self.variant,
            limits=limits,
            expires=self.expires,
            clinic=self.clinic.strip(),
            review=self.review,
            goals=lines_of(self.goals),
            footwear=self.footwear.strip(),
            orthotic=self._orthotic(),
            taping=self.taping.strip(),
            activity=self.activity.strip(),
        )
        check_prescription(wanted, content)
        return wanted

    def _orthotic(self) -> Orthotic | None:
        hours = [whole(text) if text.strip() else None for text in (self.first_h, self.more_h, self.up_to_h)]
        if not self.orthotic.strip():
            if any(hours):
                raise ValueError(_("Say which insole or brace the hours are for."))
            return None
        first, more, most = hours
        return Orthotic(what=self.orthotic.strip(), first_h=first, more_h=more, up_to_h=most)


def whole(text: str) -> int:
    """A typed whole number; ValueError with a sentence otherwise."""
    said = text.strip()
    if not said.isdecimal() or len(said) > 4:
        raise ValueError(_("Type a whole number, like 12."))
    return int(said)


def kilograms(text: str) -> float | None:
    """A typed weight, None for an empty field; ValueError with a sentence otherwise."""
    said = text.strip().replace(",", ".")
    if not said:
        return None
    if len(said) > 6 or not said.isascii() or not said.replace(".", "", 1).isdecimal():
        raise ValueError(_("Type a weight in kilograms, like 2.5."))
    return float(said)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def drafted(condition: Condition, variant: str | None, phase: str) -> tuple[ItemDraft, ...]:
    """The exercises of a phase as the library has them."""
    items = condition.phase(phase).items_for(condition.resolved_variant(variant))
    return tuple(item_draft(item) for item in items)


def item_draft(item: RoutineItem | PrescribedItem) -> ItemDraft:
    """An exercise with the library's dose, or as a plan already has it."""
    start = ItemDraft(exercise=item.exercise, dose=item.dose, schedule=item.schedule, side=item.side)
    if isinstance(item, RoutineItem):
        return start
    load = "" if item.load_kg is None else f"{item.load_kg:g}"
    own = None if item.own is None else own_draft(item.own)
    return replace(start, own=own, load=load, band=item.band, note=item.note)


def own_draft(own: OwnExercise) -> OwnDraft:
    """A clinician's own exercise, to be changed."""
    return OwnDraft(
        name=own.name,
        steps="\n".join(own.steps),
        kind=own.kind,
        weight_bearing=own.weight_bearing,
        after_needling=own.after_needling,
        both_at_once=own.both_at_once,
        picture=own.picture,
    )


def draft_of(now: Prescription, today: date) -> PlanDraft:
    """A plan to begin from: what the patient has now, every field of it, to be changed.

    Days that have passed `today` are left out.
    """
    orthotic = now.orthotic
    hours = (orthotic.first_h, orthotic.more_h, orthotic.up_to_h) if orthotic else (None, None, None)
    first, more, most = ("" if number is None else str(number) for number in hours)
    return PlanDraft(
        condition=now.condition,
        side=now.side,
        variant=now.variant,
        phase=now.phase,
        items=tuple(item_draft(item) for item in now.items),
        clinic=now.clinic,
        green_max=str(now.limits.green_max) if now.limits else "",
        amber_max=str(now.limits.amber_max) if now.limits else "",
        expires=now.expires if now.holds_on(today) else None,
        review=now.review if now.review is not None and now.review >= today else None,
        goals="\n".join(now.goals),
        activity=now.activity,
        footwear=now.footwear,
        orthotic=orthotic.what if orthotic else "",
        first_h=first,
        more_h=more,
        up_to_h=most,
        taping=now.taping,
        before=now,
    )


def others(conditions: tuple[Condition, ...], own: str) -> dict[str, RoutineItem]:
    """Every exercise of the library with the first dose it has, those of the plan's own condition first."""
    found: dict[str, RoutineItem] = {}
    for condition in sorted(conditions, key=lambda condition: condition.id != own):
        for phase in condition.phases:
            for item in phase.items:
                found.setdefault(item.exercise, item)
    return found
