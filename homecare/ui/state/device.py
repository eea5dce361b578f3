"""What a device can do for the patient besides running the app; the host that knows it hands it in."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

from homecare.exchange.backup.sealed import Cipher
from homecare.host.page.asking import Ask
from homecare.host.page.keeping import PageReminders

Reminding = Literal["never", "on-request", "on", "refused"]
"""Whether the device shows reminders while the app is open; "on-request" waits for the patient's leave."""

Keeping = Literal["for-good", "while-room", "seven-days"]
"""How long the device keeps the diary: until the patient deletes it, until room runs short, or until 7 days
without a visit."""


class Reminders(Protocol):
    """Who shows a reminder outside the app's own window."""

    async def state(self) -> Reminding:
        """What the device does now."""

    async def ask(self) -> Reminding:
        """Ask the patient's leave, in answer to a tap; what the device does from now on."""

    async def show(self, tag: str, title: str, text: str) -> bool:
        """Show one now, in the place of an earlier one with this tag; whether that could be done."""


class Shelf(Protocol):
    """Where the diary is kept."""

    async def keeping(self) -> Keeping:
        """How surely it is kept."""

    async def ask(self) -> Keeping:
        """Ask the device to keep it for good; how surely it is kept from now on."""


class OwnFolder:
    """A folder of the patient's own, which nothing clears."""

    async def keeping(self) -> Keeping:
        """For good."""
        return "for-good"

    async def ask(self) -> Keeping:
        """For good."""
        return "for-good"


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """What the screens may use of the device, whichever it is."""

    cipher: Cipher
    reminders: Reminders
    shelf: Shelf = field(default_factory=OwnFolder)


def computer(ask: Ask) -> Device:
    """The computer that serves the app to its own browser, whose page `ask` asks."""
    from homecare.exchange.backup.native_cipher import NativeCipher  # noqa: PLC0415  not there in a browser

    return Device(cipher=NativeCipher(), reminders=PageReminders(ask))
