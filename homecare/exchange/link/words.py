"""The words of a plan, packed: its own exercises, notes and advice, as JSON squeezed against a word list.

A code on a screen has room for a few hundred characters. Against the words that such plans are made of,
their texts take about half of that.
"""

import json
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from homecare.documents import plain_of, record_of
from homecare.domain.records.prescription import Band, Orthotic, OwnExercise, PrescribedItem, Prescription
from homecare.exchange.reading.strict_json import parse

MOST_BYTES: Final = 12 * 1024
"""Of the JSON: more than the longest texts a plan can hold."""
BARE: Final = -zlib.MAX_WBITS
"""Without head and checksum: the link has its own."""
COMMON: Final = b"""\
away from the pain. Stop if it hurts. Do not run or jump. No running, no jumping. Walk on flat ground \
for up to minutes a day. Avoid stairs, hills and long standing. Wear firm trainers with a low heel indoors \
and outdoors. Never barefoot on hard floors. Stiff sole, wide toe box. Insole, heel lift, brace, boot, \
orthotic in both shoes. Tape the arch, take it off at night, after shower, if the skin is red or itches. \
Low-Dye. Kinesiology tape. Sit on a chair. Stand facing a wall. Lie on your back. Put your foot flat on the \
floor. Hold on to the worktop. Loop the band around the forefoot. Pull your toes towards your shin. Push \
down slowly. Lift your heel. Let it down slowly. Keep your knee straight. Bend your knee. Keep your toes \
long. Pick up marbles with your toes. \
Rest your foot. Repeat with the other foot. calf ankle heel arch toe big toe foot knee hip leg \
Slowly. First the sore side. Both sides. in the morning. before getting up. every hour. per week. \
"kind":"stretch""kind":"mobility""kind":"balance""kind":"nerve-glide""both_at_once":true,\
"weight_bearing":false,"after_needling":true,"steps":["",\
"orthotic":{"what":"","first_h":1,"more_h":1,"up_to_h":8},\
"taping":"","footwear":"","activity":"","goals":["","review":"2027-01-","band":"red","load_kg":5.0,"note":"",\
{},{},{"items":[{"own":{"name":""}"""
"""What both sides squeeze against: links of version 2 are read with exactly these bytes, for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemWords:
    """What a plan says of one exercise besides its numbers."""

    own: OwnExercise | None = None
    load_kg: float | None = None
    band: Band | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """What a plan says besides exercises and numbers; an exercise without words has an empty place."""

    items: tuple[ItemWords, ...] = ()
    review: date | None = None
    goals: tuple[str, ...] = ()
    footwear: str = ""
    orthotic: Orthotic | None = None
    taping: str = ""
    activity: str = ""


NO_WORDS: Final = PlanWords()
NO_ITEM_WORDS: Final = ItemWords()


def words_of(wanted: Prescription) -> PlanWords:
    """The words of a plan."""
    items = [_of_item(item) for item in wanted.items]
    while items and items[-1] == NO_ITEM_WORDS:
        items.pop()
    return PlanWords(
        items=tuple(items),
        review=wanted.review,
        goals=wanted.goals,
        footwear=wanted.footwear,
        orthotic=wanted.orthotic,
        taping=wanted.taping,
        activity=wanted.activity,
    )


def _of_item(item: PrescribedItem) -> ItemWords:
    return ItemWords(own=item.own, load_kg=item.load_kg, band=item.band, note=item.note)


def words_bytes(words: PlanWords) -> bytes:
    """The words in as few bytes as they need."""
    text = json.dumps(plain_of(words), ensure_ascii=False, separators=(",", ":"))
    packer = zlib.compressobj(9, zlib.DEFLATED, BARE, 9, zlib.Z_DEFAULT_STRATEGY, COMMON)
    return packer.compress(text.encode()) + packer.flush()


def words_in(data: bytes) -> PlanWords:
    """The words that `words_bytes` packed. Raises ValueError for anything else, however large it unpacks."""
    unpacker = zlib.decompressobj(BARE, COMMON)
    try:
        text = unpacker.decompress(data, MOST_BYTES)
    except zlib.error as fault:
        raise ValueError("not packed words") from fault
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not all of the words")
    found = parse(text)
    if not isinstance(found, dict):
        raise ValueError("no words")
    words = record_of(PlanWords, found)
    if any(item.own is not None and item.own.picture for item in words.items):
        raise ValueError("a link carries no pictures")
    return words
