"""What every control of the guided session does to its progress."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from homecare.domain.records.session import SkipReason
from homecare.domain.session.position import Progress, Span, is_away, offset_at, position
from homecare.domain.session.script import Script

BACK_LEAD_MS: Final = 5_000
"""How much of the lead-in is played again after a step back, so that there is time to get into place."""
BACK_GRACE_MS: Final = 3_000
"""Within this time of a set's start, a step back goes to the set before it; later, to its own start."""


def seen(script: Script, progress: Progress, at: datetime) -> Progress:
    """Note that somebody is there at `at`.

    An absence stays what it is until `caught_up`. A clock that was put back costs the session nothing.
    """
    if progress.running_since is None or is_away(progress, at):
        return progress
    if progress.seen_at is not None and at < progress.seen_at:
        return _running(_stopped(script, progress, progress.seen_at), at)
    return replace(progress, seen_at=at)


def caught_up(script: Script, progress: Progress, at: datetime) -> Progress:
    """The same session, paused at the moment an absence began when there was one."""
    return _stopped(script, progress, at) if is_away(progress, at) else progress


def start(at: datetime, *, sound: bool = True, vibration: bool = True) -> Progress:
    """A session that starts now, from its first step."""
    return Progress(running_since=at, seen_at=at, sound=sound, vibration=vibration)


def pause(script: Script, progress: Progress, at: datetime) -> Progress:
    """Stop the clock; a session that is already paused stays as it is."""
    return _stopped(script, progress, at)


def resume(script: Script, progress: Progress, at: datetime) -> Progress:
    """Go on from exactly the place where it was paused; the pause adds nothing.

    A session that waits for the patient to be in position goes on with `ready` only.
    """
    paused = caught_up(script, progress, at)
    waits = paused.running_since is not None or paused.ended or position(script, paused, at).unready
    return paused if waits else _running(paused, at)


def ready(script: Script, progress: Progress, at: datetime) -> Progress:
    """The patient is in position: the count-in of the exercise that waited starts now."""
    here = position(script, progress, at)
    if not here.unready:
        return progress
    stopped = _stopped(script, progress, at)
    return _running(replace(stopped, ready=(*stopped.ready, here.step.item)), at)


def back(script: Script, progress: Progress, at: datetime) -> Progress:
    """To the start of this set, or of the one before when this one has hardly begun, with a short lead-in."""
    offset_ms = offset_at(script, progress, at)
    number = script.block_at(offset_ms)
    if offset_ms < script.blocks[number].start_ms + BACK_GRACE_MS:
        number = max(0, number - 1)
    return to_set(script, progress, at, number)


def to_set(script: Script, progress: Progress, at: datetime, number: int) -> Progress:
    """To the start of the set with this index, with a short lead-in."""
    block = script.blocks[number]
    return moved(script, progress, at, max(block.lead_ms, block.start_ms - BACK_LEAD_MS))


def skip(script: Script, progress: Progress, at: datetime) -> Progress:
    """Past what is going on: to the end of a rest or lead-in, or past the rest of this set while working."""
    offset_ms = offset_at(script, progress, at)
    index = script.step_at(offset_ms)
    if script.steps[index].is_work:
        return moved(script, progress, at, script.blocks[script.block_at(offset_ms)].end_ms)
    return moved(script, progress, at, script.step_ms(index)[1])


def skip_exercise(script: Script, progress: Progress, at: datetime, reason: SkipReason) -> Progress:
    """Past the rest of this exercise, keeping why."""
    here = script.steps[script.step_at(offset_at(script, progress, at))]
    past = moved(script, progress, at, _end_ms(script, here.item))
    kept = tuple(skip for skip in past.skips if skip[0] != here.item)
    return replace(past, skips=(*kept, (here.item, reason)))


def pass_over(script: Script, progress: Progress, at: datetime, held: Collection[int]) -> Progress:
    """Past every exercise that may not be done and that the clock has come to, up to the next one that may.

    `held` are their places in the routine. Where the clock ran into one unnoticed (a sleeping device), it
    counts as left at its start, and the next one starts now. A reason the patient gave for one stays; else it
    is "other", for the app left it out. A session that was left alone stays as it is until `caught_up`.
    """
    while not progress.ended and not is_away(progress, at):
        come_to = offset_at(script, progress, at)
        found = (_within_item(script, item, progress.offset_ms) for item in held)
        place, item = min(
            ((place, item) for place, item in found if place is not None and place <= come_to),
            default=(0, None),
        )
        if item is None:
            break
        skips = progress.skips if item in dict(progress.skips) else (*progress.skips, (item, "other"))
        past = replace(
            progress,
            played=_with_span(progress.played, (progress.offset_ms, place)),
            offset_ms=_end_ms(script, item),
            skips=skips,
        )
        progress = past if progress.running_since is None else _running(past, at)
    return progress


def _within_item(script: Script, item: int, offset_ms: int) -> tuple[int | None, int]:
    """The first place of an exercise at or after this one, None when it lies behind; and the exercise."""
    start_ms = min(block.lead_ms for block in script.blocks if block.item == item)
    place = max(start_ms, offset_ms)
    return (place if place < _end_ms(script, item) else None), item


def _end_ms(script: Script, item: int) -> int:
    """Where an exercise ends."""
    return max(block.end_ms for block in script.blocks if block.item == item)


def end_early(script: Script, progress: Progress, at: datetime) -> Progress:
    """End the session here; what was done up to now stays done."""
    stopped = _stopped(script, progress, at)
    return replace(stopped, ended=stopped.offset_ms < script.total_ms)


def finished_at(script: Script, progress: Progress, at: datetime) -> datetime:
    """When the last step ended, for a session that ran to its end at or before `at`; else `at`."""
    if progress.running_since is None:
        return min(at, progress.seen_at or at)
    end = progress.running_since + timedelta(milliseconds=script.total_ms - progress.offset_ms)
    return max(progress.running_since, min(at, end))


def _stopped(script: Script, progress: Progress, at: datetime) -> Progress:
    if progress.running_since is None:
        return progress
    offset_ms = offset_at(script, progress, at)
    seen_at = finished_at(script, progress, at) if offset_ms >= script.total_ms else at
    if is_away(progress, at):
        seen_at = progress.seen_at or at
    return replace(
        progress,
        offset_ms=offset_ms,
        running_since=None,
        seen_at=seen_at,
        played=_with_span(progress.played, (progress.offset_ms, offset_ms)),
    )


def _running(progress: Progress, at: datetime) -> Progress:
    return replace(progress, running_since=at, seen_at=at)


def moved(script: Script, progress: Progress, at: datetime, to_ms: int) -> Progress:
    """At another place of the script: still running if it ran, still paused if it was (or was left alone)."""
    if progress.ended:
        return progress
    stopped = _stopped(script, caught_up(script, progress, at), at)
    there = replace(stopped, offset_ms=min(to_ms, script.total_ms))
    ran = progress.running_since is not None and not is_away(progress, at)
    return _running(there, at) if ran else there


def _with_span(played: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The spans with one more; it joins the last one when it goes on from there."""
    if span[0] >= span[1]:
        return played
    if played and played[-1][1] == span[0]:
        return (*played[:-1], (played[-1][0], span[1]))
    return (*played, span)
