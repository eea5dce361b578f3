"""A plan that a clinician is writing: what is typed, until it can be a prescription."""

from dataclasses import dataclass, field, replace
from datetime import date

from homecare.domain.library.condition import Condition
from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Pattern, Schedule
from homecare.domain.library.phase import PrescribedSide, RoutineItem
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.plan import Side
from homecare.domain.records.prescription import LightLimits, PrescribedItem, Prescription
from homecare.wording import _

DOSE_NUMBERS = ("sets", "reps", "hold_s", "duration_s", "rest_s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDraft:
    """One exercise: the dose and schedule it started from, and the numbers typed instead, by field name.

    `wanted` False: the phase has it, this plan has not.
    """

    exercise: str
    dose: Dose
    schedule: Schedule
    side: PrescribedSide
    wanted: bool = True
    typed: dict[str, str] = field(default_factory=dict)
    pattern: Pattern | None = None

    def number(self, name: str) -> str:
        """What stands in the field of this name: what was typed, else the number it started from."""
        if name in self.typed:
            return self.typed[name]
        start = getattr(self.schedule if name in ("n", "times_per_day") else self.dose, name)
        return "" if start is None else str(start)

    def names(self) -> tuple[str, ...]:
        """The numbers of its dose that are set."""
        return tuple(name for name in DOSE_NUMBERS if getattr(self.dose, name) is not None)

    def item(self) -> PrescribedItem:
        """The exercise as prescribed. Raises ValueError with a sentence for an invalid number."""
        changes = {name: whole(self.typed[name]) for name in self.names() if name in self.typed}
        return PrescribedItem(
            exercise=self.exercise,
            dose=self.dose.changed(**changes) if changes else self.dose,
            schedule=self._schedule(),
            side=self.side,
        )

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


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """The whole plan; `green_max` and `amber_max` are "" where the library's limits stay."""

    condition: str = ""
    side: Side = "right"
    variant: str | None = None
    phase: str = ""
    items: tuple[ItemDraft, ...] = ()
    clinic: str = ""
    green_max: str = ""
    amber_max: str = ""
    expires: date | None = None

    def with_item(self, changed: ItemDraft) -> "PlanDraft":
        """The draft with this exercise changed, or added at the end."""
        if any(item.exercise == changed.exercise for item in self.items):
            items = tuple(changed if item.exercise == changed.exercise else item for item in self.items)
        else:
            items = (*self.items, changed)
        return replace(self, items=items)

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
        )
        check_prescription(wanted, content)
        return wanted


def whole(text: str) -> int:
    """A typed whole number; ValueError with a sentence otherwise."""
    said = text.strip()
    if not said.isdecimal() or len(said) > 4:
        raise ValueError(_("Type a whole number, like 12."))
    return int(said)


def drafted(condition: Condition, variant: str | None, phase: str) -> tuple[ItemDraft, ...]:
    """The exercises of a phase as the library has them."""
    items = condition.phase(phase).items_for(condition.resolved_variant(variant))
    return tuple(item_draft(item) for item in items)


def item_draft(item: RoutineItem) -> ItemDraft:
    """An exercise with the library's dose."""
    return ItemDraft(exercise=item.exercise, dose=item.dose, schedule=item.schedule, side=item.side)


def others(conditions: tuple[Condition, ...], own: str) -> dict[str, RoutineItem]:
    """Every exercise of the library with the first dose it has, those of the plan's own condition first."""
    found: dict[str, RoutineItem] = {}
    for condition in sorted(conditions, key=lambda condition: condition.id != own):
        for phase in condition.phases:
            for item in phase.items:
                found.setdefault(item.exercise, item)
    return found
