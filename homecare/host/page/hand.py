"""What leaves the page in answer to a tap: a text to copy, a number to call, a file for another app."""

from base64 import b64encode
from dataclasses import dataclass
from typing import Literal, cast, get_args

from homecare.host.page.asking import TAP_S, Ask, word

Shared = Literal["shared", "closed", "tap-needed", "refused"]
"""A file was shared; the patient closed the system's own sheet; the browser wants another tap, because the
answer to the first came late; the browser takes no such file."""


@dataclass(frozen=True, slots=True)
class PageHand:
    """The page as the hand that passes things on. Every call but `can_share` must come in answer to a tap."""

    ask: Ask

    async def copy(self, text: str) -> bool:
        """Put the text in the clipboard; False if the browser did not allow it, as when it came late."""
        return await word(self.ask, "copy", {"text": text}) == "copied"

    async def call(self, number: str) -> None:
        """Hand a telephone number, digits and "+" only, to the device's phone."""
        await word(self.ask, "dial", {"number": number})

    async def print_page(self, html: str) -> bool:
        """Open the browser's print dialog for a page of its own; False where there is none."""
        return await word(self.ask, "print", {"html": html}, patience_s=TAP_S) == "printed"

    async def can_share(self, name: str, media_type: str) -> bool:
        """Whether the system has a way to share such a file, as a phone's share sheet is one."""
        return await word(self.ask, "can-share", {"name": name, "type": media_type}) == "yes"

    async def share(self, name: str, media_type: str, data: bytes) -> Shared:
        """Let the patient choose who gets the file."""
        details = {"name": name, "type": media_type, "data": b64encode(data).decode("ascii")}
        said = await word(self.ask, "share", details, patience_s=TAP_S)
        return cast(Shared, said) if said in get_args(Shared) else "refused"
