"""The head of a report: who it is about, which plan, where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from homecare.domain.library.scales import WEEK
from homecare.domain.records.entry_time import named_day
from homecare.domain.records.plain import keep_lines
from homecare.domain.records.plan import Side
from homecare.domain.records.prescription import Prescription
from homecare.domain.report.period import Basis, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The name, clinic number and date of birth the patient chose to share; "" or None for what is not.

    `goal` is what the patient wants to be able to do again, in their own words; "" until they say.
    `last_visit` is the day of the last clinic visit, as the patient set it.
    """

    name: str = ""
    clinic_id: str = ""
    birth_date: date | None = None
    goal: str = ""
    last_visit: date | None = None

    @classmethod
    def of(cls, said: Mapping[str, object]) -> "Named":
        """What is stored of the patient, by name; whatever is no text, or no date, counts as not said."""
        texts = {name: said.get(name, "") for name in ("name", "clinic_id", "goal")}
        return cls(
            birth_date=_day(said.get("birth_date")),
            last_visit=_day(said.get("last_visit")),
            **{name: text for name, text in texts.items() if isinstance(text, str)},
        )

    def age_on(self, day: date) -> int | None:
        """Whole years on a day; None without a date of birth, or before it."""
        born = self.birth_date
        if born is None or born > day:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def __post_init__(self) -> None:
        """Keep the texts on one line, without control characters: they come from a file or a form."""
        keep_lines(self, {"name": self.name, "clinic_id": self.clinic_id, "goal": self.goal})


def _day(said: object) -> date | None:
    return named_day(said) if isinstance(said, str) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanHead:
    """One condition of the plan: names as the content has them, `variant` "" where there is none.

    `day_in_phase` counts from 1, `weeks` are whole weeks since the plan's start. `prescription` is the
    clinician's plan that holds, None while the doses are the library's; `lapsed` the one that ran out.
    """

    condition: str
    name: str
    side: Side
    variant: str
    started: date
    phase: str
    day_in_phase: int
    weeks: int
    prescription: Prescription | None = None
    lapsed: Prescription | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Who, what, when. `plans` has the condition the report is about first; `made` is when it was made."""

    patient: Named
    plans: tuple[PlanHead, ...]
    period: Period
    made: datetime
    app_version: str


def header(known: Basis, patient: Named, app_version: str) -> Header:
    """The head of the report."""
    main = known.condition.id if known.condition else ""
    plans = sorted(known.evidence.plans, key=lambda name: name != main)
    return Header(
        patient=patient,
        plans=tuple(_head(name, known) for name in plans),
        period=known.period,
        made=known.at,
        app_version=app_version,
    )


def _head(name: str, known: Basis) -> PlanHead:
    plan = known.evidence.plans[name]
    condition = known.content.condition(name)
    variants = {variant.id: variant.name for variant in condition.variants}
    started = plan.phase_since.astimezone(known.zone).date()
    return PlanHead(
        condition=name,
        name=condition.name,
        side=plan.side,
        variant=variants.get(plan.variant or "", ""),
        started=plan.start_day,
        phase=condition.phase(plan.phase).name,
        day_in_phase=max(1, (known.last_day - started).days + 1),
        weeks=max(0, (known.last_day - plan.start_day).days // WEEK),
        prescription=plan.prescription,
        lapsed=plan.lapsed,
    )
