"""Files that someone picks from the device, with what is in them."""

from typing import Final

import flet as ft

from homecare.exchange.reading.intake import IntakeError
from homecare.wording import _

TOO_LARGE: Final = "too large for one message"
"""The name of the empty file that the page puts in the place of files too large for it to hand over."""
MOST_MB: Final = 60
"""Megabytes (1024 x 1024 bytes) above which it does so: the server takes messages of up to 64."""


async def picked_files(*, many: bool = False) -> list[ft.FilePickerFile]:
    """The files that were picked, [] for none. Raises IntakeError when they are too large at once."""
    files = await ft.FilePicker().pick_files(allow_multiple=many, with_data=True)
    if any(file.name == TOO_LARGE for file in files):
        said = (
            _("These files are larger than {n} MB together; open fewer at a time.")
            if many
            else _("The file is larger than {n} MB, too large for a diary; choose the one homecare exported.")
        )
        raise IntakeError(said.format(n=MOST_MB))
    return files
