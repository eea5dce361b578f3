"""The patient's own computer: its clock, its time zone and a private folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from pathlib import Path

from homecare.host.host import HostError
from homecare.host.page.asking import PATIENCE_S, Answer, Details
from homecare.host.system_zone import system_zone
from homecare.sentences import N_


class LocalHost:
    """A `Host` on this computer.

    The folder is `data_dir`, else the environment variable HOMECARE_DATA, else the platform's own place for
    user data. Raises HostError if it is there and cannot be written to.
    """

    def __init__(self, data_dir: Path | None = None) -> None:
        self._data_dir = _usable(data_dir or _usual_folder())
        self._zone = system_zone()

    @property
    def data_dir(self) -> Path:
        """The folder that holds one patient's records."""
        return self._data_dir

    def make_folder(self) -> None:
        """Make the folder, unless it is there, with access for its owner only. Raises HostError."""
        with _in_one_sentence(self._data_dir):
            if not self._data_dir.exists():
                self._data_dir.mkdir(mode=0o700, parents=True)
                self._data_dir.chmod(0o700)

    @property
    def zone(self) -> tzinfo:
        """The time zone this computer was set to when the time was last read."""
        return self._zone

    def now(self) -> datetime:
        """The aware local time, in whole seconds; the zone is read anew so that travel is noticed."""
        self._zone = system_zone()
        return datetime.now(self._zone).replace(microsecond=0)

    async def settle(self) -> None:
        """Nothing to wait for: a file that was replaced and flushed is on disk."""

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        """What the page of the window says, when the app is served; "" on the command line."""
        from homecare.host.server.page_questions import ask_page  # noqa: PLC0415  no command needs Flet

        return await ask_page(name, details, patience_s)


def _usual_folder() -> Path:
    """The folder to use when none was named on the command line."""
    named = os.environ.get("HOMECARE_DATA")
    if named:
        return Path(named)
    from platformdirs import user_data_path  # noqa: PLC0415  slow to import

    return user_data_path("homecare", appauthor=False)


def _usable(folder: Path) -> Path:
    """`folder` as an absolute path; nothing is made, since the command may yet refuse what was typed."""
    with _in_one_sentence(folder):
        folder = folder.expanduser().absolute()
        if folder.exists():
            if not folder.is_dir():
                raise HostError(
                    N_("{folder} is a file, not a folder; choose another place with --data."), folder=folder
                )
            if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
                raise HostError(
                    N_("The folder {folder} cannot be written to; choose another place with --data."),
                    folder=folder,
                )
    return folder


@contextmanager
def _in_one_sentence(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as problem:
        if isinstance(problem, HostError):
            raise
        reason = getattr(problem, "strerror", None) or str(problem)
        raise HostError(
            N_("The folder {folder} cannot be used ({reason}); choose another with --data."),
            folder=folder,
            reason=reason,
        ) from None
