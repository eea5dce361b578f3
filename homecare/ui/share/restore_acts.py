"""Acts of restoring: take a file in, open it, bring its records back."""

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from homecare.exchange.backup import backup, sealed
from homecare.exchange.backup.backup import Backup
from homecare.exchange.backup.sealed import Cipher
from homecare.handover.formats import bring_back, restore_preview, unsealed_backup
from homecare.storage.store import Store
from homecare.ui.share.acts import DRAWN_S
from homecare.ui.state.care import CareState
from homecare.ui.state.picking import OfferedFile, Reading, one_file
from homecare.wording.handover import restored_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFile:
    """A file that the patient chose, whole."""

    name: str
    data: bytes

    @property
    def has_password(self) -> bool:
        """Whether it must be opened with a password first."""
        return sealed.is_sealed(self.data)


async def chosen_file(offered: Sequence[OfferedFile], reading: Reading) -> ChosenFile | None:
    """What the patient picked or dropped, None for nothing or when the reading was stopped.

    Raises IntakeError, before anything is read, when those are several files or when one is too large.
    """
    if not offered:
        return None
    file = await one_file(offered)
    data = await reading.content(file)
    return None if data is None else ChosenFile(name=file.name, data=data)


async def opened(file: ChosenFile, password: str, cipher: Cipher) -> Backup:
    """The backup that the file holds. Raises IntakeError, with nothing changed, unless it holds one."""
    await asyncio.sleep(DRAWN_S)
    data = await unsealed_backup(file.data, password, cipher) if file.has_password else file.data
    if sys.platform == "emscripten":  # the browser's Python has one thread, which is not the page's
        return backup.read(data)
    return await asyncio.to_thread(backup.read, data)  # a large one keeps nobody else's tap waiting


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
