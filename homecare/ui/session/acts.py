"""Acts on a guided session: start it, keep its place, save what was done."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from homecare.domain.records.diary import DiaryEntry, diary_day
from homecare.domain.records.entry_time import is_late
from homecare.domain.records.session import Session, Slot
from homecare.domain.session import controls
from homecare.domain.session.done import what_was_done
from homecare.domain.session.position import position
from homecare.domain.session.resuming import Run, run_from_dict, run_to_dict
from homecare.domain.session.script import script_of
from homecare.domain.session.steps import Planned, Turn
from homecare.domain.today.answer import ItemGuidance
from homecare.ui.state.care import CareState, new_id, stamped

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
    """A session of these exercises that starts now, with the sounds the patient chose."""
    at, settings = care.now(), care.settings
    progress = controls.start(at, sound=settings.sound, vibration=settings.vibration)
    return Run(id=new_id(), started_at=at, slot=slot, planned=planned, progress=progress)


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
    return run if all(planned.exercise in known for planned in run.planned) else None


def ended_where_left(care: CareState, run: Run) -> Run:
    """The same session; one that was left on an earlier day is over, at the moment it was left."""
    at = care.now()
    seen_at = run.progress.seen_at or run.started_at
    if diary_day(run.started_at) == diary_day(at) or at - seen_at < LEFT_FOR_GOOD:
        return run
    script = script_of(run.planned)
    return replace(run, progress=controls.end_early(script, controls.caught_up(script, run.progress, at), at))


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
    tingling_min: int | None = None,
    swelling_up: bool | None = None,
) -> Session | None:
    """Save what was really done, with the worst pain during it (NPRS); None when it could not be saved.

    The score also becomes a diary entry of the session, at the moment the session ended.
    """
    at = care.now()
    session = replace(
        session_of(run, at), pain_exercise=pain, tingling_min=tingling_min, swelling_up=swelling_up
    )
    entry = None
    if pain is not None:
        entry = DiaryEntry(
            id=new_id(),
            at=session.ended_at,
            pain_exercise=pain,
            session=session.id,
            late=is_late(session.ended_at, now=at),
            **stamped(at),
        )
    stored = await care.save(lambda store: store.add_session(session, entry=entry, was_under_way=True))
    return session if stored else None


def session_of(run: Run, at: datetime) -> Session:
    """The record of a session as it stands at `at`, not saved yet and without a score."""
    script = script_of(run.planned)
    here = position(script, run.progress, at)
    return Session(
        id=run.id,
        at=run.started_at,
        ended_at=max(run.started_at, controls.finished_at(script, run.progress, at).replace(microsecond=0)),
        slot=run.slot,
        exercises=what_was_done(script, run.progress, at),
        ended_early=run.progress.ended or not here.finished,
        **stamped(at),
    )
