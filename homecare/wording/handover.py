"""What is handed over and taken in, in words."""

from homecare.wording import ngettext


def restored_text(added: int, changed: int, left: int, removed: int) -> str:
    """What a restore did: "3 records added, 1 changed, 40 left as they were"."""
    parts = [
        ngettext("{n} record added", "{n} records added", added).format(n=added),
        ngettext("{n} changed", "{n} changed", changed).format(n=changed),
        ngettext("{n} left as it was", "{n} left as they were", left).format(n=left),
    ]
    if removed:
        parts.append(ngettext("{n} removed", "{n} removed", removed).format(n=removed))
    return ", ".join(parts)
