"""The needling table of a report: what was done, soreness after it, pain before and after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from homecare.domain.aftercare.soreness import CHECKS, soreness_scores
from homecare.domain.diary.by_day import DayValue, mean_of, recorded
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.diary import AlertId
from homecare.domain.library.reminders import SorenessCheck
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.needling import NeedledMuscle, Needling, Reaction
from homecare.domain.report.period import Basis

DAYS_BEFORE: Final = 3
AFTER_FROM: Final = 4
AFTER_TO: Final = 7
"""Days 1 to 3 after needling are left out: its soreness would be counted as the pain problem."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MuscleNamed:
    """A needled muscle in plain words, and its side, "left" or "right"."""

    name: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessCell:
    """Soreness at one check, 0 to 10, None when not answered; `high` at 5 (48 h) or 3 (72 h) and more."""

    check: SorenessCheck
    score: int | None
    high: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedlingRow:
    """One needling session of the period.

    `before` and `after` are means of the primary pain of the 3 days before and of days 4 to 7 after, each
    only when every one of those days has a score. `warnings` are the content's words for warning signs.
    """

    day: date
    muscles: tuple[MuscleNamed, ...]
    soreness: tuple[SorenessCell, ...]
    reaction: Reaction | None
    warnings: tuple[str, ...]
    before: float | None
    after: float | None


def needling_rows(known: Basis) -> tuple[NeedlingRow, ...]:
    """The needling sessions of the period that were not cancelled, newest first."""
    scores = known.scores(known.primary)
    inside = [
        needling
        for needling in known.records.needlings
        if not needling.cancelled and diary_day(needling.at) in known.period
    ]
    sore = [entry for entry in known.records.entries if entry.needling_soreness is not None] if inside else []
    return tuple(_row(needling, known, scores, sore) for needling in reversed(inside))


def _row(
    needling: Needling, known: Basis, scores: Mapping[date, DayValue], sore: Sequence[DiaryEntry]
) -> NeedlingRow:
    guide = known.content.aftercare
    day = diary_day(needling.at)
    signs = {sign.id: sign.text for sign in guide.warning_signs}
    return NeedlingRow(
        day=day,
        muscles=tuple(_named(muscle, guide) for muscle in needling.muscles),
        soreness=_soreness(needling, known, sore),
        reaction=needling.reaction_in_clinic,
        warnings=tuple(signs.get(sign, sign) for sign in needling.warning_signs),
        before=_mean(scores, day - timedelta(days=1), DAYS_BEFORE),
        after=_mean(scores, day + timedelta(days=AFTER_TO), AFTER_TO - AFTER_FROM + 1),
    )


def _named(needled_muscle: NeedledMuscle, guide: AftercareGuide) -> MuscleNamed:
    return MuscleNamed(name=guide.plain_name(needled_muscle.muscle), side=needled_muscle.side)


def _soreness(needling: Needling, known: Basis, sore: Sequence[DiaryEntry]) -> tuple[SorenessCell, ...]:
    numbers = known.content.diary.alert(AlertId.NEEDLING).numbers
    limits = {"48h": numbers["at_least_48h"], "72h": numbers["at_least_72h"]}
    since = [entry for entry in sore if entry.at >= needling.at]
    found = soreness_scores(needling, since, known.content.aftercare, known.evidence.at)
    cells = []
    for check in CHECKS:
        score = found[check].needling_soreness if check in found else None
        high = score is not None and check in limits and score >= limits[check]
        cells.append(SorenessCell(check=check, score=score, high=high))
    return tuple(cells)


def _mean(scores: Mapping[date, DayValue], last: date, days: int) -> float | None:
    known = recorded(scores, last, days)
    return mean_of(known) if len(known) == days else None
