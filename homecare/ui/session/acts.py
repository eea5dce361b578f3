"""Acts on a guided session: start it, keep its place, save what was done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from homecare.domain.records.diary import DiaryEntry, answered, corrected, diary_day
from homecare.domain.records.entry_time import TimeFaultError, check_entry_time, diary_entry_time
from homecare.domain.records.session import ExerciseDone, Session, Slot, highest_pain
from homecare.domain.session import controls
from homecare.domain.session.done import what_was_done
from homecare.domain.session.in_position import with_count_in
from homecare.domain.session.position import position
from homecare.domain.session.resuming import Run, run_from_dict, run_to_dict
from homecare.domain.session.steps import Planned, Turn
from homecare.domain.today.answer import ItemGuidance
from homecare.domain.today.practice import Practice, practice_under_way
from homecare.domain.today.routine import slot_at
from homecare.domain.today.under_way import holds_under_way
from homecare.ui.state.care import CareState, new_id, stamped
from homecare.wording import dates
from homecare.wording.reasons import hold_sentence

LEFT_FOR_GOOD = timedelta(hours=1)
"""How long a session of an earlier diary day must have been left before it counts as over."""


def turns_of(side: str, *, both_at_once: bool) -> tuple[Turn, ...]:
    """The legs an exercise is done with, one after the other; ("both",) for both at once."""
    if both_at_once:
        return ("both",)
    if side == "left":
        return ("left",)
    return ("right",) if side == "right" else ("right", "left")


def planned_of(items: Iterable[ItemGuidance]) -> tuple[Planned, ...]:
    """The exercises of a routine as they will be played, in its order."""
    return tuple(
        Planned(
            condition=item.condition,
            item=item.item,
            exercise=item.exercise,
            side=item.side,
            turns=turns_of(item.side, both_at_once=item.both_at_once),
            dose=item.dose,
        )
        for item in items
    )


def begun(care: CareState, planned: tuple[Planned, ...], slot: Slot) -> Run:
    """A session of these exercises that starts now, counted in and with the sounds as the patient chose."""
    at, settings = care.now(), care.settings
    planned = with_count_in(planned, care.records.sessions, settings.count_in)
    progress = controls.start(at, sound=settings.sound, vibration=settings.vibration)
    return Run(id=new_id(), started_at=at, slot=slot, planned=planned, progress=progress)


def practised(care: CareState, wanted: Practice) -> Run | None:
    """Free practice of one exercise that starts now; None where it may not be done."""
    if wanted.held is not None or wanted.dose is None:
        return None
    exercise = care.library.exercise(wanted.exercise)
    planned = Planned(
        condition=wanted.condition,
        item=exercise.id,
        exercise=exercise.id,
        side=wanted.side,
        turns=turns_of(wanted.side, both_at_once=exercise.both_at_once),
        dose=wanted.dose,
    )
    slot = slot_at(care.now(), care.settings.exercise_times)
    return replace(begun(care, (planned,), slot), practice=True)


def left_run(care: CareState) -> Run | None:
    """The session that was left, None when there is none or it cannot be read."""
    kept = care.store.progress()
    if kept is None:
        return None
    try:
        run = run_from_dict(kept)
        known = set(care.library.exercise_ids)
    except ValueError:
        return None
    if care.store.session(run.id, day=diary_day(run.started_at)) is not None:
        return None
    return run if all(exercise.exercise in known for exercise in run.planned) else None


def ended_where_left(care: CareState, run: Run) -> Run:
    """The same session; one that was left on an earlier day is over, at the moment it was left."""
    at = care.now()
    seen_at = run.progress.seen_at or run.started_at
    if diary_day(run.started_at) == diary_day(at) or at - seen_at < LEFT_FOR_GOOD:
        return run
    script = run.script
    return replace(run, progress=controls.end_early(script, controls.caught_up(script, run.progress, at), at))


def held_since(care: CareState, run: Run) -> dict[int, str]:
    """Why exercises of a session that goes on may not be done any more, by their place in it.

    Nothing for a session that is over: what was done then counts as it was done.
    """
    if run.progress.ended:
        return {}
    holds_now = practice_under_way if run.practice else holds_under_way
    holds = holds_now(run.planned, care.records, care.library, care.now(), care.host.zone)
    return {number: hold_sentence(hold.code) for number, hold in holds.items()}


def worth_saving(session: Session) -> bool:
    """Whether anything was done, or left out for a reason."""
    return any(exercise.outcome != "skipped" or exercise.reason is not None for exercise in session.exercises)


async def keep_place(care: CareState, run: Run) -> None:
    """Note how far the session has come, so that it can be picked up again."""
    await care.note_place(run_to_dict(run))


async def forget_place(care: CareState) -> None:
    """Forget the session that was left."""
    await care.note_place(None)


async def save_session(
    care: CareState,
    run: Run,
    *,
    pain: int | None = None,
    pains: Mapping[int, int] = MappingProxyType({}),
    tingling_min: int | None = None,
    numb_spread: bool | None = None,
) -> Session | None:
    """Save what was really done, with the worst pain during it (NPRS); None when it could not be saved.

    `pains` are the scores of single exercises by their place, where each was asked: the highest is then the
    session's. The score also becomes a diary entry of the session, at the moment the session ended.
    """
    at = care.now()
    done = session_of(run, at)
    exercises = tuple(
        replace(exercise, pain=pains.get(number)) for number, exercise in enumerate(done.exercises)
    )
    session = replace(
        done,
        exercises=exercises,
        pain_exercise=highest_pain(exercises) if pains else pain,
        tingling_min=tingling_min,
        numb_spread=numb_spread,
    )
    entry = _score_entry(care, session)
    stored = await care.save(lambda store: store.add_session(session, entry=entry, was_under_way=True))
    return session if stored else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A session and its diary entry before and after a correction; an entry is None where there is none."""

    before: Session
    after: Session
    entry_before: DiaryEntry | None
    entry_after: DiaryEntry | None


def entries_of(care: CareState, session: Session) -> list[DiaryEntry]:
    """The diary entries that came with a session: those of its day or of the night after it."""
    days = care.entries_between(session.day, session.day + timedelta(days=1))
    return [entry for entry in days if entry.session == session.id]


async def change_session(
    care: CareState, before: Session, exercises: tuple[ExerciseDone, ...], pain: int | None
) -> Correction | None:
    """Correct what was done and how much it hurt, in the record and its diary entry; None if not stored.

    The entry keeps the score it had; without a score, an entry that says nothing else goes too.
    """
    at = care.now()
    after = replace(before, exercises=exercises, pain_exercise=pain, edited_at=at)
    old = next(iter(entries_of(care, before)), None)
    new: DiaryEntry | None
    if old is None:
        new = _score_entry(care, after)
    elif pain is None and answered(old) == ["pain_exercise"]:
        new = None
    else:
        new = corrected(old, replace(old, pain_exercise=pain), at=at) if old.pain_exercise != pain else old
    gone = [old] if old is not None and new is None else []
    if not await care.save(lambda store: store.replace_session(after, entry=new, without=gone)):
        return None
    return Correction(before=before, after=after, entry_before=old, entry_after=new)


async def undo_change(care: CareState, change: Correction) -> bool:
    """Put session and entry back just as they were."""
    before, after = change.entry_before, change.entry_after
    gone = [after] if after is not None and before is None else []
    return await care.save(lambda store: store.replace_session(change.before, entry=before, without=gone))


async def delete_session(
    care: CareState, session: Session, entries: list[DiaryEntry] | None = None
) -> list[DiaryEntry] | None:
    """Remove a session with the diary entries that came with it, and return those; None if not removed."""
    found = entries_of(care, session) if entries is None else entries
    return found if await care.save(lambda store: store.remove_session(session, entries=found)) else None


async def put_back(care: CareState, session: Session, entries: list[DiaryEntry]) -> bool:
    """Bring a deleted session back with its entries, all of them or none."""
    return await care.save(lambda store: store.apply([session, *entries]))


def without_app(
    care: CareState,
    *,
    day: date,
    clock: time,
    slot: Slot,
    exercises: tuple[ExerciseDone, ...],
    pain: int | None,
) -> tuple[Session, DiaryEntry | None]:
    """The record of exercises done without the app, and its diary entry.

    Raises ValueError with a sentence for a time that cannot be. A time before 4 in the morning belongs to the
    night after `day`. How long it took is not known.
    """
    now = care.now()
    oldest = diary_day(now) - timedelta(days=care.library.diary.late_entry_days)
    try:
        at = check_entry_time(diary_entry_time(day, clock, care.host.zone, now=now), now=now, oldest=oldest)
    except TimeFaultError as fault:
        raise ValueError(dates.time_fault(fault.fault)) from None
    session = Session(
        id=new_id(), at=at, ended_at=at, slot=slot, exercises=exercises, pain_exercise=pain, **stamped(now)
    )
    return session, _score_entry(care, session)


async def add_session(care: CareState, session: Session, entry: DiaryEntry | None) -> Session | None:
    """Save a session done without the app; None when it could not be stored."""
    return session if await care.save(lambda store: store.add_session(session, entry=entry)) else None


def _score_entry(care: CareState, session: Session) -> DiaryEntry | None:
    """The diary entry that says the score of a session; None without one."""
    if session.pain_exercise is None:
        return None
    at = care.now()
    return DiaryEntry(
        id=new_id(),
        at=session.ended_at,
        pain_exercise=session.pain_exercise,
        session=session.id,
        late=diary_day(session.ended_at) < diary_day(at),
        **stamped(at),
    )


def session_of(run: Run, at: datetime) -> Session:
    """The record of a session as it stands at `at`, not saved yet and without a score."""
    script = run.script
    here = position(script, run.progress, at)
    return Session(
        id=run.id,
        at=run.started_at,
        ended_at=max(run.started_at, controls.finished_at(script, run.progress, at).replace(microsecond=0)),
        slot=run.slot,
        exercises=what_was_done(script, run.progress, at),
        ended_early=run.progress.ended or not here.finished,
        practice=run.practice,
        **stamped(at),
    )
