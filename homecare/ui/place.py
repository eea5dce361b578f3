"""What the screens may ask of the place the app runs in."""

from datetime import datetime, tzinfo
from typing import Protocol


class Place(Protocol):
    """The clock, the time zone and the promise that saved means saved; every host provides it."""

    @property
    def zone(self) -> tzinfo:
        """The patient's time zone now; it changes when the patient travels."""

    def now(self) -> datetime:
        """The time, aware, in whole seconds."""

    async def settle(self) -> None:
        """Return once written files will survive a restart."""
