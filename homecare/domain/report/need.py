"""Who needs a call first: one order for the command line and the clinician's screen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from homecare.domain.diary.change import Change
from homecare.domain.library.change import WORSE
from homecare.domain.report.period import Basis
from homecare.domain.report.sessions import SessionsTile
from homecare.domain.safety.pressing import Pressing


class NeedReason(StrEnum):
    """Why a patient needs a call, in the order of need."""

    PRESSING = "pressing"
    WORSE = "worse"
    STOPPED = "stopped-recording"
    LOW_ADHERENCE = "low-adherence"
    NONE = "none"


ORDER = tuple(NeedReason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """The first reason that holds, and `rank` within it: 0 needs the call soonest.

    For what is pressing `rank` is its urgency, the most urgent first and a flare last; for pain that rose 0
    is clearly worse. `last_entry` is the latest day with an entry, None without any in the days looked at.
    """

    reason: NeedReason
    rank: int = 0
    last_entry: date | None = None

    @property
    def order(self) -> tuple[int, int]:
        """What patients are sorted by, the smallest first."""
        return ORDER.index(self.reason), self.rank


def need_of(
    known: Basis, change: Change, pressing: Sequence[Pressing], sessions: SessionsTile | None
) -> Need:
    """What the period says: pressing, worse, stopped recording, low adherence, or none of them.

    Recording has stopped when the last 7 days (content/diary.toml, missing_days.mean_days) have no entry.
    """
    last = max((day for day in known.recorded_days if day <= known.last_day), default=None)
    if pressing:
        order = known.content.diary.alert_order
        ranks = [order.index(sign.urgency) if sign.urgency in order else len(order) for sign in pressing]
        return Need(reason=NeedReason.PRESSING, rank=min(ranks), last_entry=last)
    if change.label in WORSE:
        return Need(reason=NeedReason.WORSE, rank=WORSE.index(change.label), last_entry=last)
    latest = known.period.latest(known.content.diary.missing_days.mean_days)
    if last is None or last < latest.first:
        return Need(reason=NeedReason.STOPPED, last_entry=last)
    if sessions is not None and sessions.word == "low":
        return Need(reason=NeedReason.LOW_ADHERENCE, last_entry=last)
    return Need(reason=NeedReason.NONE, last_entry=last)
