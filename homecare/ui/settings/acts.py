"""Acts on the settings: what the patient says of themselves, and erasing everything."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from homecare.domain.records.entry_time import DAY, named_day
from homecare.ui.state.care import CareState
from homecare.wording import _

PHONE: Final = re.compile(r"\+?[0-9 ()./-]+")
FEWEST_DIGITS, MOST_DIGITS = 2, 15
"""Emergency numbers have two digits or more, international ones 15 at most (ITU-T E.164)."""


async def save_about(care: CareState, said: Mapping[str, str]) -> bool:
    """Save what the patient says of themselves, by name; what is empty is not kept."""
    kept = {name: value for name, value in care.store.patient().items() if name not in said}
    return await care.save(
        lambda store: store.save_patient({**kept, **{name: text for name, text in said.items() if text}})
    )


def read_birth_date(text: str, today: date) -> str:
    """A date of birth as it is stored (1961-03-04), "" for nothing typed; ValueError with a sentence."""
    words = text.strip()
    if not words:
        return ""
    if not DAY.fullmatch(words):
        raise ValueError(_("Type the date as year-month-day, like 1961-03-04."))
    born = named_day(words)
    if born is None or born > today:
        raise ValueError(_("Check the date: it is not one a patient can be born on."))
    return born.isoformat()


def read_phone(text: str, *, wanted: bool = False) -> str:
    """A telephone number as typed; ValueError with a sentence for anything a telephone cannot dial.

    "" is allowed unless the number is `wanted`.
    """
    number = " ".join(text.split())
    if not number and not wanted:
        return ""
    digits = sum(sign.isdigit() and sign.isascii() for sign in number)
    if not PHONE.fullmatch(number) or not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        raise ValueError(_("Type a telephone number, like 112 or +44 20 7946 0000."))
    return number


async def erase_everything(care: CareState) -> bool:
    """Remove every record and setting from this device; there is no way back."""
    return await care.save(lambda store: store.erase_everything())
