"""The decisions of a patient's plan, written day by day. Day 1 is 2 March 2026."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.domain.progression.streaks import Offer
from homecare.domain.records.plan import (
    AskedFirst,
    ClearanceGiven,
    ConditionStarted,
    DoseDecided,
    PhaseEntered,
    PlanEvent,
    RedFlagCleared,
    Screened,
    SelfChecked,
)
from homecare.domain.today.answer import ItemGuidance

LONDON = ZoneInfo("Europe/London")
FIRST = date(2026, 3, 2)


def day_of(day: int) -> date:
    """The diary day with this number."""
    return FIRST + timedelta(days=day - 1)


def when(day: int, hour: float = 9, zone: tzinfo = LONDON) -> datetime:
    """A clock time on a numbered day; hours from 24 on are the next morning."""
    midnight = datetime.combine(day_of(day), datetime.min.time())
    return (midnight + timedelta(hours=hour)).replace(tzinfo=zone)


def stamp(at: datetime, number: int) -> dict[str, Any]:
    """The id and times of a record that was written down when it happened."""
    return {"id": f"r{number}", "at": at, "created_at": at, "edited_at": at}


def in_order(records: list[Any]) -> tuple[Any, ...]:
    """Records oldest first, each id once."""
    unique = {record.id: record for record in records}
    return tuple(sorted(unique.values(), key=lambda event: event.at.astimezone(UTC)))


@cache
def _questions() -> tuple[str, ...]:
    return tuple(question.id for question in Library().ask_first.questions)


def _no_to(yes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(question for question in _questions() if question not in yes)


class PlanBook:
    """What was decided about the plan of one condition, and when."""

    def __init__(self, condition: str) -> None:
        self.condition = condition
        self.plan: list[PlanEvent] = []
        self._ids = count(1)

    def _stamp(self, at: datetime, kind: str) -> dict[str, Any]:
        return {"id": f"{kind}-{next(self._ids)}", "at": at, "created_at": at, "edited_at": at}

    def start(
        self,
        condition: str,
        phase: str,
        *,
        day: int,
        side: Any = "left",
        variant: str | None = None,
        first_step: int | None = None,
    ) -> None:
        """Start a condition's plan at 8 in the morning."""
        self.plan.append(
            ConditionStarted(
                **self._stamp(when(day, 8), "plan"),
                condition=condition,
                phase=phase,
                side=side,
                variant=variant,
                pain_first_step=first_step,
            )
        )

    def screen(self, day: int, *yes: str, hour: float = 8) -> None:
        """Answer the safety questions."""
        self.plan.append(Screened(**self._stamp(when(day, hour), "plan"), yes=yes))

    def ask_first(self, day: int, *yes: str, hour: float = 9) -> None:
        """Answer yes to these questions on who should ask a clinician first, and no to all others."""
        self.plan.append(AskedFirst(**self._stamp(when(day, hour), "plan"), yes=yes, no=_no_to(yes)))

    def clear_flag(self, day: int, *flags: str, by: str = "", hour: float = 10) -> None:
        """Have red flags checked, by a clinician when `by` names one."""
        self.plan.append(RedFlagCleared(**self._stamp(when(day, hour), "plan"), flags=flags, by=by))

    def clear(self, day: int, clearance: str, *, condition: str | None = None, hour: float = 10) -> None:
        """Have a clinician record a clearance."""
        self.plan.append(
            ClearanceGiven(
                **self._stamp(when(day, hour), "plan"),
                condition=condition or self.condition,
                clearance=clearance,
                by="Dr Reed",
                given_on=day_of(day),
            )
        )

    def enter(self, day: int, phase: str, *, reason: str = "offered", hour: float = 8) -> None:
        """Move to a phase, with the safety questions answered."""
        self.plan.append(
            PhaseEntered(
                **self._stamp(when(day, hour), "plan"), condition=self.condition, phase=phase, reason=reason
            )
        )
        self.screen(day, hour=hour)

    def check(self, day: int, check: str, *, yes: bool = True) -> None:
        """Answer a self-check."""
        self.plan.append(
            SelfChecked(**self._stamp(when(day, 8.5), "plan"), condition=self.condition, check=check, yes=yes)
        )

    def decide(self, day: int, item: ItemGuidance, *, accepted: bool, hour: float = 10) -> None:
        """Take or decline the offer on an item."""
        offer = item.offer
        assert isinstance(offer, Offer)
        self.plan.append(
            DoseDecided(
                **self._stamp(when(day, hour), "plan"),
                condition=item.condition,
                item=item.item,
                advice=item.advice,
                accepted=accepted,
                level=offer.level,
                step=offer.step,
                exercise=offer.exercise,
                changes=dict(offer.changes),
                reason=item.reason,
                entries=item.entries,
                until=offer.until,
            )
        )
