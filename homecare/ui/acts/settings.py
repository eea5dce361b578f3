"""Acts on the settings: save a choice, erase everything."""

from dataclasses import replace
from datetime import time
from typing import Any

from homecare.ui.state import CareState
from homecare.wording import _


async def choose(care: CareState, **changes: Any) -> bool:
    """Save changed settings by their names; a value that cannot be is refused with a sentence."""
    try:
        settings = replace(care.settings, **changes)
    except ValueError as fault:
        care.tell(str(fault))
        return False
    return await care.save(lambda store: store.save_settings(settings))


async def erase_everything(care: CareState) -> bool:
    """Remove every record and setting from this device; there is no way back."""
    return await care.save(lambda store: store.erase_everything())


def read_time(text: str) -> time:
    """A clock time typed as "7:30", "07:30" or "0730"; ValueError with a sentence otherwise."""
    digits = text.strip().replace(".", ":").replace(" ", "")
    if ":" not in digits and len(digits) in (3, 4):
        digits = f"{digits[:-2]}:{digits[-2:]}"
    hours, _sep, minutes = digits.partition(":")
    good = (
        hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit() and len(minutes) == 2
    )
    if not good or int(hours) > 23 or int(minutes) > 59:
        raise ValueError(_("Type a time like 19:30."))
    return time(int(hours), int(minutes))
