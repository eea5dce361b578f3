"""What was really done of a guided session, read off the parts of its script that were played."""

from datetime import datetime

from homecare.domain.records.session import ExerciseDone, Outcome, SkipReason
from homecare.domain.session.controls import pause
from homecare.domain.session.position import Progress, Span
from homecare.domain.session.script import Block, Script
from homecare.domain.session.steps import Planned

BEGUN_MS = 1_000
"""Less work than this is a slip of the finger, not a begun exercise."""


def what_was_done(script: Script, progress: Progress, at: datetime) -> tuple[ExerciseDone, ...]:
    """Each exercise of the routine as it was done by `at`, in order.

    A set or repetition counts when it was played from start to end; a set done again counts once. For an
    exercise done leg after leg, sets and repetitions are those of one leg, the one that did fewer.
    `reps_planned` and `reps_done` are over all sets. `seconds` is the time spent from the first set's start
    on: rests and changes of side in it, pauses and lead-ins left out. An exercise ended or passed over half
    way is "cut-short"; its reason is the one given, None when none was asked for.
    """
    played = pause(script, progress, at).played
    reasons = dict(progress.skips)
    return tuple(
        _done(script, number, exercise, played, reasons.get(number))
        for number, exercise in enumerate(script.planned)
    )


def _done(
    script: Script, number: int, planned: Planned, played: tuple[Span, ...], reason: SkipReason | None
) -> ExerciseDone:
    covered = _joined(played)
    blocks = [block for block in script.blocks if block.item == number]
    sets = min(_sets_done(blocks, turn, covered) for turn in planned.turns)
    reps = min(_reps_done(script, number, turn, covered) for turn in planned.turns)
    complete = all(_within((block.start_ms, block.end_ms), covered) for block in blocks)
    worked_ms = sum(_overlap((block.start_ms, block.end_ms), covered) for block in blocks)
    outcome: Outcome = "done" if complete else "cut-short" if worked_ms >= BEGUN_MS else "skipped"
    whole = (blocks[0].start_ms, blocks[-1].end_ms)
    counted = planned.dose.reps is not None
    return ExerciseDone(
        condition=planned.condition,
        item=planned.item,
        exercise=planned.exercise,
        side=planned.side,
        sets_planned=planned.dose.sets,
        reps_planned=planned.dose.sets * (planned.dose.reps or 1) if counted else None,
        sets_done=sets,
        reps_done=reps if counted else None,
        seconds=0 if outcome == "skipped" else _overlap(whole, played) // 1000,
        outcome=outcome,
        reason=None if complete else reason,
    )


def _sets_done(blocks: list[Block], turn: str, covered: tuple[Span, ...]) -> int:
    return sum(_within((block.start_ms, block.end_ms), covered) for block in blocks if block.turn == turn)


def _reps_done(script: Script, number: int, turn: str, covered: tuple[Span, ...]) -> int:
    parts: dict[tuple[int, int], bool] = {}
    for index, step in enumerate(script.steps):
        if step.item == number and step.turn == turn and step.is_work:
            key = (step.set_no, step.rep)
            parts[key] = parts.get(key, True) and _within(script.step_ms(index), covered)
    return sum(parts.values())


def _joined(played: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same parts in order of the script, without overlaps."""
    joined: list[Span] = []
    for start, end in sorted(played):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _within(part: Span, covered: tuple[Span, ...]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in covered)


def _overlap(part: Span, spans: tuple[Span, ...]) -> int:
    return sum(max(0, min(end, part[1]) - max(start, part[0])) for start, end in spans)
