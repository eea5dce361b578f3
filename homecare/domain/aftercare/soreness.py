"""Soreness after needling: which score answers which check, and what it leads to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, get_args

from homecare.domain.library.aftercare import AftercareGuide
from homecare.domain.library.reminders import SorenessAction, SorenessCheck
from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import Needling

CHECKS: Final[tuple[SorenessCheck, ...]] = get_args(SorenessCheck)
"""The checks in the order in which they ask."""
EARLY: Final = timedelta(hours=2)
"""A score given this much before its check still answers it: people answer when they have a moment."""
LATEST: Final = timedelta(hours=96)
"""After this a score that names no needling session is not taken for an answer to one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SorenessAnswer:
    """The latest score (0 to 10) given to one check, what the content says to it, and what the app does."""

    check: SorenessCheck
    score: int
    at: datetime
    entry: str
    says: str
    action: SorenessAction


def elapsed(since: datetime, at: datetime) -> timedelta:
    """Time that really passed between two instants, whatever the clocks did in between."""
    return at.astimezone(UTC) - since.astimezone(UTC)


def check_answered_at(needling: Needling, guide: AftercareGuide, at: datetime) -> SorenessCheck | None:
    """The check that a score given at this instant answers; None before the first one."""
    passed = elapsed(needling.at, at) + EARLY
    reached = [check for check in CHECKS if passed >= guide.check_after(check)]
    return reached[-1] if reached else None


def soreness_scores(
    needling: Needling, entries: Iterable[DiaryEntry], guide: AftercareGuide, at: datetime
) -> dict[SorenessCheck, DiaryEntry]:
    """The entry that answers each check by `at`, the latest one; checks without an answer are absent.

    Of two scores felt at one instant the one written down later counts, then the higher one.
    """
    scores: dict[SorenessCheck, DiaryEntry] = {}
    for entry in sorted(entries, key=_felt_and_written):
        if entry.needling_soreness is None or elapsed(entry.at, at) < timedelta(0):
            continue
        check = check_answered_at(needling, guide, entry.at)
        unnamed = entry.needling is None and elapsed(needling.at, entry.at) < LATEST
        if check is not None and (unnamed or entry.needling == needling.id):
            scores[check] = entry
    return scores


def _felt_and_written(entry: DiaryEntry) -> tuple[datetime, datetime, int]:
    return entry.at.astimezone(UTC), entry.created_at.astimezone(UTC), entry.needling_soreness or 0


def soreness_answers(
    needling: Needling, entries: Iterable[DiaryEntry], guide: AftercareGuide, at: datetime
) -> dict[SorenessCheck, SorenessAnswer]:
    """What each answered check says and does, earliest first (content/aftercare.toml, soreness_rules)."""
    answers: dict[SorenessCheck, SorenessAnswer] = {}
    for check, entry in sorted(soreness_scores(needling, entries, guide, at).items()):
        score = entry.needling_soreness
        if score is None:
            continue
        rule = guide.soreness_rule(check, score)
        answers[check] = SorenessAnswer(
            check=check, score=score, at=entry.at, entry=entry.id, says=rule.say, action=rule.action
        )
    return answers
