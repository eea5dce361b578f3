"""Acts of restoring: take a file in, open it, bring its records back."""

import asyncio
from dataclasses import dataclass

from homecare.exchange.backup import backup, sealed
from homecare.exchange.backup.backup import Backup
from homecare.exchange.backup.sealed import Cipher
from homecare.exchange.reading.intake import IntakeError
from homecare.exchange.reading.strict_json import MOST_BYTES
from homecare.handover.formats import bring_back, restore_preview, unsealed_backup
from homecare.storage.store import Store
from homecare.ui.share.acts import DRAWN_S
from homecare.ui.state.care import CareState
from homecare.ui.state.picking import picked_files
from homecare.wording import _
from homecare.wording.handover import restored_text

SEALING_BYTES = 1_000
"""More than a password adds to a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFile:
    """A file that the patient chose, whole."""

    name: str
    data: bytes

    @property
    def has_password(self) -> bool:
        """Whether it must be opened with a password first."""
        return sealed.is_sealed(self.data)


async def chosen_file() -> ChosenFile | None:
    """What the patient chooses from the device, None for nothing. Raises IntakeError when it is too large."""
    files = await picked_files()
    if not files:
        return None
    if files[0].size > MOST_BYTES + SEALING_BYTES:
        raise IntakeError(_("The file is too large to be a diary; choose the file that homecare exported."))
    return ChosenFile(name=files[0].name, data=files[0].bytes or b"")


async def opened(file: ChosenFile, password: str, cipher: Cipher) -> Backup:
    """The backup that the file holds. Raises IntakeError, with nothing changed, unless it holds one."""
    await asyncio.sleep(DRAWN_S)
    data = await unsealed_backup(file.data, password, cipher) if file.has_password else file.data
    return backup.read(data)


async def restore(care: CareState, found: Backup, *, replacing: bool) -> str | None:
    """Bring the backup back, all of it or nothing; what became of its records, None when it failed."""
    await asyncio.sleep(DRAWN_S)
    said = ""

    def write(store: Store) -> None:
        nonlocal said
        preview = restore_preview(store, found, replacing=replacing)
        bring_back(store, preview)
        total = preview.total
        said = restored_text(total.added, total.changed, total.left, total.removed)

    if not await care.save(write):
        return None
    if replacing:
        care.unsaved.discard_all()
    return said
