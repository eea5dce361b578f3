"""A diary entry while it is being filled in: what was chosen and typed, and the entry it becomes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo

from homecare.domain.records.diary import BOUNDS, PAIN_FIELDS, DiaryEntry, Site, diary_day
from homecare.domain.records.entry_time import TimeFaultError, diary_entry_time
from homecare.ui.kit.fields import read_time
from homecare.ui.state.care import new_id, stamped
from homecare.wording import dates, diary
from homecare.wording.faults import what_is_wrong

CLOCK = "clock"
TEXTS = ("medication", "notes")


class DraftFaultError(Exception):
    """Answers that cannot be saved: `faults` holds a sentence for each field by its name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = dict(faults)
        super().__init__(" ".join(self.faults.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Chosen answers; nothing is preset but a place carried forward and exercises from logged sessions.

    `at` is the instant the draft is about unless the patient chooses another `day` or types another time.
    `carried` are the places taken from the day before; they stay marked as such until changed.
    """

    at: datetime
    day: date
    pains: Mapping[str, int] = field(default_factory=dict)
    location: tuple[Site, ...] = ()
    carried: tuple[Site, ...] = ()
    quality: tuple[str, ...] = ()
    exercises_done: str | None = None
    sleep_woken: bool | None = None
    swelling_up: bool | None = None
    footwear: str | None = None

    def with_pain(self, name: str, score: int | None) -> "Draft":
        """The draft with this score, or without one for None."""
        pains = {place: value for place, value in self.pains.items() if place != name}
        return replace(self, pains=pains if score is None else {**pains, name: score})


def draft_of(entry: DiaryEntry) -> tuple[Draft, dict[str, str]]:
    """An entry as a draft, and its numbers and texts as they would be typed."""
    pains = {name: score for name in PAIN_FIELDS if (score := getattr(entry, name)) is not None}
    typed = {name: plain(value) for name in BOUNDS if (value := getattr(entry, name)) is not None}
    typed |= {name: text for name in TEXTS if (text := getattr(entry, name))}
    draft = Draft(
        at=entry.at,
        day=entry.day,
        pains=pains,
        location=entry.location,
        carried=entry.location if entry.carried_forward else (),
        quality=entry.quality,
        exercises_done=entry.exercises_done,
        sleep_woken=entry.sleep_woken,
        swelling_up=entry.swelling_up,
        footwear=entry.footwear,
    )
    return draft, {**typed, CLOCK: f"{entry.at:%H:%M}"}


def plain(value: float) -> str:
    """A number as a person types it: "7.5", "8"."""
    return diary.number(value).replace(",", "")


def read_number(name: str, label: str, text: str) -> float | int | None:
    """What was typed into a number field, None for nothing; ValueError with the sentence of its scale.

    A decimal comma and a thousands separator are understood.
    """
    bounds = BOUNDS[name]
    words = text.strip().replace(" ", "")
    if not words:
        return None
    whole = bounds.step == int(bounds.step)
    words = (
        words.replace(",", "") if whole and len(words.rpartition(",")[2]) == 3 else words.replace(",", ".")
    )
    value: object = words
    try:
        number = float(words)
        value = int(number) if number == int(number) else number
    except (ValueError, OverflowError):
        pass
    bounds.check(value, label)  # type: ignore[arg-type]
    return value  # type: ignore[return-value]


def instant(draft: Draft, typed: Mapping[str, str], now: datetime, zone: tzinfo) -> datetime:
    """When it was felt; ValueError with a sentence for a time that cannot be read or cannot have been.

    A diary day runs 04:00 to 03:59, so a time before 04:00 belongs to the night after it.
    """
    clock = typed.get(CLOCK, "")
    if draft.day == diary_day(draft.at) and clock == f"{draft.at:%H:%M}":
        return draft.at
    try:
        return diary_entry_time(draft.day, read_time(clock), zone, now=now)
    except TimeFaultError as fault:
        raise ValueError(dates.time_fault(fault.fault)) from None


def entry_of(
    draft: Draft,
    typed: Mapping[str, str],
    *,
    labels: Mapping[str, str],
    now: datetime,
    zone: tzinfo,
    needling: str | None = None,
    old: DiaryEntry | None = None,
) -> DiaryEntry:
    """The entry of a draft, in the place of `old` when there is one; `labels` name the number fields.

    `needling` is the session that a soreness score belongs to. Raises DraftFaultError with a sentence for
    each invalid answer.
    """
    answers: dict[str, object] = {
        **_checked(draft, typed, labels, now, zone),
        **{name: draft.pains.get(name) for name in PAIN_FIELDS},
        **{name: typed.get(name, "").strip() for name in TEXTS},
        "location": draft.location,
        "carried_forward": bool(draft.location) and draft.location == draft.carried,
        "quality": draft.quality,
        "exercises_done": draft.exercises_done,
        "sleep_woken": draft.sleep_woken,
        "swelling_up": draft.swelling_up,
        "footwear": draft.footwear,
    }
    try:
        if old is not None:
            return replace(old, **answers)  # type: ignore[arg-type]
        if "needling_soreness" in draft.pains:
            answers["needling"] = needling
        return DiaryEntry(id=new_id(), **stamped(now), **answers)  # type: ignore[arg-type]
    except ValueError as fault:
        raise DraftFaultError({"": what_is_wrong(fault)}) from None


def _checked(
    draft: Draft, typed: Mapping[str, str], labels: Mapping[str, str], now: datetime, zone: tzinfo
) -> dict[str, object]:
    """The time and every typed number; DraftFaultError naming all invalid ones."""
    faults: dict[str, str] = {}
    read: dict[str, object] = {}
    try:
        read["at"] = instant(draft, typed, now, zone)
    except ValueError as fault:
        faults[CLOCK] = what_is_wrong(fault)
    for name in BOUNDS:
        try:
            read[name] = read_number(name, labels[name], typed.get(name, ""))
        except ValueError as fault:
            faults[name] = what_is_wrong(fault)
    if faults:
        raise DraftFaultError(faults)
    return read
