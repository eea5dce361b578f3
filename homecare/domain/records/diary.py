"""The pain diary: one entry, and the day it belongs to."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import Final

from homecare.domain.library.faults import FaultCode, FaultError
from homecare.domain.library.scales import Bounds, check_instant, check_nprs
from homecare.domain.library.validity import plain_instant, require_id, require_one_of
from homecare.domain.records.plain import keep_instants, keep_lines, keep_note

DAY_STARTS = time(4)
"""A diary day runs from this time to a minute before it on the next day, by the local clock (diary.toml)."""
DAY_STARTS_AT = timedelta(hours=DAY_STARTS.hour, minutes=DAY_STARTS.minute)

MEDICATION_LIMIT = 200
MOST_SITES = 14 * 2
MOST_QUALITIES = 3

PAIN_FIELDS = (
    "pain_now",
    "pain_worst",
    "pain_first_step",
    "pain_exercise",
    "pain_next_morning",
    "needling_soreness",
)
BOUNDS = {
    "stiffness_min": Bounds(least=0, most=240, step=1, unit="minutes"),
    "steps": Bounds(least=0, most=60_000, step=1, unit="steps"),
    "standing_h": Bounds(least=0, most=18, step=0.5, unit="hours"),
    "walk_min": Bounds(least=0, most=600, step=1, unit="minutes"),
    "run_min": Bounds(least=0, most=300, step=1, unit="minutes"),
    "cycle_min": Bounds(least=0, most=600, step=1, unit="minutes"),
    "swim_min": Bounds(least=0, most=300, step=1, unit="minutes"),
    "sleep_h": Bounds(least=0, most=16, step=0.5, unit="hours"),
}
EXERCISES_DONE = ("all", "some", "none", "rest-day")
FOOTWEAR = (
    "supportive-shoe",
    "trainers",
    "flat-or-thin",
    "heels",
    "boots",
    "sandals",
    "barefoot",
    "prescribed-boot-or-insole",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A place on the foot map that hurts; `side` is "L" or "R", `pain` 0 to 10 or None when not scored."""

    region: str
    side: str
    pain: int | None = None

    def __post_init__(self) -> None:
        """Refuse a side that is neither foot and a pain off the scale."""
        require_id("region", self.region)
        if self.side not in ("L", "R"):
            raise FaultError(FaultCode.PLACE_WITHOUT_SIDE)
        if self.pain is not None:
            check_nprs(self.pain)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """What the patient felt at one instant; a field that was not answered is None, never 0.

    `at` is when it was felt, with the patient's offset from UTC then. Pain fields are NPRS, 0 to 10.
    `session` and `needling` name the record a pain_exercise or needling_soreness belongs to.
    `late` marks an entry written down after its own diary day; `carried_forward` a location taken
    from the day before; `replaced` keeps the values that a correction replaced, oldest first.
    Raises FaultError for a value off its scale, an over-long text, or an entry with no answer at all.
    """

    id: str
    at: datetime
    created_at: datetime
    edited_at: datetime
    pain_now: int | None = None
    pain_worst: int | None = None
    pain_first_step: int | None = None
    pain_exercise: int | None = None
    pain_next_morning: int | None = None
    needling_soreness: int | None = None
    location: tuple[Site, ...] = ()
    carried_forward: bool = False
    quality: tuple[str, ...] = ()
    stiffness_min: int | None = None
    steps: int | None = None
    standing_h: float | None = None
    walk_min: int | None = None
    run_min: int | None = None
    cycle_min: int | None = None
    swim_min: int | None = None
    exercises_done: str | None = None
    sleep_h: float | None = None
    sleep_woken: bool | None = None
    swelling_up: bool | None = None
    medication: str = ""
    footwear: str | None = None
    notes: str = ""
    session: str | None = None
    needling: str | None = None
    late: bool = False
    replaced: tuple[dict[str, object], ...] = ()

    def __post_init__(self) -> None:
        """Check every answer against its scale."""
        keep_instants(self, ("at", "created_at", "edited_at"))
        keep_lines(self, zip(_LINES, _LINES_OF(self), strict=True))
        if self.notes:
            keep_note(self, "notes")
        for name, value in zip(PAIN_FIELDS, _PAINS(self), strict=True):
            if value is not None:
                check_nprs(value, name)
        for name, value in zip(BOUNDS, _BOUNDED(self), strict=True):
            if value is not None:
                BOUNDS[name].check(value, name)
        _check_texts(self)
        if all(value in _UNANSWERED for value in _ANSWERS(self)):
            raise FaultError(FaultCode.ENTRY_WITHOUT_ANSWER)
        if self.replaced:
            object.__setattr__(
                self, "replaced", tuple(_checked_correction(correction) for correction in self.replaced)
            )

    @property
    def day(self) -> date:
        """The diary day this entry belongs to."""
        return diary_day(self.at)

    @property
    def days_late(self) -> int:
        """Diary days from the day it was felt to the day it was written down; 0 when written that day."""
        return max(0, (diary_day(self.created_at) - self.day).days)


ANSWERS = (
    *PAIN_FIELDS,
    *BOUNDS,
    "location",
    "quality",
    "exercises_done",
    "sleep_woken",
    "swelling_up",
    "medication",
)
ALL_ANSWERS = (*ANSWERS, "footwear", "notes")
"""The names of the fields a patient may fill in, as in every export."""
_PAINS = attrgetter(*PAIN_FIELDS)  # asked of every entry that is read: one call instead of one per field
_BOUNDED = attrgetter(*BOUNDS)
_ANSWERS = attrgetter(*ALL_ANSWERS)
_UNANSWERED = (None, "", ())
_LINES: Final = ("id", "medication", "session", "needling")
_LINES_OF = attrgetter(*_LINES)


def answered(entry: DiaryEntry) -> list[str]:
    """The names of the fields the patient did answer."""
    return [name for name in ALL_ANSWERS if getattr(entry, name) not in _UNANSWERED]


def _check_texts(entry: DiaryEntry) -> None:
    if len(entry.medication) > MEDICATION_LIMIT:
        raise FaultError(FaultCode.MEDICINE_TOO_LONG, most=MEDICATION_LIMIT)
    if entry.exercises_done is not None:
        require_one_of("exercises_done", entry.exercises_done, EXERCISES_DONE)
    if entry.footwear is not None:
        require_one_of("footwear", entry.footwear, FOOTWEAR)
    if len(entry.quality) > MOST_QUALITIES or len(set(entry.quality)) != len(entry.quality):
        raise FaultError(FaultCode.TOO_MANY_WORDS, most=MOST_QUALITIES)
    for word in entry.quality:
        require_id("quality", word)
    places = [(site.region, site.side) for site in entry.location]
    if len(set(places)) != len(places) or len(places) > MOST_SITES:
        raise FaultError(FaultCode.PLACE_TWICE)


def _checked_correction(was: dict[str, object]) -> dict[str, object]:
    """The values that a correction replaced, each as an entry may have it. Raises ValueError."""
    edited = datetime.fromisoformat(str(was.get("edited_at")))
    answers = {name: value for name, value in was.items() if name != "edited_at"}
    if not answers.keys() <= set(ALL_ANSWERS):
        raise FaultError(FaultCode.CORRECTION_UNKNOWN)
    if all(value in _UNANSWERED for value in answers.values()):  # the correction only added answers
        check_instant(edited, "edited_at")
        return {**was, "edited_at": plain_instant(edited).isoformat()}
    entry = DiaryEntry(id="", at=edited, created_at=edited, edited_at=edited, **answers)  # type: ignore[arg-type]
    return {**{name: getattr(entry, name) for name in was}, "edited_at": entry.edited_at.isoformat()}


def diary_day(at: datetime) -> date:
    """The diary day of an instant, by the clock of the place where it was felt (04:00 to 03:59)."""
    return (at - DAY_STARTS_AT).date()


def corrected(old: DiaryEntry, new: DiaryEntry, *, at: datetime) -> DiaryEntry:
    """`new` in the place of `old`, edited `at`, with the values it replaces kept in the record."""
    was = {
        field.name: getattr(old, field.name)
        for field in fields(DiaryEntry)
        if field.name in ALL_ANSWERS and getattr(old, field.name) != getattr(new, field.name)
    }
    was["edited_at"] = old.edited_at.isoformat()
    return replace(new, id=old.id, created_at=old.created_at, edited_at=at, replaced=(*old.replaced, was))
