"""The patient's own pace: a slower or faster count within the dose, more rest, a set again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from homecare.domain.library.dose import Dose
from homecare.domain.session import controls
from homecare.domain.session.position import Progress, offset_at
from homecare.domain.session.resuming import Run
from homecare.domain.session.script import Script
from homecare.domain.session.steps import Step

SLOWEST_S: Final = 2
"""Seconds that may be added to each way of a repetition: pacing for comfort, not a clinical number."""
MORE_REST_S: Final = 30
"""Seconds that one tap adds to a rest, and the least that one more rest lasts."""
MOST_ADDED_S: Final = 120
"""No rest grows by more than this; who needs longer pauses the session."""


def pace_range(dose: Dose) -> tuple[int, int]:
    """What may be added to each way of a repetition, in seconds: the least (0 or less) and the most.

    A dose that sets a tempo is not done faster; a hold and a timed exercise have no pace of their own.
    """
    if dose.hold_s is not None or dose.duration_s is not None:
        return 0, 0
    return (0 if dose.tempo is not None else -1), SLOWEST_S


def pace_of(run: Run, item: int) -> int:
    """The seconds added to each way of the repetitions of an exercise that are still to come."""
    ways = _ways(run.script, item)
    return dict(run.extra).get(max(ways), 0) if ways else 0


def paced(run: Run, at: datetime, by_s: int) -> Run:
    """Each way of the coming repetitions of this exercise `by_s` seconds longer, within its range."""
    script = run.script
    now = script.step_at(offset_at(script, run.progress, at))
    here = script.steps[now]
    least, most = pace_range(run.planned[here.item].dose)
    pace = min(most, max(least, pace_of(run, here.item) + by_s))
    later = [index for index in _ways(script, here.item) if index > now]
    if here.is_work:  # a repetition that has begun keeps its pace
        later = [index for index in later if not _same_repetition(here, script.steps[index])]
    return retimed(run, at, dict.fromkeys(later, pace))


def may_add_rest(run: Run, at: datetime) -> bool:
    """Whether the step now is a rest, or the time before a set, that may still grow."""
    script = run.script
    index = script.step_at(offset_at(script, run.progress, at))
    step = script.steps[index]
    return not step.is_work and step.kind != "done" and dict(run.extra).get(index, 0) < MOST_ADDED_S


def with_more_rest(run: Run, at: datetime) -> Run:
    """The rest now 30 s longer; nothing while working, or once it has grown enough."""
    if not may_add_rest(run, at):
        return run
    index = run.script.step_at(offset_at(run.script, run.progress, at))
    return retimed(run, at, {index: min(MOST_ADDED_S, dict(run.extra).get(index, 0) + MORE_REST_S)})


def rest_again(run: Run, at: datetime) -> Run:
    """One more rest, of 30 s at least: the one that led to this work, which then starts afresh."""
    script = run.script
    now = script.step_at(offset_at(script, run.progress, at))
    index = next(number for number in range(now, -1, -1) if not script.steps[number].is_work)
    step = script.steps[index]
    added = dict(run.extra).get(index, 0) + max(0, MORE_REST_S - step.seconds)
    longer = retimed(run, at, {index: min(MOST_ADDED_S, added)})
    start_ms = longer.script.step_ms(index)[0]
    return replace(longer, progress=controls.moved(longer.script, longer.progress, at, start_ms))


def set_again(run: Run, at: datetime) -> Run:
    """This set from its start; while resting after a set, that one."""
    script = run.script
    offset_ms = offset_at(script, run.progress, at)
    number = script.block_at(offset_ms)
    block = script.blocks[number]
    resting = offset_ms < block.start_ms
    if resting and number and script.blocks[number - 1].item == block.item:
        number -= 1
    return replace(run, progress=controls.to_set(script, run.progress, at, number))


def retimed(run: Run, at: datetime, changes: Mapping[int, int]) -> Run:
    """The same session with other additions to some steps: it stands at the same place of the same step.

    What was played from end to end stays so, what was not does not become so.
    """
    extra = {index: added for index, added in {**dict(run.extra), **changes}.items() if added}
    old = run.script
    changed = replace(run, extra=tuple(sorted(extra.items())))
    stopped = controls.pause(old, run.progress, at)
    moved = _moved(stopped, old, changed.script)
    ran = run.progress.running_since is not None
    return replace(changed, progress=controls.resume(changed.script, moved, at) if ran else moved)


def _moved(progress: Progress, old: Script, new: Script) -> Progress:
    def place(offset_ms: int) -> int:
        index = old.step_at(offset_ms)
        (start, end), (to, until) = old.step_ms(index), new.step_ms(index)
        into = offset_ms - start
        return to + (into if until - to >= end - start else into * (until - to) // (end - start))

    return replace(
        progress,
        offset_ms=place(progress.offset_ms),
        played=tuple((place(start), place(end)) for start, end in progress.played),
    )


def _same_repetition(step: Step, other: Step) -> bool:
    return (step.turn, step.set_no, step.rep) == (other.turn, other.set_no, other.rep)


def _ways(script: Script, item: int) -> list[int]:
    """The steps that are one way of a repetition of this exercise."""
    return [
        index for index, step in enumerate(script.steps) if step.item == item and step.kind in ("up", "down")
    ]
