"""The patient's choices (times, phone numbers, look and sound) and what they said about themselves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Final, Literal, get_args

from homecare.domain.library.faults import FaultCode, FaultError, refuse_unless
from homecare.domain.library.validity import (
    plain_line,
    plain_text,
    require_id,
    require_one_of,
    require_unique,
    require_whole,
)
from homecare.domain.records.plain import keep_instants, keep_lines
from homecare.domain.records.session import SLOTS, Slot

Theme = Literal["system", "light", "dark"]
TextSize = Literal["normal", "large", "largest"]
PHONE_LIMIT = 40
CountIn = Literal["5", "10", "20", "wait"]
"""Seconds to get settled before an exercise; "wait" starts each one soon after the patient says so."""
VoiceWish = Literal["unasked", "off", "on"]
"""Whether a voice speaks during exercises; "unasked" says nothing either, but it is offered once."""
VoiceSpeed = Literal["slow", "normal", "fast"]
VOICE_LIMIT = 120
LATEST_MIN = 24 * 60
"""No reminder is put off by more than a day."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")

SLOT_TIMES: dict[Slot, time] = {
    "morning": time(7, 30),
    "midday": time(12, 30),
    "afternoon": time(16, 0),
    "evening": time(19, 30),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the patient chose; every field has a default, so a fresh install needs no settings.

    `exercise_times` are local clock times per part of the day, `diary_time` when the diary asks.
    Quiet hours run from `quiet_from` to `quiet_to`, local, over midnight when `from` is later; equal
    times mean no quiet hours. `reminders_off` are the ids of reminders the patient wants none of, and
    `reminders_later_min` how many minutes later one after needling comes than the content says. Phone numbers
    fill the content's placeholders. `heat_allowed` says that a warm pack is safe for the patient; nobody has
    said so until it is switched on. `count_in` is how long an exercise waits for the patient to settle.
    `voice_name` is one of the device's own voices, "" for its usual one. `last_backup_at` is when a backup
    was last saved from the app, None until then.
    """

    exercise_times: dict[Slot, time] = field(default_factory=lambda: dict(SLOT_TIMES))
    diary_time: time = time(19, 30)
    quiet_from: time = time(21, 30)
    quiet_to: time = time(8, 0)
    reminders_off: tuple[str, ...] = ()
    reminders_later_min: dict[str, int] = field(default_factory=dict)
    heat_allowed: bool = False
    emergency_number: str = "112"
    urgent_line: str = ""
    clinic_phone: str = ""
    theme: Theme = "system"
    text_size: TextSize = "normal"
    language: str = "en"
    count_in: CountIn = "10"
    sound: bool = True
    vibration: bool = True
    voice: VoiceWish = "unasked"
    voice_speed: VoiceSpeed = "normal"
    voice_name: str = ""
    last_backup_at: datetime | None = None

    def __post_init__(self) -> None:
        """Check times and texts."""
        for slot in self.exercise_times:
            require_one_of("exercise_times", slot, SLOTS)
        times = (*self.exercise_times.values(), self.diary_time, self.quiet_from, self.quiet_to)
        refuse_unless(all(clock.tzinfo is None for clock in times), FaultCode.CLOCK_WITH_ZONE)
        for reminder in (*self.reminders_off, *self.reminders_later_min):
            require_id("reminders", reminder)
        require_unique("reminders_off", self.reminders_off)
        for minutes in self.reminders_later_min.values():
            require_whole("reminders_later_min", minutes, 0, LATEST_MIN)
        refuse_unless(_LANGUAGE.fullmatch(self.language) is not None, FaultCode.NO_LANGUAGE)
        phones = ("emergency_number", "urgent_line", "clinic_phone")
        keep_lines(self, {name: getattr(self, name) for name in (*phones, "voice_name")})
        for number in (self.emergency_number, self.urgent_line, self.clinic_phone):
            if len(number) > PHONE_LIMIT:
                raise FaultError(FaultCode.PHONE_TOO_LONG, most=PHONE_LIMIT)
        require_one_of("voice", self.voice, get_args(VoiceWish))
        require_one_of("voice_speed", self.voice_speed, get_args(VoiceSpeed))
        refuse_unless(len(self.voice_name) <= VOICE_LIMIT, FaultCode.VOICE_TOO_LONG, most=VOICE_LIMIT)
        require_one_of("count_in", self.count_in, get_args(CountIn))
        keep_instants(self, ("last_backup_at",))


MOST_VALUES: Final = 100
LONGEST_TEXT: Final = 4_000


def plain_patient(said: Mapping[str, object]) -> dict[str, object]:
    """The values without control characters. Raises ValueError for more than a page of them."""
    refuse_unless(len(said) <= MOST_VALUES, FaultCode.ABOUT_TOO_MUCH)
    return {plain_line(name): _plain(value) for name, value in said.items()}


def _plain(value: object) -> object:
    if isinstance(value, str):
        refuse_unless(len(value) <= LONGEST_TEXT, FaultCode.ABOUT_TOO_LONG)
        return plain_text(value)
    if isinstance(value, Mapping):
        return plain_patient(value)
    return [_plain(inner) for inner in value] if isinstance(value, list) else value
