"""A patient whose records a test writes day by day, and what Today says to them. Day 1 is 2 March 2026."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

from homecare.content.library import Library
from homecare.domain.evidence.evidence import Evidence, evidence_at
from homecare.domain.progression.phases import PhaseState
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.records import Records
from homecare.domain.records.session import ExerciseDone, Session
from homecare.domain.records.settings import Settings
from homecare.domain.today.answer import ItemGuidance, Today
from homecare.domain.today.today import today
from tests.domain.care_plan import LONDON, PlanBook, day_of, when

__all__ = ["HEEL_RAISE", "LIBRARY", "LONDON", "SHORT_FOOT", "Care", "day_of", "routine_items", "when"]

LIBRARY = Library()
HEEL_RAISE = "heel-raise-towel"
SHORT_FOOT = "short-foot-seated"


class Care(PlanBook):
    """One patient: records are added by day, and asked for at a day and hour."""

    def __init__(
        self,
        condition: str = "plantar-fasciitis",
        phase: str = "pf-1",
        *,
        side: Any = "left",
        variant: str | None = None,
        first_step: int | None = None,
        day: int = 1,
        screened: bool = True,
    ) -> None:
        super().__init__(condition)
        self.entries: list[DiaryEntry] = []
        self.sessions: list[Session] = []
        self.needlings: list[Needling] = []
        self.settings = Settings()
        self.start(condition, phase, day=day, side=side, variant=variant, first_step=first_step)
        if screened:
            self.screen(day)

    def entry(
        self, day: int, hour: float = 20, *, zone: tzinfo = LONDON, written: int = 0, **answers: Any
    ) -> str:
        """Write a diary entry, `written` days after its day; returns its id."""
        stamp = self._stamp(when(day, hour, zone), "entry")
        if written:
            stamp |= {
                "created_at": when(day + written, hour, zone),
                "edited_at": when(day + written, hour, zone),
            }
        entry = DiaryEntry(**stamp, **answers)
        self.entries.append(entry)
        return entry.id

    def worst(self, *scores: int, day: int = 1) -> None:
        """Worst pain of days in a row, from `day` on."""
        for offset, score in enumerate(scores):
            self.entry(day + offset, pain_worst=score)

    def mornings(self, *scores: int, day: int = 1) -> None:
        """First-step pain of days in a row, from `day` on."""
        for offset, score in enumerate(scores):
            self.entry(day + offset, 7.5, pain_first_step=score)

    def usual_morning(self, score: int) -> None:
        """Three mornings before day 1, so that the usual morning is known from the start."""
        self.mornings(score, score, score, day=-2)

    def session(
        self,
        day: int,
        pain: int | None,
        *items: str,
        hour: float = 19,
        slot: Any = "evening",
        zone: tzinfo = LONDON,
        outcome: Any = "done",
        reason: Any = None,
        condition: str | None = None,
        **more: Any,
    ) -> str:
        """Do some exercises in one session; returns its id."""
        stamp = self._stamp(when(day, hour, zone), "session")
        self.sessions.append(
            Session(
                **stamp,
                ended_at=stamp["at"] + timedelta(minutes=15),
                slot=slot,
                pain_exercise=pain,
                exercises=tuple(
                    ExerciseDone(
                        condition=condition or self.condition,
                        item=item,
                        exercise=item,
                        side="left",
                        sets_planned=3,
                        sets_done=0 if outcome == "skipped" else 3,
                        outcome=outcome,
                        reason=reason,
                    )
                    for item in items
                ),
                **more,
            )
        )
        return str(stamp["id"])

    def needle(self, day: int, hour: float, *muscles: str, side: str = "left", **more: Any) -> None:
        """A needling session that ended at this hour."""
        self.needlings.append(
            Needling(
                **self._stamp(when(day, hour), "needling"),
                muscles=tuple(NeedledMuscle(muscle=muscle, side=side) for muscle in muscles or ("soleus",)),
                **more,
            )
        )

    @property
    def records(self) -> Records:
        """Everything recorded so far, each kind oldest first."""
        return Records(
            entries=_sorted(self.entries),
            sessions=_sorted(self.sessions),
            needlings=_sorted(self.needlings),
            plan=_sorted(self.plan),
            settings=self.settings,
        )

    def evidence(self, day: int, hour: float = 9, zone: tzinfo = LONDON) -> Evidence:
        """What is known at an hour of a day."""
        return evidence_at(self.records, LIBRARY, when(day, hour, zone), zone)

    def evidence_at(self, at: datetime) -> Evidence:
        """What is known at an instant."""
        return evidence_at(self.records, LIBRARY, at, LONDON)

    def today(self, day: int, hour: float = 9, zone: tzinfo = LONDON) -> Today:
        """What Today shows at an hour of a day."""
        return today(self.records, LIBRARY, when(day, hour, zone), zone)

    def item(self, name: str, day: int, hour: float = 9) -> ItemGuidance:
        """What Today says about one plan item."""
        return next(item for item in self.today(day, hour).items if item.item == name)

    def phase(self, day: int, hour: float = 9, condition: str | None = None) -> PhaseState:
        """Where the plan of a condition stands."""
        wanted = condition or self.condition
        return next(state for state in self.today(day, hour).phases if state.condition == wanted)

    def alerts(self, day: int, hour: float = 21) -> list[str]:
        """The ids of the alerts that nobody has answered."""
        return [alert.id for alert in self.today(day, hour).alerts if alert.answered is None]


def _sorted(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda record: record.at.astimezone(UTC)))


def routine_items(shown: Today) -> list[str]:
    """The ids of the items due now."""
    return [item.item for item in shown.routine.items] if shown.routine else []
