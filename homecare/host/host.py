"""What the app may ask of the place it runs in."""

from datetime import datetime, tzinfo
from pathlib import Path
from typing import Protocol

from homecare.host.page.asking import PATIENCE_S, Answer, Details
from homecare.sentences import SentenceError


class HostError(SentenceError, ValueError):
    """Something about this computer stops the app; the text is one sentence a person can act on."""


class Host(Protocol):
    """The place homecare runs in: a folder, a clock, a time zone, a promise that files last, and
    a page to ask."""

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

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        """Ask the page of the window this is called for what only a page can do (web/bridge.js says what).

        A text or bytes; "" where the page cannot do it, has no answer within `patience_s` seconds, or where
        there is no page, as on the command line. Raises ConnectionError when the window is closed first.
        With None it waits as long as it takes, and a page that is loaded again is asked again.
        """
