"""A clinician's plan as the end of a link, and back: ids and numbers, then what the clinician wrote.

Exercises, conditions, phases and variants are named by a code made from their id, never by a position in a
list, so that a link keeps its meaning as the content grows. The plan stands behind "#", the part of an
address that a browser sends to no server.

Payload of version 1: condition, phase, a byte of flags (side; whether variant, limits, last day and clinic
follow), the day of issue, what the flags announced, then the number of exercises and each of them: its code,
three bytes of small numbers and flags, and the numbers of its dose that are set.

Payload of version 2, which is written only for a plan with words besides the clinic's name: the length of all
that, all that, and the words (link/words.py). A clinician's own exercise has the code of the id that is made
from its name. A plan with a picture goes by file: a code cannot carry one.
"""

from typing import Final, get_args
from urllib.parse import urlsplit

from homecare.domain.library.content import TodayContent
from homecare.domain.library.dose import Dose, Pattern, Schedule, Tempo
from homecare.domain.library.phase import PrescribedSide
from homecare.domain.plan.prescription import check_prescription
from homecare.domain.records.plan import Side
from homecare.domain.records.prescription import MOST_ITEMS, LightLimits, PrescribedItem, Prescription
from homecare.exchange.link.packed import Packed, code_of, day_bytes, number_bytes, text_bytes
from homecare.exchange.link.text import payload_of, text_of
from homecare.exchange.link.words import (
    NO_ITEM_WORDS,
    NO_WORDS,
    ItemWords,
    PlanWords,
    words_bytes,
    words_in,
    words_of,
)
from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _
from homecare.wording.faults import what_is_wrong

KIND: Final = b"P"
VERSION: Final = 2
MARK: Final = "#/plan/"
"""What stands between the app's address and the plan: a fragment that is the plan's own page."""
SIDES: Final[tuple[Side, ...]] = get_args(Side)
ITEM_SIDES: Final[tuple[PrescribedSide, ...]] = get_args(PrescribedSide)
PATTERNS: Final[tuple[Pattern, ...]] = get_args(Pattern)
NUMBERS: Final = ("reps", "hold_s", "duration_s", "rest_s")


def plan_text(wanted: Prescription) -> str:
    """The plan as the text behind the mark of a link. Raises ValueError for one with a picture."""
    if any(item.own is not None and item.own.picture for item in wanted.items):
        raise ValueError(_("A link cannot carry pictures. Hand this plan over as a file."))
    numbers, words = _numbers(wanted), words_of(wanted)
    if words == NO_WORDS:
        return text_of(KIND, 1, numbers)
    return text_of(KIND, VERSION, number_bytes(len(numbers)) + numbers + words_bytes(words))


def _numbers(wanted: Prescription) -> bytes:
    extras = (
        b"" if wanted.variant is None else code_of(wanted.variant),
        b"" if wanted.limits is None else bytes([wanted.limits.green_max << 4 | wanted.limits.amber_max]),
        b"" if wanted.expires is None else day_bytes(wanted.expires),
        text_bytes(wanted.clinic) if wanted.clinic else b"",
    )
    flags = SIDES.index(wanted.side) | sum(4 << place for place, extra in enumerate(extras) if extra)
    head = code_of(wanted.condition) + code_of(wanted.phase) + bytes([flags]) + day_bytes(wanted.issued)
    items = b"".join(_item_bytes(item) for item in wanted.items)
    return head + b"".join(extras) + bytes([len(wanted.items)]) + items


def plan_link(wanted: Prescription, base_url: str) -> str:
    """The link that opens the app at `base_url` with this plan. Raises ValueError for no such address."""
    return checked_address(base_url) + MARK + plan_text(wanted)


def checked_address(base_url: str) -> str:
    """The address of the app as a link can begin with it. Raises ValueError unless it can."""
    parts = urlsplit(base_url)
    fits = parts.scheme in ("http", "https") and parts.hostname and not parts.fragment
    if not fits or not base_url.isascii() or not base_url.isprintable() or " " in base_url:
        raise ValueError(
            _("The address must be like https://clinic.example/homecare/, not {address!r}.").format(
                address=base_url[:80]
            )
        )
    return base_url if parts.path or parts.query else f"{base_url}/"


def read_plan(link: str, content: TodayContent) -> Prescription:
    """The plan of a link, or of the text behind its mark, checked against the content.

    Raises IntakeError, one sentence, for a link that is damaged, foreign, of a later version, or asks for
    what the content does not know or allow.
    """
    text = link.rpartition(MARK)[2]
    version, payload = payload_of(text, KIND, VERSION)
    try:
        wanted = _read(Packed(payload), content, NO_WORDS) if version == 1 else _read_whole(payload, content)
    except IntakeError:
        raise IntakeError(_unusable(_("Its words cannot be read."))) from None
    except KeyError:
        raise IntakeError(
            _("The plan names something this homecare does not know; update homecare and try again.")
        ) from None
    except (ValueError, IndexError, OverflowError):
        raise IntakeError(_unusable(_("It holds an invalid number."))) from None
    try:
        check_prescription(wanted, content)
    except ValueError as fault:
        raise IntakeError(_unusable(what_is_wrong(fault))) from None
    return wanted


def _unusable(why: str) -> str:
    return _("The plan cannot be used. {why} Ask your clinic for a new one.").format(why=why)


def _read_whole(payload: bytes, content: TodayContent) -> Prescription:
    """A plan of version 2: its words are read first, for they say which exercises are the clinician's own."""
    whole = Packed(payload)
    numbers = whole.take(whole.number())
    words = words_in(whole.rest())
    own = {item.own.id: item.own.exercise() for item in words.items if item.own is not None}
    return _read(Packed(numbers), content.with_exercises(own), words)


def _read(packed: Packed, content: TodayContent, words: PlanWords) -> Prescription:
    condition = content.condition(packed.name(content.condition_ids))
    phase = packed.name(phase.id for phase in condition.phases)
    flags = packed.byte()
    if flags >> 6:
        raise ValueError("unknown flags")
    issued = packed.day()
    variant = packed.name(variant.id for variant in condition.variants) if flags & 4 else None
    limits = _limits(packed.byte()) if flags & 8 else None
    expires = packed.day() if flags & 16 else None
    clinic = packed.text() if flags & 32 else ""
    said = [*words.items, *[NO_ITEM_WORDS] * MOST_ITEMS]
    items = tuple(_item(packed, content.exercise_ids, said[place]) for place in range(packed.byte()))
    packed.end()
    return Prescription(
        condition=condition.id,
        side=SIDES[flags & 3],
        phase=phase,
        items=items,
        issued=issued,
        variant=variant,
        limits=limits,
        expires=expires,
        clinic=clinic,
        review=words.review,
        goals=words.goals,
        footwear=words.footwear,
        orthotic=words.orthotic,
        taping=words.taping,
        activity=words.activity,
    )


def _limits(byte: int) -> LightLimits:
    return LightLimits(green_max=byte >> 4, amber_max=byte & 15)


def _item_bytes(item: PrescribedItem) -> bytes:
    """Bits from the lowest: side 2, pattern 2, rest days 3, sets 4, n 4, times a day 4, five flags."""
    dose, schedule = item.dose, item.schedule
    given = [getattr(dose, name) for name in NUMBERS]
    flags = sum(1 << place for place, number in enumerate(given) if number is not None)
    small = ITEM_SIDES.index(item.side) | PATTERNS.index(schedule.pattern) << 2
    small |= schedule.min_rest_days_between << 4 | dose.sets << 7 | schedule.n << 11
    small |= schedule.times_per_day << 15 | flags << 19 | (dose.tempo is not None) << 23
    numbers = b"".join(number_bytes(number) for number in given if number is not None)
    tempo = dose.tempo
    pace = b"" if tempo is None else bytes([tempo.up_s, tempo.hold_s, tempo.down_s])
    return code_of(item.exercise) + small.to_bytes(3, "big") + numbers + pace


def _item(packed: Packed, exercises: tuple[str, ...], said: ItemWords) -> PrescribedItem:
    exercise = packed.name(exercises)
    small = int.from_bytes(packed.take(3), "big")
    numbers = {name: packed.number() for place, name in enumerate(NUMBERS) if small >> 19 + place & 1}
    pace = packed.take(3) if small >> 23 else None
    tempo = None if pace is None else Tempo(up_s=pace[0], hold_s=pace[1], down_s=pace[2])
    return PrescribedItem(
        exercise=exercise,
        dose=Dose(sets=small >> 7 & 15, tempo=tempo, **numbers),
        schedule=Schedule(
            pattern=PATTERNS[small >> 2 & 3],
            n=small >> 11 & 15,
            min_rest_days_between=small >> 4 & 7,
            times_per_day=small >> 15 & 15,
        ),
        side=ITEM_SIDES[small & 3],
        own=said.own,
        load_kg=said.load_kg,
        band=said.band,
        note=said.note,
    )
