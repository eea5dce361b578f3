"""The script of a guided session: all its steps on one time line."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.session.steps import Planned, Step, Turn, sets_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One set of one leg on the time line, in milliseconds; its lead-in runs from `lead_ms` to `start_ms`."""

    item: int
    turn: Turn
    set_no: int
    lead_ms: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All steps of a session on one time line, made by `script_of`; times are milliseconds from its start."""

    planned: tuple[Planned, ...]
    steps: tuple[Step, ...]
    starts_ms: tuple[int, ...]
    blocks: tuple[Block, ...]

    def opens(self, block: Block) -> bool:
        """Whether an exercise begins with this set."""
        return block.set_no == 1 and block.turn == self.planned[block.item].turns[0]

    @property
    def total_ms(self) -> int:
        """Length of the whole script."""
        return self.starts_ms[-1]

    def step_at(self, offset_ms: int) -> int:
        """Index of the step at this place; the last one ("done") at the end and beyond."""
        return min(len(self.steps) - 1, max(0, bisect_right(self.starts_ms, offset_ms) - 1))

    def block_at(self, offset_ms: int) -> int:
        """Index of the set at this place, or of the one its lead-in leads to; the last one at the end."""
        last = len(self.blocks) - 1
        return next((n for n, block in enumerate(self.blocks) if offset_ms < block.end_ms), last)

    def step_ms(self, index: int) -> tuple[int, int]:
        """Where a step starts and ends."""
        return self.starts_ms[index], self.starts_ms[index] + self.steps[index].seconds * 1000


def script_of(planned: Sequence[Planned], extra: Iterable[tuple[int, int]] = ()) -> Script:
    """The script of these exercises in this order; raises ValueError when there are none.

    `extra` are seconds added to steps (or taken away) by the patient, each with the step's index.
    """
    if not planned:
        raise FaultError(FaultCode.NO_EXERCISE)
    added = dict(extra)
    steps: list[Step] = []
    blocks: list[Block] = []
    clock_ms = 0
    for number, exercise in enumerate(planned):
        for as_planned in sets_of(number, exercise):
            place, *work = _lengthened(as_planned, len(steps), added)
            start_ms = clock_ms + place.seconds * 1000
            end_ms = start_ms + sum(step.seconds for step in work) * 1000
            blocks.append(
                Block(
                    item=number,
                    turn=place.turn,
                    set_no=place.set_no,
                    lead_ms=clock_ms,
                    start_ms=start_ms,
                    end_ms=end_ms,
                )
            )
            steps += [place, *work]
            clock_ms = end_ms
    end = steps[-1]
    steps.append(Step(kind="done", seconds=0, item=end.item, turn=end.turn, set_no=end.set_no, sets=end.sets))
    starts = tuple(accumulate((step.seconds * 1000 for step in steps[:-1]), initial=0))
    return Script(planned=tuple(planned), steps=tuple(steps), starts_ms=starts, blocks=tuple(blocks))


def _lengthened(steps: Sequence[Step], first: int, extra: Mapping[int, int]) -> list[Step]:
    """Steps of which the first has the index `first`, each with its extra seconds; none gets below one."""
    return [
        replace(step, seconds=max(1, step.seconds + extra[index])) if index in extra else step
        for index, step in enumerate(steps, start=first)
    ]
