"""Soreness over the hours after a needling session, beside what the content calls a normal answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from homecare.domain.aftercare.soreness import CHECKS, LATEST, elapsed
from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.needling import Needling

EASED: Final = ("allow_restart", "close_aftercare", "ask_at_72h")
"""Soreness that lets a patient carry on, so it is as expected (content/aftercare.toml, soreness_rules)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """A soreness score (0 to 10), `hours` after the end of the session."""

    hours: float
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessCurve:
    """Every score given after one session, the earliest first; none is an empty curve.

    `expected` is the highest score that is as expected at each check. `asked` is how many hours have passed
    since the session, at most 96: later checks have not been asked yet.
    """

    needling: str
    day: date
    points: tuple[CurvePoint, ...]
    expected: tuple[CurvePoint, ...]
    asked: float


def soreness_curves(
    needlings: Iterable[Needling], entries: Iterable[DiaryEntry], guide: AftercareGuide, at: datetime
) -> tuple[SorenessCurve, ...]:
    """The curves of the sessions that were not cancelled, as known `at` an instant; the newest first.

    A score belongs to the session it names, else to the latest one within 96 hours before it.
    """
    held = sorted(
        (
            needling
            for needling in needlings
            if not needling.cancelled and elapsed(needling.at, at) >= timedelta(0)
        ),
        key=lambda needling: needling.at,
        reverse=True,
    )
    found: dict[str, list[CurvePoint]] = {needling.id: [] for needling in held}
    for entry in entries:
        owner = _owner(entry, held)
        if owner is not None and entry.needling_soreness is not None:
            hours = elapsed(owner.at, entry.at) / timedelta(hours=1)
            found[owner.id].append(CurvePoint(hours=hours, score=entry.needling_soreness))
    expected = expected_soreness(guide)
    return tuple(
        SorenessCurve(
            needling=needling.id,
            day=diary_day(needling.at),
            points=tuple(sorted(found[needling.id], key=lambda point: point.hours)),
            expected=expected,
            asked=min(elapsed(needling.at, at), LATEST) / timedelta(hours=1),
        )
        for needling in held
    )


def expected_soreness(guide: AftercareGuide) -> tuple[CurvePoint, ...]:
    """The highest score at each check that the content answers with going on."""
    return tuple(
        CurvePoint(hours=guide.check_after(check) / timedelta(hours=1), score=max(scores))
        for check in CHECKS
        if (
            scores := [
                rule.score_max
                for rule in guide.soreness_rules
                if rule.check == check and rule.action in EASED
            ]
        )
    )


def _owner(entry: DiaryEntry, held: Iterable[Needling]) -> Needling | None:
    if entry.needling_soreness is None:
        return None
    for needling in held:
        passed = elapsed(needling.at, entry.at)
        named = entry.needling == needling.id
        if (named or entry.needling is None) and timedelta(0) <= passed < LATEST:
            return needling
    return None
