"""What the app may ask of the place it runs in."""

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol


class HostError(ValueError):
    """Something about this computer stops the app; the text is one sentence a person can act on."""


class Host(Protocol):
    """The place homecare runs in: a folder, a clock, a time zone and a promise that files last."""

    @property
    def data_dir(self) -> Path:
        """The folder that holds one patient's records; it exists and only its owner can read it."""

    @property
    def zone(self) -> tzinfo:
        """The patient's time zone now; it changes when the patient travels."""

    def now(self) -> datetime:
        """The aware local time, in whole seconds."""

    async def settle(self) -> None:
        """Return once every file written so far will survive a restart."""
