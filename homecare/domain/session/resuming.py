"""A guided session in progress as plain data, so that a reload or a closed app can pick it up again."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, get_args

from homecare.domain.library.dose import Dose, Tempo
from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.records.session import SLOTS, SkipReason, Slot
from homecare.domain.session.position import Progress
from homecare.domain.session.script import Script, script_of
from homecare.domain.session.steps import Planned, Turn

VERSION: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A session in progress: its id, when it started, its part of the day, its exercises and its progress.

    The exercises are kept with it: what was started is what is resumed, even if the plan has changed. So is
    the patient's own pace: `extra` as in `script_of`. `practice`: tried freely, not asked for by a plan.
    """

    id: str
    started_at: datetime
    slot: Slot
    planned: tuple[Planned, ...]
    progress: Progress
    extra: tuple[tuple[int, int], ...] = ()
    practice: bool = False

    @property
    def script(self) -> Script:
        """All its steps, at the patient's own pace."""
        return script_of(self.planned, self.extra)


def run_to_dict(run: Run) -> dict[str, Any]:
    """`run` as numbers, texts, lists and dicts only, fit for JSON."""
    progress = run.progress
    return {
        "version": VERSION,
        "id": run.id,
        "started_at": run.started_at.isoformat(),
        "slot": run.slot,
        "planned": [{**asdict(planned), "turns": list(planned.turns)} for planned in run.planned],
        "extra": [list(added) for added in run.extra],
        "practice": run.practice,
        "progress": {
            "offset_ms": progress.offset_ms,
            "running_since": _written(progress.running_since),
            "seen_at": _written(progress.seen_at),
            "played": [list(span) for span in progress.played],
            "skips": [list(skip) for skip in progress.skips],
            "ready": list(progress.ready),
            "ended": progress.ended,
            "sound": progress.sound,
            "vibration": progress.vibration,
        },
    }


def run_from_dict(data: Mapping[str, Any]) -> Run:
    """The session that `run_to_dict` wrote; raises FaultError for anything else."""
    try:
        if data["version"] != VERSION or data["slot"] not in SLOTS:
            raise FaultError(FaultCode.SESSION_UNREADABLE)
        return Run(
            id=str(data["id"]),
            started_at=_instant(data["started_at"]),
            slot=data["slot"],
            planned=tuple(_planned(exercise) for exercise in data["planned"]),
            progress=_progress(data["progress"]),
            extra=tuple((int(step), int(seconds)) for step, seconds in data.get("extra", [])),
            practice=bool(data.get("practice", False)),
        )
    except (KeyError, TypeError, AttributeError) as fault:
        raise FaultError(FaultCode.SESSION_UNREADABLE) from fault


def _planned(data: Mapping[str, Any]) -> Planned:
    dose = dict(data["dose"])
    tempo = dose.pop("tempo")
    turns = tuple(data["turns"])
    if not set(turns) <= set(get_args(Turn)):
        raise FaultError(FaultCode.SESSION_UNREADABLE)
    return Planned(
        **{name: str(data[name]) for name in ("condition", "item", "exercise", "side")},
        turns=turns,
        dose=Dose(**dose, tempo=Tempo(**tempo) if tempo else None),
        count_in_s=data.get("count_in_s"),
        waits=bool(data.get("waits", False)),
        known=bool(data.get("known", True)),
    )


def _progress(data: Mapping[str, Any]) -> Progress:
    skips = tuple((int(item), reason) for item, reason in data["skips"])
    if not {reason for _item, reason in skips} <= set(get_args(SkipReason)):
        raise FaultError(FaultCode.SESSION_UNREADABLE)
    return Progress(
        offset_ms=int(data["offset_ms"]),
        running_since=_read(data["running_since"]),
        seen_at=_read(data["seen_at"]),
        played=tuple((int(start), int(end)) for start, end in data["played"]),
        skips=skips,
        ready=tuple(int(item) for item in data.get("ready", [])),
        ended=bool(data["ended"]),
        sound=bool(data["sound"]),
        vibration=bool(data["vibration"]),
    )


def _written(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _read(text: str | None) -> datetime | None:
    return _instant(text) if text else None


def _instant(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise FaultError(FaultCode.SESSION_UNREADABLE)
    return at
