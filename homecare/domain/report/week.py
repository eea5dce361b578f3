"""The last seven diary days in a few numbers: what a clinician asks first."""

from dataclasses import dataclass
from datetime import date
from typing import Final, get_args

from homecare.domain.diary.by_day import highest_pain_by_day, last_days
from homecare.domain.evidence.evidence import Evidence
from homecare.domain.evidence.traffic_light import Light
from homecare.domain.library.faults import FaultCode, refuse_unless
from homecare.domain.library.scales import NPRS_MAX, NPRS_MIN, WEEK
from homecare.domain.library.validity import require_one_of, require_whole, require_words
from homecare.domain.plan.adherence import prescribed_on
from homecare.domain.records.diary import diary_day
from homecare.domain.records.plan import Side
from homecare.domain.records.session import SLOTS
from homecare.domain.session.bouts import slots_of

MOST_SESSIONS: Final = len(SLOTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryDay:
    """One diary day: the highest pain recorded (NPRS, None without any), sessions, light, needled or not.

    `planned` are the parts of the day the plan asks for (0 to 4; on a plan of some days a week, on any of
    them), `done` those with a session. `light` is None on a day without a session of the condition.
    """

    pain: int | None
    done: int
    planned: int
    light: Light | None
    needled: bool

    def __post_init__(self) -> None:
        if self.pain is not None:
            require_whole("pain", self.pain, NPRS_MIN, NPRS_MAX)
        for name in ("done", "planned"):
            require_whole(name, getattr(self, name), 0, MOST_SESSIONS)
        if self.light is not None:
            require_one_of("light", self.light, get_args(Light))


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSummary:
    """Seven days up to `last`, oldest first, about one condition's plan and the phase it is in."""

    condition: str
    side: Side
    phase: str
    last: date
    days: tuple[SummaryDay, ...]

    def __post_init__(self) -> None:
        require_words("condition", self.condition)
        require_words("phase", self.phase)
        require_one_of("side", self.side, get_args(Side))
        refuse_unless(len(self.days) == WEEK, FaultCode.WEEK_OF_SEVEN)


def week_summary(condition: str, evidence: Evidence) -> WeekSummary:
    """The week that ends with the day of `evidence`; KeyError for a condition without a plan.

    Its pain is what the diary shows, also where it was written too late to count for a light.
    """
    plan = evidence.plans[condition]
    days = last_days(evidence.day, WEEK)
    pain = highest_pain_by_day(evidence.told, evidence.trained)
    planned = prescribed_on(condition, days, evidence)
    lights = {light.light.day: light.light.light for light in evidence.lights[condition]}
    needled = {diary_day(needling.at) for needling in evidence.records.needlings if not needling.cancelled}
    return WeekSummary(
        condition=condition,
        side=plan.side,
        phase=plan.phase,
        last=evidence.day,
        days=tuple(
            SummaryDay(
                pain=pain.get(day),
                done=_done(condition, day, evidence),
                planned=len({part for item in planned.get(day, ()) for part in slots_of(item.schedule)}),
                light=lights.get(day),
                needled=day in needled,
            )
            for day in days
        ),
    )


def _done(condition: str, day: date, evidence: Evidence) -> int:
    slots = {
        session.slot
        for session in evidence.records.sessions
        if session.day == day
        and any(part.condition == condition and part.outcome != "skipped" for part in session.exercises)
    }
    return len(slots)
