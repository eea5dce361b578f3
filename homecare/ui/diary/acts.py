"""Acts on the diary: rate pain in one tap, save, correct, delete, and take any of it back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from homecare.domain.records.diary import DiaryEntry, answered, corrected, diary_day
from homecare.domain.records.entry_time import TimeFaultError, check_entry_time, is_late
from homecare.domain.records.local_time import moment
from homecare.domain.records.questionnaire import ItemAnswer, QuestionnaireAnswered
from homecare.domain.today.question import Asked, Question
from homecare.ui.state.care import CareState, new_id, stamped
from homecare.wording import dates

SLIP = timedelta(minutes=1)
"""A second tap on a pain number within this time corrects the first."""


def just_rated(care: CareState) -> DiaryEntry | None:
    """The score that was tapped on Today within the last minute, with nothing else said; None without one."""
    now = care.now()
    taps = [
        entry
        for entry in care.records.entries
        if asked_by(entry) is not None and timedelta(0) <= now - entry.created_at < SLIP
    ]
    return max(taps, key=lambda entry: entry.created_at, default=None)


def asked_by(entry: DiaryEntry) -> Asked | None:
    """The question of Today that this entry answers, and nothing else; None for any other entry."""
    said = set(answered(entry))
    if said == {Asked.FIRST_STEP, Asked.NEXT_MORNING}:
        return Asked.FIRST_STEP
    return next((asked for asked in Asked if said == {asked}), None)


async def rate_pain(care: CareState, nprs: int, question: Question) -> DiaryEntry | None:
    """Save the score of Today's question (NPRS, 0 to 10); None if it was not stored.

    A tap of the last minute on the same question is corrected. A first-step score that counts twice is kept
    as the answer for the morning after, too.
    """
    at = care.now()
    names = [question.asked.value]
    if question.counts_twice:
        names.append(Asked.NEXT_MORNING.value)
    scores: dict[str, Any] = dict.fromkeys(names, nprs)
    before = just_rated(care)
    if before is not None and asked_by(before) == question.asked:
        return await change_entry(care, before, replace(before, **scores))
    entry = DiaryEntry(id=new_id(), at=at, **scores, **stamped(at))
    return await add_entry(care, entry)


async def add_entry(care: CareState, entry: DiaryEntry) -> DiaryEntry | None:
    """Save a new entry, marked late when it is for a day before today (content/diary.toml, late_entry).

    A day that is too long ago, or still to come, is refused with a sentence and nothing is stored.
    """
    # The clock may have been set back since the entry was begun; that does not make it an entry to come.
    now = max(care.now(), entry.created_at, key=moment)
    oldest = diary_day(now) - timedelta(days=care.library.diary.late_entry_days)
    try:
        check_entry_time(entry.at, now=now, oldest=oldest)
    except TimeFaultError as fault:
        care.tell(dates.time_fault(fault.fault))
        return None
    entry = replace(entry, late=is_late(entry.at, now=now))
    return entry if await care.save(lambda store: store.add_entry(entry)) else None


async def change_entry(care: CareState, old: DiaryEntry, new: DiaryEntry) -> DiaryEntry | None:
    """Replace an entry; the values it had are kept in the record."""
    entry = corrected(old, new, at=care.now())
    return entry if await care.save(lambda store: store.replace_entry(entry)) else None


async def delete_entry(care: CareState, entry: DiaryEntry) -> bool:
    """Remove an entry; `restore_entry` brings it back."""
    return await care.save(lambda store: store.remove_entry(entry.id, day=entry.day))


async def restore_entry(care: CareState, entry: DiaryEntry) -> bool:
    """Bring a deleted entry back just as it was."""
    return await care.save(lambda store: store.add_entry(entry))


async def save_answers(care: CareState, questionnaire: str, answers: tuple[ItemAnswer, ...]) -> bool:
    """Record an answered questionnaire."""
    at = care.now()
    return await care.decide(
        QuestionnaireAnswered(id=new_id(), at=at, questionnaire=questionnaire, answers=answers, **stamped(at))
    )
