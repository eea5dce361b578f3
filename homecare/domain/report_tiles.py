"""The headline numbers of a report: pain against the first week, worst pain, sessions, diary days."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from homecare.domain.adherence import prescribed_on, share_of_days
from homecare.domain.bouts import EVERYTHING, slots_of
from homecare.domain.change import Change, baseline_day, change
from homecare.domain.days import DayValue, last_days, recorded
from homecare.domain.evidence import INJURY
from homecare.domain.plan import ClearanceGiven
from homecare.domain.report_period import Basis
from homecare.domain.session import Slot

WEEK: Final = 7
LOW_BELOW: Final = 50
GOOD_FROM: Final = 70
AdherenceWord = Literal["low", "fair", "good"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrimaryTile:
    """The condition's own pain field: the latest 7 days against the first week (unrounded means).

    `days` is how many of the latest 7 days have a score, `baseline_days` how many of the first 7. A mean is
    None under 4. `label` is the content's word, "" without one. `started` is day 1 of the baseline.
    """

    field: str
    change: Change
    label: str
    days: int
    baseline_days: int
    started: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstTile:
    """Worst pain: mean of the latest 7 days (None under 4), and the highest score of the period.

    `highest_day` is the latest day with the highest score; both are None without any score.
    """

    mean: float | None
    days: int
    highest: int | None
    highest_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsTile:
    """Sessions (parts of a day) done and planned in the period; today counts only what was done."""

    done: int
    planned: int

    @property
    def percent(self) -> int | None:
        """Whole percent, None when nothing was planned."""
        return int(100 * self.done / self.planned) if self.planned else None

    @property
    def word(self) -> AdherenceWord | None:
        """Under 50 low, 50 to 69 fair, 70 or more good (clinical/clinician-report, thresholds)."""
        if self.percent is None:
            return None
        return "low" if self.percent < LOW_BELOW else "good" if self.percent >= GOOD_FROM else "fair"


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryTile:
    """Days with an entry, and days of the period that have come."""

    recorded: int
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearanceLine:
    """A gate a clinician opened: its id, who, when."""

    gate: str
    by: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiles:
    """The four headline numbers; `clearances` takes the place of `sessions` for a stress fracture."""

    primary: PrimaryTile
    worst: WorstTile
    sessions: SessionsTile | None
    clearances: tuple[ClearanceLine, ...]
    diary: DiaryTile


def tiles(known: Basis) -> Tiles:
    """The headline numbers of the period."""
    injury = known.condition is not None and known.condition.id == INJURY
    past = last_days(known.last_day, (known.last_day - known.period.first).days + 1)
    return Tiles(
        primary=_primary(known),
        worst=_worst(known),
        sessions=None if injury else _sessions(known, past),
        clearances=_clearances(known) if injury else (),
        diary=DiaryTile(recorded=len(known.recorded_days.intersection(past)), days=len(past)),
    )


def start_of(known: Basis) -> date | None:
    """Day 1 of the baseline of the plan the report is about; None without a plan."""
    if known.condition is None:
        return None
    guide = known.content.diary.baseline
    return baseline_day(known.records.plan, known.condition.id, known.recorded_days, guide)


def _primary(known: Basis) -> PrimaryTile:
    scores = known.scores(known.primary)
    guide = known.content.diary
    start = start_of(known)
    first_week = start + timedelta(days=guide.baseline.first_days - 1) if start else date.min
    found = change(
        scores, start or date.max - timedelta(days=WEEK), known.last_day, guide.baseline, guide.change
    )
    return PrimaryTile(
        field=known.primary,
        change=found,
        label=guide.change.label(found.label).text if found.label else "",
        days=len(recorded(scores, known.last_day, guide.change.window_days)),
        baseline_days=len(recorded(scores, first_week, guide.baseline.first_days)) if start else 0,
        started=start,
    )


def _worst(known: Basis) -> WorstTile:
    scores = known.scores("pain_worst")
    guide = known.content.diary.change
    week = recorded(scores, known.last_day, guide.window_days)
    inside = [one for day, one in scores.items() if day in known.period]
    top: DayValue | None = max(inside, key=lambda one: (one.value, one.day), default=None)
    return WorstTile(
        mean=sum(one.value for one in week) / len(week) if len(week) >= guide.min_values else None,
        days=len(week),
        highest=top.value if top else None,
        highest_day=top.day if top else None,
    )


def _sessions(known: Basis, past: tuple[date, ...]) -> SessionsTile:
    """Counted as Today counts its week: at most one session per part of the day the plan asks for."""
    evidence = replace(known.evidence, records=known.records)
    planned: dict[date, dict[Slot, float]] = {day: {} for day in past}
    for condition in evidence.plans:
        for day, items in prescribed_on(condition, past, evidence).items():
            for item in items:
                for part in slots_of(item.schedule):
                    share = max(planned[day].get(part, 0.0), share_of_days(item.schedule))
                    planned[day][part] = share
    done = _done(known, planned)
    if evidence.day in planned:
        planned[evidence.day] = dict.fromkeys(done[evidence.day] & set(planned[evidence.day]), 1.0)
    due = int(sum(sum(parts.values()) for parts in planned.values()) + 0.5)
    kept = sum(min(len(done[day]), len(parts)) for day, parts in planned.items())
    return SessionsTile(done=min(due, kept), planned=due)


def _done(known: Basis, planned: Mapping[date, Mapping[Slot, float]]) -> dict[date, set[Slot]]:
    done: dict[date, set[Slot]] = {day: set() for day in planned}
    for session in known.records.sessions:
        day = session.day
        if day in done and any(one.outcome != "skipped" for one in session.exercises):
            done[day].add(session.slot)
    for entry in known.records.entries:
        if entry.exercises_done == EVERYTHING and entry.day in done:
            done[entry.day] |= set(planned[entry.day])
    return done


def _clearances(known: Basis) -> tuple[ClearanceLine, ...]:
    given = [one for one in known.records.plan if isinstance(one, ClearanceGiven) and one.condition == INJURY]
    return tuple(ClearanceLine(gate=one.clearance, by=one.by, given_on=one.given_on) for one in given)
