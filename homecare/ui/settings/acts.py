"""Acts on the settings: save a choice, erase everything."""

from dataclasses import replace
from typing import Any

from homecare.ui.state.care import CareState
from homecare.wording.faults import what_is_wrong


async def choose(care: CareState, **changes: Any) -> bool:
    """Save changed settings by their names; a value that cannot be is refused with a sentence."""
    try:
        settings = replace(care.settings, **changes)
    except ValueError as fault:
        care.tell(what_is_wrong(fault))
        return False
    return await care.save(lambda store: store.save_settings(settings))


async def erase_everything(care: CareState) -> bool:
    """Remove every record and setting from this device; there is no way back."""
    return await care.save(lambda store: store.erase_everything())
